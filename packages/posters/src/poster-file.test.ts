import { describe, expect, test } from "bun:test"
import { deflateSync } from "node:zlib"
import { EventId } from "@podo/contract/ids"
import { Refused } from "@podo/contract/refusal"
import { drawnPosterOf, posterFileOf } from "./poster-file.ts"

const subject = {
  eventId: EventId.parse(Bun.randomUUIDv7()),
  title: "달빛 마당",
  englishTitle: null,
  category: "festival" as const,
}

/** The outcome of uploading these bytes: their media type, or what is wrong with them. */
function upload(content: string | Uint8Array): string {
  const base64 = Buffer.from(content as string).toString("base64")
  try {
    return posterFileOf({ base64 }, subject).mediaType
  } catch (error) {
    if (!(error instanceof Refused) || error.refusal.code !== "NOT_VALID") throw error
    const [{ path, problem } = { path: "", problem: "" }, ...others] = error.refusal.problems
    expect([path, others]).toEqual(["poster.base64", []])
    return problem
  }
}

const svg = (inside: string, attributes = "") =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 6 8"${attributes}>${inside}</svg>`

/** A PNG of this size with nothing in it but its header. */
function png(width: number, height: number): Uint8Array {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data])
    const length = Buffer.alloc(4)
    length.writeUInt32BE(data.length)
    const check = Buffer.alloc(4)
    check.writeUInt32BE(Bun.hash.crc32(body))
    return Buffer.concat([length, body, check])
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 0], 8)
  const pixels = deflateSync(Buffer.alloc(height === 1 ? width + 1 : 0))
  const start = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  const end = chunk("IEND", Buffer.alloc(0))
  return Buffer.concat([start, chunk("IHDR", header), chunk("IDAT", pixels), end])
}

const jpeg = (width: number, height: number) =>
  Buffer.from([
    0xff,
    0xd8,
    0xff,
    0xe0,
    0,
    16,
    74,
    70,
    73,
    70,
    0,
    1,
    1,
    0,
    0,
    1,
    0,
    1,
    0,
    0,
    0xff,
    0xc0,
    0,
    11,
    8,
    height >> 8,
    height & 255,
    width >> 8,
    width & 255,
    1,
    1,
    17,
    0,
    0xff,
    0xd9,
  ])

const webp = (width: number, height: number) => {
  const bytes = Buffer.alloc(30)
  bytes.write("RIFF", 0)
  bytes.writeUInt32LE(22, 4)
  bytes.write("WEBPVP8X", 8)
  bytes.writeUInt32LE(10, 16)
  bytes.writeUIntLE(width - 1, 24, 3)
  bytes.writeUIntLE(height - 1, 27, 3)
  return bytes
}

describe("a poster is what its bytes say", () => {
  test("a PNG, a JPEG, a WebP, an SVG", () => {
    expect(upload(png(600, 1))).toBe("image/png")
    expect(upload(jpeg(600, 800))).toBe("image/jpeg")
    expect(upload(webp(600, 800))).toBe("image/webp")
    expect(upload(svg("<rect/>"))).toBe("image/svg+xml")
  })

  test("and not what else one could call a picture", () => {
    const others = [
      "",
      "GIF89a",
      "poster.png",
      "<html></html>",
      "<!DOCTYPE html><svg></svg>",
      "%PDF",
    ]
    for (const other of [...others, "<svg></svg>", svg("").slice(0, -3), png(0, 0)]) {
      expect([other, upload(other)]).toEqual([other, "poster-not-a-picture"])
    }
    const headless = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.alloc(40)])
    expect(upload(headless)).toBe("poster-not-a-picture")
  })

  test("up to 2,000,000 bytes and 6,000 pixels a side", () => {
    const padded = (bytes: number) =>
      Buffer.concat([png(600, 1), Buffer.alloc(bytes)]).subarray(0, bytes)
    expect(upload(padded(2_000_000))).toBe("image/png")
    expect(upload(padded(2_000_001))).toBe("poster-too-large")
    expect(upload(webp(6_000, 6_000))).toBe("image/webp")
    expect(upload(webp(6_001, 10))).toBe("poster-too-many-pixels")
    expect(upload(jpeg(10, 6_001))).toBe("poster-too-many-pixels")
  })
})

