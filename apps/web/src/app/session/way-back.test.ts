import { describe, expect, test } from "bun:test"
import { signInHref, wayBack, withWayBack } from "./way-back.ts"

const backFrom = (href: string) => wayBack(new URL(href, "https://here.test").search)

describe("the way back", () => {
  test("is the page with its parameters from where somebody came", () => {
    expect(backFrom(signInHref("/bookings?event=1&x=%26"))).toBe("/bookings?event=1&x=%26")
    expect(backFrom(withWayBack("/password", "/account"))).toBe("/account")
    expect(signInHref("/")).toBe("/sign-in")
  })

  test("never leads to another site", () => {
    for (const away of [
      "https://away.test/",
      "//away.test",
      "/\\away.test",
      "/\t/away.test",
      "/..//away.test",
      "\\\\away.test",
      "javascript:alert(1)",
      "bookings",
    ]) {
      expect(backFrom(`/sign-in?next=${encodeURIComponent(away)}`)).toBe("/")
    }
  })
})
