import { describe, expect, test } from "bun:test"
import { openTestStores } from "@podo/db/testing"
import { openTestApi } from "./testing.ts"

const { app, defects } = openTestApi(await openTestStores())
const uuid = () => Bun.randomUUIDv7()

describe("signing in", () => {
  const post = async (path: string, body: unknown) => {
    const response = await app.request(`/api/auth${path}`, {
      method: "POST",
      headers: { "content-type": "application/json", origin: "http://localhost" },
      body: JSON.stringify(body),
    })
    return response.status
  }

  test("says the same of a wrong password, an empty one and an unknown e-mail", async () => {
    const email = `${uuid()}@example.com`
    expect(await post("/sign-up/email", { email, password: "long enough", name: "Fan" })).toBe(200)
    expect(await post("/sign-in/email", { email, password: "long enough" })).toBe(200)
    const unknown = `${uuid()}@example.com`
    const answers = [
      await post("/sign-in/email", { email, password: "not the one" }),
      await post("/sign-in/email", { email, password: "" }),
      await post("/sign-in/email", { email: unknown, password: "not the one" }),
      await post("/sign-in/email", { email: unknown, password: "" }),
    ]
    expect(answers).toEqual([401, 401, 401, 401])
    expect(defects).toEqual([])
  })

  test("refuses names and e-mails that are no names and no e-mails", async () => {
    const email = `${uuid()}@example.com`
    const person = { email, password: "long enough", name: "Fan" }
    const answers = [
      await post("/sign-up/email", { ...person, name: " " }),
      await post("/sign-up/email", { ...person, name: "x".repeat(61) }),
      await post("/sign-up/email", { ...person, name: "\u0000" }),
      await post("/sign-up/email", { ...person, email: `${"x".repeat(300)}@example.com` }),
      await post("/sign-up/email", { ...person, email: "nobody" }),
      await post("/sign-up/email", { ...person, password: "short" }),
    ]
    expect(answers).toEqual([400, 400, 400, 400, 400, 400])
    expect(defects).toEqual([])
  })
})