describe("an SVG poster", () => {
  test("may draw as Podo does", () => {
    expect(upload(drawnPosterOf(subject).content)).toBe("image/svg+xml")
  })

  const dot = "data:image/png;base64,iVBORw0KGgo="
  test.each([
    [
      "gradients",
      `<linearGradient id="a"><stop offset="0"/></linearGradient><rect fill="url(#a)"/>`,
    ],
    ["what it uses", `<path id="a" d="M0 0"/><use href="#a"/><use xlink:href="#a"/>`],
    ["pictures of its own", `<image href="${dot}"/><image xlink:href="${dot}"/>`],
    [
      "styles",
      `<style>.a{fill:url(#b);stroke:rgb(1,2,3)}</style><rect class="a" style="opacity:.5"/>`,
    ],
    [
      "words",
      `<title>A (B)</title><text font-family="'Noto Sans', serif">A &amp; B<tspan>C</tspan></text>`,
    ],
    ["filters", `<filter id="a"><feGaussianBlur stdDeviation="2"/></filter><g filter="url(#a)"/>`],
  ])("may have %s", (_, inside) => {
    expect(
      upload(`\uFEFF<?xml version="1.0" encoding="UTF-8"?>\n<!-- drawn -->${svg(inside)}`),
    ).toBe("image/svg+xml")
  })

  const bomb = Array.from(
    { length: 12 },
    (_, n) => `<g id="g${n + 1}">${`<use href="#g${n}"/>`.repeat(10)}</g>`,
  )
  test.each([
    ["a script", `<script>alert(1)</script>`],
    ["a script in another case", `<SCRIPT>alert(1)</SCRIPT>`],
    [
      "a script of another namespace",
      `<h:script xmlns:h="http://www.w3.org/1999/xhtml">1</h:script>`,
    ],
    ["a script under a prefix", `<s:script xmlns:s="http://www.w3.org/2000/svg">1</s:script>`],
    ["what happens on a click", `<rect onclick="alert(1)"/>`],
    ["what happens on loading", `<g onload="alert(1)"/>`],
    [
      "foreign parts",
      `<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">a</p></foreignObject>`,
    ],
    [
      "an animation of a link",
      `<a><animate attributeName="href" values="javascript:alert(1)"/></a>`,
    ],
    ["something that is set", `<rect><set attributeName="href" to="javascript:alert(1)"/></rect>`],
    ["a link", `<a href="https://example.com/"><rect/></a>`],
    ["a part of elsewhere", `<use href="https://example.com/a.svg#a"/>`],
    ["a part of elsewhere in the old way", `<use xlink:href="https://example.com/a.svg#a"/>`],
    [
      "a link under another prefix",
      `<use xmlns:l="http://www.w3.org/1999/xlink" l:href="//example.com"/>`,
    ],
    ["a base elsewhere", `<g xml:base="https://example.com/"><use href="#a"/></g>`],
    ["a picture of elsewhere", `<image href="https://example.com/a.png"/>`],
    ["a picture that is a document", `<image href="data:image/svg+xml;base64,PHN2Zz4="/>`],
    ["a picture that is code", `<image href="javascript:alert(1)"/>`],
    ["a picture by a filter", `<filter><feImage href="https://example.com/a.png"/></filter>`],
    ["a paint of elsewhere", `<rect fill="url(https://example.com/a.svg#a)"/>`],
    ["a second paint of elsewhere", `<rect fill="url(#a) url(//example.com)"/>`],
    ["a paint of elsewhere within another call", `<rect fill="rgb(url(//example.com))"/>`],
    ["a quoted paint of elsewhere", `<rect style="fill: URL( '//example.com' )"/>`],
    [
      "a paint between what looks like comments",
      `<rect style='--a:"/*";fill:url(//example.com);--b:"*/"'/>`,
    ],
    ["an escaped word", String.raw`<rect style="fill:\75rl(//example.com)"/>`],
    ["a style that imports", `<style>@import "//example.com/a.css";</style>`],
    ["an import around a child", `<style>@import "//example.com"<g/>;</style>`],
    [
      "an import within a style within a style",
      `<style>@import "//example.com";<style></style></style>`,
    ],
    ["an import in pieces", `<style>@imp<!-- -->ort "//example.com"</style>`],
    ["an import in CDATA", `<style><![CDATA[@import "//example.com"]]></style>`],
    ["an import in references", `<style>&#64;import "//example.com"</style>`],
    ["a font of elsewhere", `<style>@font-face{font-family:a;src:url(//example.com)}</style>`],
    ["a set of pictures", `<rect style="background:image-set('//example.com' 1x)"/>`],
    ["another document", `<iframe src="https://example.com"/>`],
    ["a processing instruction", `<?xml-stylesheet href="//example.com/a.css"?>`],
    ["itself again and again", `<g id="a"><use href="#a"/></g>`],
    ["itself by a paint", `<pattern id="a"><rect fill="url(#a)"/></pattern>`],
    ["more to draw than it seems", `<g id="g0"><rect/></g>${bomb.join("")}`],
    ["no end", "<g>".repeat(70) + "</g>".repeat(70)],
    ["too many elements", "<g/>".repeat(20_001)],
  ])("may not have %s", (_, inside) => {
    expect(upload(svg(inside))).toBe("poster-not-safe")
  })

  test("may not have entities, or an encoding in which its words are others", () => {
    const doctype = `<!DOCTYPE svg [<!ENTITY a "b">]>`
    expect(upload(doctype + svg("&a;"))).toBe("poster-not-safe")
    expect(upload(`<!DOCTYPE svg>${svg("")}`)).toBe("poster-not-safe")
    const declared = (encoding: string) => `<?xml version="1.0" encoding="${encoding}"?>${svg("")}`
    expect(upload(declared("UTF-7"))).toBe("poster-not-safe")
    expect(upload(declared("ISO-2022-JP"))).toBe("poster-not-safe")
    expect(upload(Buffer.from(declared("UTF-16"), "utf16le"))).toBe("poster-not-a-picture")
    expect(upload(svg("", ' onload="alert(1)"'))).toBe("poster-not-safe")
    expect(upload(svg("", ' data-a="1"'))).toBe("poster-not-safe")
  })

  test("that is made to be slow to look at is looked at in no time", () => {
    const beganAt = performance.now()
    const long = 700_000
    upload(svg(`<rect id="${"a".repeat(long)}"/>`))
    upload(svg(`<image href="data:image/png;base64,${" ".repeat(long)}!"/>`))
    upload(svg(`<rect style="${"(".repeat(long)}"/>`))
    upload(svg(`<rect style="${"url(#a)".repeat(long / 7)}"/>`))
    upload(svg("<g>".repeat(long / 7) + "</g>".repeat(long / 7)))
    upload(
      svg(Array.from({ length: 5_000 }, (_, n) => `<use id="u${n}" href="#u${n + 1}"/>`).join("")),
    )
    expect(performance.now() - beganAt).toBeLessThan(5_000)
  })
})
