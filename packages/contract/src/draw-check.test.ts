import { describe, expect, test } from "bun:test"
import {
  checkDraw,
  digestOfDraws,
  drawerOf,
  type DrawToCheck,
  hashOfText,
  placeAmong,
} from "./draw-check.ts"
import { DRAWS_PER_PAGE } from "./limits.ts"

const SEED = "5eed".repeat(16)
const PERFORMANCE = "019aa7c2-0000-7000-8000-000000000001"

const personNamed = (index: number) =>
  `019aa7c2-0000-7000-8000-${index.toString(16).padStart(12, "0")}`
const people = Array.from({ length: 300 }, (_, index) => personNamed(index))
const [reader, smuggled] = [personNamed(7), personNamed(300)]
const drawn = await drawerOf(SEED, PERFORMANCE)
const draws = (await Promise.all(people.map(drawn))).toSorted()
const without = (draw: string) => draws.filter((other) => other !== draw)
const readersDraw = await drawn(reader)

/** A draw as a server publishes it that sealed all it shows: what is wrong is wrong from the start. */
async function publish(shown: string[], told: Partial<DrawToCheck["draw"]> = {}) {
  const pages = shown.length === 0 ? [] : [shown.join("")]
  const place = placeAmong(pages, readersDraw)
  const draw = {
    seedHash: await hashOfText(SEED),
    seed: SEED,
    entrants: shown.length,
    digest: await digestOfDraws(pages),
    sealedAt: "2026-11-21T20:00:00.000Z",
    pages: pages.length,
    mine: place === null ? null : { place },
    ...told,
  }
  return { performanceId: PERFORMANCE, draw, pages, userId: reader }
}

const wrongIn = async (asked: DrawToCheck) => (await checkDraw(asked)).wrong

const swapped = (shown: string[], at: number) =>
  shown.map((draw, index) => shown[index === at ? at + 1 : index === at + 1 ? at : index] ?? draw)

describe("a draw that is right", () => {
  test("passes every check, and shows the reader their place", async () => {
    const { wrong, mine } = await checkDraw(await publish(draws))
    expect(wrong).toEqual([])
    expect(mine).toEqual({ draw: readersDraw, place: draws.indexOf(readersDraw) + 1 })
  })

  test("passes for who was not there, and for who does not say who they are", async () => {
    const asked = await publish(without(readersDraw))
    expect(await checkDraw(asked)).toEqual({ wrong: [], mine: { draw: readersDraw, place: null } })
    expect(await checkDraw({ ...asked, userId: undefined })).toEqual({ wrong: [], mine: null })
  })
})

describe("a problem is named:", () => {
  test("another seed than the one whose hash was told", async () => {
    const other = "0dd5".repeat(16)
    expect(await wrongIn(await publish(draws, { seed: other }))).toEqual(["seed", "place"])
  })

  test("another hash than the one that the reader was shown", async () => {
    const asked = await publish(draws)
    const hashSeen = await hashOfText("another seed")
    expect(await wrongIn({ ...asked, hashSeen })).toEqual(["hash"])
    expect(await wrongIn({ ...asked, hashSeen: asked.draw.seedHash })).toEqual([])
  })

  test("somebody who was smuggled in after the sealing", async () => {
    const sealed = await publish(draws)
    const more = [...draws, await drawn(smuggled)].toSorted()
    const place = placeAmong([more.join("")], readersDraw)
    const draw = { ...sealed.draw, mine: { place: place ?? 0 } }
    const asked = { ...sealed, draw, pages: [more.join("")] }
    expect(await wrongIn(asked)).toEqual(["entrants", "digest"])
    const { entrants } = await publish(more).then(({ draw: told }) => told)
    expect(await wrongIn({ ...asked, draw: { ...draw, entrants } })).toEqual(["digest"])
  })

  test("somebody who is missing: another, or the reader", async () => {
    const other = draws.find((draw) => draw > readersDraw) ?? ""
    const sealed = await publish(draws)
    const asked = { ...sealed, pages: [without(other).join("")] }
    expect(await wrongIn(asked)).toEqual(["entrants", "digest"])
    // Even where all else has been made to fit.
    const { draw } = await publish(without(readersDraw))
    const told = { ...draw, mine: { place: draws.indexOf(readersDraw) + 1 } }
    const lost = { ...sealed, draw: told, pages: [without(readersDraw).join("")] }
    expect(await wrongIn(lost)).toEqual(["place"])
    expect(await wrongIn(await publish(draws, { mine: null }))).toEqual(["place"])
  })

  test("an order that was swapped, and a draw that is there twice", async () => {
    const at = draws.indexOf(readersDraw)
    const elsewhere = at > 150 ? 10 : 200
    expect(await wrongIn(await publish(swapped(draws, elsewhere)))).toEqual(["order"])
    const twice = [...draws, draws[299] ?? ""]
    expect(await wrongIn(await publish(twice))).toEqual(["order"])
  })

  test("a place that is not the reader's", async () => {
    const mine = { place: draws.indexOf(readersDraw) + 2 }
    expect(await wrongIn(await publish(draws, { mine }))).toEqual(["place"])
  })

  test("another digest, and another number", async () => {
    const digest = await hashOfText("something else")
    expect(await wrongIn(await publish(draws, { digest }))).toEqual(["digest"])
    expect(await wrongIn(await publish(draws, { entrants: 299 }))).toEqual(["entrants"])
  })

  test("pages that are not full, have too much, or hold no draws", async () => {
    const asked = await publish(draws)
    const cut = [draws.slice(0, 100).join(""), draws.slice(100).join("")]
    expect(await wrongIn({ ...asked, pages: cut })).toEqual(["pages"])
    const half = [`${draws.join("")}f`]
    expect(await wrongIn({ ...asked, pages: half })).toContain("pages")
    expect(await wrongIn(await publish([...draws, "not-hex-digit"]))).toContain("pages")
    expect(await wrongIn(await publish([...draws, "fffffffffffff"]))).toEqual([])
    const long = Array.from({ length: DRAWS_PER_PAGE + 1 }, (_, index) => spelled(index + 1))
    expect(await wrongIn({ ...(await publish(long)), userId: undefined })).toEqual(["pages"])
  })

  test("a draw that is not told yet", async () => {
    const told = { seed: null, entrants: null, digest: null, mine: null }
    expect(await wrongIn(await publish([], told))).toEqual(["seed", "entrants", "digest"])
  })
})

const spelled = (draw: number) => draw.toString(16).padStart(13, "0")

describe("a place among draws", () => {
  test("is found on every page, from the first to the last", () => {
    const all = Array.from({ length: 95 }, (_, index) => spelled(index * 3))
    const pages = Array.from({ length: 10 }, (_, page) => all.slice(page * 10, page * 10 + 10))
    const texts = pages.map((page) => page.join(""))
    expect(all.map((draw) => placeAmong(texts, draw))).toEqual(all.map((_, index) => index + 1))
    expect(all.map((_, index) => placeAmong(texts, spelled(index * 3 + 1)))).toEqual(
      all.map(() => null),
    )
    expect(placeAmong([], spelled(1))).toBeNull()
  })
})
