import { expect, test } from "bun:test"
import { mergeMeanwhile } from "./merge-meanwhile.ts"

const began = { etag: "1", title: "A", limit: "4", areas: [{ price: "10" }, { price: "20" }] }

test("a change by the other one alone is taken, a change by both is contested", () => {
  const typed = { ...began, title: "Mine", areas: [{ price: "11" }, { price: "20" }] }
  const today = {
    etag: "2",
    title: "Theirs",
    limit: "6",
    areas: [{ price: "10" }, { price: "22" }],
  }
  expect(mergeMeanwhile({ began, typed, today })).toEqual({
    taken: [
      ["etag", "2"],
      ["limit", "6"],
      ["areas.1.price", "22"],
    ],
    contested: [["title", "Theirs"]],
  })
})

test("the same change by both is no conflict, nor is a change of one's own", () => {
  const typed = { ...began, title: "Same", limit: "9" }
  const today = { ...began, etag: "2", title: "Same" }
  expect(mergeMeanwhile({ began, typed, today })).toEqual({ taken: [["etag", "2"]], contested: [] })
})
