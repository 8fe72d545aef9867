import { describe, expect, test } from "bun:test"
import { EventId } from "@podo/contract/ids"
import { Refused } from "@podo/contract/refusal"
import sharp from "sharp"
import { drawnPosterOf, type PosterFile, posterFileOf, uploadedPosterOf } from "./poster-file.ts"
import { svg } from "./testing/pictures.ts"
import { type Upload, uploads } from "./testing/uploads.ts"

const subject = {
  eventId: EventId.parse(Bun.randomUUIDv7()),
  title: "달빛 마당",
  englishTitle: null,
  category: "festival" as const,
}

const upload = (content: Uint8Array) =>
  uploadedPosterOf({ base64: Buffer.from(content).toString("base64") })

/** An upload: the file that was made of it, or the problem at its field. */
async function outcomeOf(content: Uint8Array): Promise<PosterFile | string> {
  try {
    return await upload(content)
  } catch (error) {
    if (!(error instanceof Refused) || error.refusal.code !== "NOT_VALID") throw error
    const [{ path, problem } = { path: "", problem: "" }, ...others] = error.refusal.problems
    expect([path, others]).toEqual(["poster.base64", []])
    return problem.replace(/^poster-/, "")
  }
}

/** A WebP of our size, of one picture, that says nothing of where it comes from. */
async function expectOurs({ mediaType, content }: PosterFile) {
  const facts = await sharp(content).metadata()
  expect([mediaType, facts.format, facts.pages]).toEqual(["image/webp", "webp", undefined])
  expect([facts.exif, facts.xmp, facts.iptc, facts.icc]).toEqual(Array(4).fill(undefined))
  expect(facts.width <= 900 && facts.height <= 1_200).toBe(true)
}

const { judged, either } = await uploads()

describe("a poster that is uploaded", () => {
  test.each(judged.map((one): [string, Upload] => [one.name, one]))("%s", async (_, one) => {
    const outcome = await outcomeOf(one.content)
    expect(typeof outcome === "string" ? outcome : "made").toBe(one.verdict)
    if (typeof outcome !== "string") await expectOurs(outcome)
  })

  test.each(either.map(({ name, content }) => [name, content] as const))(
    "%s, made or refused, within its time and its memory",
    async (_, content) => {
      const outcome = await outcomeOf(content)
      if (typeof outcome !== "string") return expectOurs(outcome)
      expect(["too-heavy", "broken"]).toContain(outcome)
    },
  )

  test("stands upright as its camera was held", async () => {
    const turned = judged.find(({ name }) => name.startsWith("JPEG of a phone"))
    const { content } = await upload(turned?.content ?? new Uint8Array())
    const { width, height } = await sharp(content).metadata()
    expect(width).toBeGreaterThan(height)
  })

  test("is drawn without what an SVG asks of files and of other servers", async () => {
    const draw = async (inside: string) => (await upload(svg(inside))).digest
    const bare = await draw("<g/>")
    for (const url of ["file:///etc/hostname", "http://127.0.0.1:9/a.png", "/etc/hostname"]) {
      expect(await draw(`<image href="${url}" width="600" height="800"/>`)).toBe(bare)
    }
    expect(await draw('<rect width="600" height="800"/>')).not.toBe(bare)
  })

  test("has 2,000,000 bytes at most", async () => {
    expect(await outcomeOf(new Uint8Array(2_000_001))).toBe("too-large")
  })
})

test("a poster that nobody uploaded is drawn from the title", async () => {
  const drawn = await posterFileOf({ generated: true }, subject)
  expect(drawn).toEqual(drawnPosterOf(subject))
  expect(drawn.mediaType).toBe("image/svg+xml")
})
