import { afterAll, describe, expect, test } from "bun:test"
import { openTestStores } from "@podo/stores/testing"
import { createConnection } from "node:net"
import { text } from "node:stream/consumers"
import { openTestApi } from "../testing/api.ts"

const api = openTestApi(await openTestStores())
const server = Bun.serve({ port: 0, fetch: (request) => api.app.fetch(request) })
afterAll(() => server.stop(true))

/** As no client would send it. */
async function statusOf(host: string, request: string) {
  const socket = createConnection({ port: Number(server.port), host: "127.0.0.1" })
  socket.end(`${request} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`)
  const answer = await text(socket)
  return Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1])
}

describe("a Host header that is none", () => {
  test("is the caller's mistake, and no defect", async () => {
    for (const host of ["[::", "x:99999999", "%"]) {
      for (const request of [
        "GET /trpc/account.me",
        "GET /",
        "GET /healthz",
        "POST /trpc/account.signOut",
      ]) {
        expect(await statusOf(host, request)).toBe(400)
      }
    }
    expect(api.defects).toEqual([])
    expect(await statusOf("localhost", "GET /trpc/account.me")).toBe(200)
  })
})
