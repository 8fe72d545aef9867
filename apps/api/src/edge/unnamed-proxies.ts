import { BlockList, isIPv4 } from "node:net"

/** So many addresses forwarded by one peer are no accident. */
const PEOPLE_MIN = 20
const PEERS_MAX = 1_000

const PRIVATE = new BlockList()
for (const [range, bits] of [
  ["10.0.0.0", 8],
  ["172.16.0.0", 12],
  ["192.168.0.0", 16],
  ["127.0.0.0", 8],
] as const) {
  PRIVATE.addSubnet(range, bits, "ipv4")
}
PRIVATE.addSubnet("fc00::", 7, "ipv6")
PRIVATE.addAddress("::1", "ipv6")

const isPrivate = (address: string) => {
  const [plain = ""] = address.split("/")
  return PRIVATE.check(plain, isIPv4(plain) ? "ipv4" : "ipv6")
}

/**
 * Looks for proxies that TRUSTED_PROXIES does not name: everybody behind one has its address, and so one abuser uses
 * up what all of them may do. One is told when a private address, whose word does not count, has forwarded for
 * PEOPLE_MIN others; once for each, with the setting and the fix.
 */
export function watchForProxies(tell: (sentence: string) => void) {
  const forwarded = new Map<string, Set<string>>()
  const unnamed = new Set<string>()
  return {
    /** The addresses of those that were told. */
    unnamed: (): string[] => [...unnamed],
    /** Hears of each request: the address that is taken for its sender's, and who it says that it is for. */
    see: (address: string, forwardedFor: string | null) => {
      if (forwardedFor === null || unnamed.has(address) || !isPrivate(address)) return
      const hops = forwardedFor.split(",").map((hop) => hop.trim())
      // The sender's own address is in the header where our proxies were believed.
      if (hops.includes(address)) return
      const people = forwarded.get(address) ?? new Set()
      if (people.size === 0 && forwarded.size >= PEERS_MAX) return
      forwarded.set(address, people.add(hops[0] ?? ""))
      if (people.size < PEOPLE_MIN) return
      forwarded.delete(address)
      unnamed.add(address)
      tell(
        `${address} forwards requests of ${PEOPLE_MIN} addresses and more, and TRUSTED_PROXIES does not name it: all of them share one budget. If it is your proxy, add ${address} to TRUSTED_PROXIES.`,
      )
    },
  }
}
