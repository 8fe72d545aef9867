import { describe, expect, test } from "bun:test"
import { clientAddressBehind, isAddressRange } from "./client-address.ts"

const PROXIES = ["10.0.0.0/8", "192.0.2.7", "fd00::/8", "2001:db8:0:1::5"]
const behind = clientAddressBehind(PROXIES)

describe("the address of a person", () => {
  const cases: [string, string | undefined, string | null, string][] = [
    ["is the peer's", "198.51.100.4", null, "198.51.100.4"],
    ["is not what a stranger claims", "198.51.100.4", "203.0.113.9", "198.51.100.4"],
    ["is what a proxy of ours saw", "10.1.2.3", "203.0.113.9", "203.0.113.9"],
    ["is not what was claimed to it", "10.1.2.3", "1.1.1.1, 203.0.113.9", "203.0.113.9"],
    ["is seen through two of them", "10.1.2.3", "1.1.1.1, 203.0.113.9, 192.0.2.7", "203.0.113.9"],
    ["is seen through IPv6 ones", "fd12::1", "203.0.113.9 ,2001:db8:0:1::5", "203.0.113.9"],
    ["is a proxy's own, if it asks itself", "10.1.2.3", "10.9.9.9", "10.9.9.9"],
    ["is the proxy's, if it says nothing", "10.1.2.3", null, "10.1.2.3"],
    ["is no word", "10.1.2.3", "1.1.1.1, unknown", "10.1.2.3"],
    ["is no empty word", "10.1.2.3", "1.1.1.1,", "10.1.2.3"],
    ["is no half of one", "10.1.2.3", "1.1.1.1, 203.0.113", "10.1.2.3"],
    ["has no port", "10.1.2.3", "203.0.113.9:4711", "203.0.113.9"],
    ["has no port in IPv6 either", "10.1.2.3", "[2001:db8:1:2:3::4]:4711", "2001:db8:1:2::/64"],
    ["is IPv4 inside IPv6", "::ffff:198.51.100.4", null, "198.51.100.4"],
    ["is IPv4 however it is written", "::FFFF:c633:6404", null, "198.51.100.4"],
    ["is behind a proxy that is IPv4 in IPv6", "::ffff:10.1.2.3", "203.0.113.9", "203.0.113.9"],
    ["is a network in IPv6", "2001:db8:1:2:3:4:5:6", null, "2001:db8:1:2::/64"],
    ["is the same network for a neighbour", "2001:DB8:1:2::9", null, "2001:db8:1:2::/64"],
    ["is a network with zeros", "2001:db8::1", null, "2001:db8:0:0::/64"],
    ["is this machine", "::1", null, "0:0:0:0::/64"],
    ["has no zone", "fe80::1%eth0", null, "fe80:0:0:0::/64"],
    ["is unknown where there is no peer", undefined, "203.0.113.9", ""],
  ]
  for (const [name, peer, forwardedFor, address] of cases) {
    test(`${name}: ${peer} / ${forwardedFor}`, () => {
      expect(behind(peer, forwardedFor)).toBe(address)
    })
  }

  test("is the peer's where no proxy is configured, whatever is claimed", () => {
    expect(clientAddressBehind([])("127.0.0.1", "203.0.113.9")).toBe("127.0.0.1")
  })

  test("is found in whatever a stranger writes", () => {
    const odd = [
      "[",
      "[]",
      "[::1",
      "::1]:",
      ":",
      "::",
      "%",
      "::ffff:1.2.3.4.5",
      "\u0000",
      "1".repeat(9_000),
      ",,,",
    ]
    for (const text of odd) expect(() => behind("10.1.2.3", text)).not.toThrow()
    for (const text of odd) expect(() => behind(text, null)).not.toThrow()
  })
})

describe("a range of addresses", () => {
  test("is an address, or a network with its bits", () => {
    for (const range of PROXIES) expect([range, isAddressRange(range)]).toEqual([range, true])
    const wrong = [
      "",
      "proxy",
      "10.0.0.0/33",
      "10.0.0.0/",
      "10.0.0.0/8/8",
      "fd00::/129",
      "10.0.0",
      "10.0.0.0/-1",
    ]
    for (const range of wrong) expect([range, isAddressRange(range)]).toEqual([range, false])
  })
})
