import { BlockList, isIP, isIPv4, isIPv6 } from "node:net"

/** Finds out from where a request comes: the peer of the connection, and what proxies of ours say. */
export type ClientAddress = (peer: string | undefined, forwardedFor: string | null) => string

/**
 * The address of a person: an IPv4 address, or the /64 network of an IPv6 address, for whoever has one
 * has all of it. The text of `x-forwarded-for` counts only as far as our own proxies wrote it: anybody can send one.
 */
export function clientAddressBehind(proxies: string[]): ClientAddress {
  const trusted = listOf(proxies)
  const isTrusted = (address: string) => trusted.check(address, familyOf(address))
  return (peer, forwardedFor) => {
    let nearest = plainAddress(peer ?? "")
    if (nearest === undefined) return ""
    // From right to left: each trusted hop vouches for the one before it, and for no more.
    for (const hop of forwardedFor?.split(",").toReversed() ?? []) {
      if (!isTrusted(nearest)) break
      const address = plainAddress(withoutPort(hop.trim()))
      if (address === undefined) break
      nearest = address
    }
    return isIPv4(nearest) ? nearest : networkOf(nearest)
  }
}

/** Whether it is an address, or a range in CIDR notation. */
export function isAddressRange(text: string): boolean {
  try {
    listOf([text])
    return true
  } catch {
    return false
  }
}

function listOf(ranges: string[]): BlockList {
  const list = new BlockList()
  for (const range of ranges) {
    const [address = "", prefix, ...rest] = range.split("/")
    const isWhole = prefix === undefined || /^\d{1,3}$/.test(prefix)
    if (isIP(address) === 0 || !isWhole || rest.length > 0) throw new Error("No address range.")
    const bitsMax = isIPv4(address) ? 32 : 128
    list.addSubnet(address, Number(prefix ?? bitsMax), familyOf(address))
  }
  return list
}

const familyOf = (address: string) => (isIPv4(address) ? "ipv4" : "ipv6")

const MAPPED = /^::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})$/

/** In one spelling, without a zone; an IPv4 address inside an IPv6 one is that IPv4 address. */
function plainAddress(text: string): string | undefined {
  if (isIPv4(text)) return text
  const bare = text.replace(/%.*$/, "")
  if (!isIPv6(bare)) return undefined
  const address = new URL(`http://[${bare}]`).hostname.slice(1, -1)
  const [, high, low] = MAPPED.exec(address) ?? []
  if (high === undefined || low === undefined) return address
  const bytes = [high, low].flatMap((part) => [parseInt(part, 16) >> 8, parseInt(part, 16) & 255])
  return bytes.join(".")
}

/** Some proxies name the port as well. */
function withoutPort(hop: string): string {
  const [, inBrackets, v4] = /^(?:\[([^\]]*)\](?::\d+)?|([\d.]+):\d+)$/.exec(hop) ?? []
  return inBrackets ?? v4 ?? hop
}

const GROUPS_OF_NETWORK = 4

function networkOf(address: string): string {
  const [head = "", tail] = address.split("::")
  const before = head === "" ? [] : head.split(":")
  const after = tail ? tail.split(":") : []
  const zeros = tail === undefined ? 0 : 8 - before.length - after.length
  const groups = [...before, ...Array.from({ length: zeros }, () => "0"), ...after]
  return `${groups.slice(0, GROUPS_OF_NETWORK).join(":")}::/64`
}
