import { expect, test } from "bun:test"
import { titleOf } from "./tab-title.ts"

const waiting = (words: string) => ({ words, isTurn: false })

test("of two lines in one tab one is in the title, however often it is shown", () => {
  const page = { title: "Podo" }
  const title = titleOf(page)
  title.say("a", waiting("12"))
  title.say("b", waiting("7"))
  for (let time = 0; time < 5; time++) title.show()
  expect(page.title).toBe("12 · Podo")
})

test("whose turn it is speaks first, and gives the title back", () => {
  const page = { title: "Podo" }
  const title = titleOf(page)
  title.say("a", waiting("12"))
  title.say("b", { words: "● Now", isTurn: true })
  expect(page.title).toBe("● Now · Podo")
  expect(title.end("b")).toBe(true)
  expect(page.title).toBe("12 · Podo")
  expect(title.end("a")).toBe(false)
  expect(page.title).toBe("Podo")
})

test("a page that names itself meanwhile keeps its name, with the line before it", () => {
  const page = { title: "Podo" }
  const title = titleOf(page)
  title.say("a", waiting("12"))
  page.title = "My bookings · Podo"
  title.show()
  expect(page.title).toBe("12 · My bookings · Podo")
  title.say("a", waiting("11"))
  expect(page.title).toBe("11 · My bookings · Podo")
})

test("a page that named itself while no line spoke is not called what it was before", () => {
  const page = { title: "Podo" }
  const title = titleOf(page)
  title.say("a", waiting("12"))
  title.end("a")
  page.title = "My bookings"
  title.say("a", waiting("11"))
  expect(page.title).toBe("11 · My bookings")
})
