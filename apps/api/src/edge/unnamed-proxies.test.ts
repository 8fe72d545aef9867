import { describe, expect, test } from "bun:test"
import { openTestStores } from "@podo/stores/testing"
import { openTestApi } from "../testing/api.ts"
import { watchForProxies } from "./unnamed-proxies.ts"

function openWatch() {
  const told: string[] = []
  const watch = watchForProxies((sentence) => told.push(sentence))
  const crowd = (address: string, people = 40) => {
    for (let n = 0; n < people; n++) watch.see(address, `203.0.113.${n}`)
  }
  return { told, crowd, ...watch }
}

describe("a proxy that no setting names", () => {
  test("is told once, with the setting and the fix", () => {
    const { told, crowd, unnamed } = openWatch()
    crowd("172.18.0.2")
    crowd("172.18.0.2")
    expect(told).toEqual([expect.stringContaining("add 172.18.0.2 to TRUSTED_PROXIES")])
    expect(unnamed()).toEqual(["172.18.0.2"])
    crowd("fd00:1:2:3::/64")
    expect(unnamed()).toEqual(["172.18.0.2", "fd00:1:2:3::/64"])
  })

  test("is none where few are forwarded, nothing is, a stranger makes it up, or it is believed", () => {
    const { told, crowd, see } = openWatch()
    crowd("10.0.0.1", 19)
    for (let n = 0; n < 40; n++) {
      see("10.0.0.2", null)
      see("10.0.0.3", "203.0.113.7")
      see(`192.168.0.${n}`, `192.168.0.${n}, 10.0.0.9`)
    }
    crowd("198.51.100.4")
    expect(told).toEqual([])
  })

  test("shows where one looks whether the api is ready", async () => {
    const { app } = openTestApi(await openTestStores())
    const ask = (n: number) =>
      app.request(
        "/trpc/catalog.events",
        { headers: { "x-forwarded-for": `203.0.113.${n}` } },
        { address: "172.18.0.2" },
      )
    const warnings = async () => ((await (await app.request("/readyz")).json()) as object) ?? {}
    expect(await warnings()).not.toHaveProperty("warnings")
    for (let n = 0; n < 20; n++) await ask(n)
    expect(await warnings()).toMatchObject({ ok: true, warnings: ["proxy-not-named"] })
  })
})
