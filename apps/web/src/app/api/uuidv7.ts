const VERSION_7 = 0x70
const VARIANT_RFC = 0x80

/**
 * A UUID that begins with the time (RFC 9562, version 7): 48 bits of milliseconds, 74 random bits.
 * Ids made one after another lie beside each other in the database's index.
 */
export function uuidv7(nowMs = Date.now()): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  // 48 bits do not fit a 32-bit shift: a BigInt writes eight bytes, of which the last two are spare.
  new DataView(bytes.buffer).setBigUint64(0, (BigInt(nowMs) << 16n) | randomLow16(bytes))
  bytes[6] = VERSION_7 | ((bytes[6] ?? 0) & 0x0f)
  bytes[8] = VARIANT_RFC | ((bytes[8] ?? 0) & 0x3f)
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("")
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20),
  ].join("-")
}

function randomLow16(bytes: Uint8Array): bigint {
  return (BigInt(bytes[6] ?? 0) << 8n) | BigInt(bytes[7] ?? 0)
}
