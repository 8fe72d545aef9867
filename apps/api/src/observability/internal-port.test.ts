import { describe, expect, test } from "bun:test"
import { openTestStores } from "@podo/stores/testing"
import { mailForDevelopment } from "@podo/mail/mailer"
import { createInternalApp } from "./internal-port.ts"
import { openMetrics } from "./metrics.ts"
import { openTestApi } from "../testing/api.ts"

const stores = await openTestStores()

describe("the requests that are counted", () => {
  test("are calls by procedure and outcome, and never what somebody wrote", async () => {
    const metrics = openMetrics()
    const api = openTestApi(stores, { metrics })
    await api.query("account.me", undefined)
    await api.query("account.devices", undefined)
    await api.mutate("account.signUp", { email: "ada@example.com" })
    await api.query("ada.lovelace", undefined)
    await api.app.request("/ada/lovelace?email=ada@example.com")
    await api.app.request("/healthz")
    const response = await createInternalApp({ metrics }).request("/metrics")
    expect(response.headers.get("content-type")).toStartWith("text/plain")
    const text = await response.text()
    const counted = text.split("\n").filter((line) => /^podo_(calls|requests)_total/.test(line))
    expect(counted.toSorted()).toEqual([
      'podo_calls_total{procedure="account.devices",kind="query",outcome="refused",refusal="SIGN_IN_REQUIRED"} 1',
      'podo_calls_total{procedure="account.me",kind="query",outcome="ok",refusal=""} 1',
      'podo_calls_total{procedure="account.signUp",kind="mutation",outcome="malformed",refusal=""} 1',
      'podo_calls_total{procedure="unknown",kind="unknown",outcome="malformed",refusal=""} 1',
      'podo_requests_total{route="/*",status="404"} 1',
      'podo_requests_total{route="/healthz",status="200"} 1',
    ])
    expect(text).toContain('podo_call_seconds_count{procedure="account.me",outcome="ok"} 1')
    expect(text).not.toMatch(/ada|lovelace/)
  })

  test("is of this process what means something on Bun", async () => {
    const text = await openMetrics().text()
    for (const name of ["process_resident_memory_bytes", "process_cpu_seconds_total"]) {
      expect(Number(new RegExp(`^${name} (.*)$`, "m").exec(text)?.[1])).toBeGreaterThan(0)
    }
    expect(text).toContain("nodejs_eventloop_lag_p99_seconds")
    expect(text).not.toContain("heap")
  })
})

describe("mails that are not sent", () => {
  const metrics = openMetrics()

  test("are not shown to a page whose name was made to point here", async () => {
    const app = createInternalApp({ metrics, mails: [] })
    const statusOf = async (host: string) => (await app.request(`http://${host}/dev/mail`)).status
    for (const host of ["localhost:3001", "127.0.0.1:3001", "[::1]:3001", "192.168.0.7:3001"]) {
      expect(await statusOf(host)).toBe(200)
    }
    expect(await statusOf("rebound.example.com:3001")).toBe(404)
  })

  test("are shown, the newest first, as what they are: text", async () => {
    const mailer = mailForDevelopment(() => {})
    const app = createInternalApp({ metrics, mails: mailer.kept })
    expect(await (await app.request("/dev/mail")).text()).toContain("No mail yet.")
    const evil = "<script>alert(1)</script>"
    mailer.post({ to: "ada@example.com", subject: "First", text: evil })
    mailer.post({ to: `"${evil}"@example.com`, subject: `Second ${evil}`, text: "Code 123456" })
    await mailer.idle()
    const response = await app.request("/dev/mail")
    const page = await response.text()
    expect(page).not.toContain("<script")
    expect(page).toContain("&lt;script&gt;")
    expect(page.indexOf("Second")).toBeLessThan(page.indexOf("First"))
    expect(page).toContain("Code 123456")
    expect(response.headers.get("cache-control")).toBe("no-store")
    expect(response.headers.get("content-security-policy")).not.toContain("unsafe")
  })

  test("have no page where there is an SMTP server", async () => {
    expect((await createInternalApp({ metrics }).request("/dev/mail")).status).toBe(404)
  })
})
