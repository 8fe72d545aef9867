import { join } from "node:path"
import sharp from "sharp"
import { bitmapOf, blurs, canvas, dataUrl, nestedPatterns, svg, usesOfUses } from "./pictures.ts"

/** The fate of a file: a picture, or the problem that it has. */
type Verdict = "made" | "not-a-picture" | "broken" | "too-heavy" | "too-many-pixels"

export type Upload = { name: string; content: Uint8Array; verdict: Verdict }

const LAUGHS = join(import.meta.dir, "billion-laughs.svg")
const gps = { exif: { IFD3: { GPSLatitude: "37/1 33/1 0/1", GPSLatitudeRef: "N" } } } as const

/** Pictures as cameras and tools save them. */
async function goodPictures(): Promise<Omit<Upload, "verdict">[]> {
  const small = await canvas(30, 40).png().toBuffer()
  const photo = canvas(1_600, 2_000)
  const frames = [canvas(60, 80), canvas(60, 80).negate()].map((frame) => frame.png().toBuffer())
  const moving = await sharp(await Promise.all(frames), { join: { animated: true } })
    .webp({ delay: [50, 50], loop: 0 })
    .toBuffer()
  return [
    { name: "PNG", content: small },
    {
      name: "PNG of 16 bits a channel",
      content: await canvas(60, 80).toColourspace("rgb16").png().toBuffer(),
    },
    { name: "PNG in grey", content: await canvas(60, 80).greyscale().png().toBuffer() },
    { name: "PNG of few colours", content: await canvas(60, 80).png({ palette: true }).toBuffer() },
    {
      name: "PNG that one can see through",
      content: await canvas(60, 80).ensureAlpha(0.4).png().toBuffer(),
    },
    {
      name: "JPEG of a phone, turned and with its place",
      content: await photo
        .clone()
        .withExif(gps.exif)
        .withMetadata({ orientation: 6 })
        .jpeg()
        .toBuffer(),
    },
    {
      name: "progressive JPEG",
      content: await photo.clone().jpeg({ progressive: true }).toBuffer(),
    },
    {
      name: "JPEG in the colours of print",
      content: await photo.clone().toColourspace("cmyk").jpeg().toBuffer(),
    },
    { name: "WebP", content: await photo.clone().webp().toBuffer() },
    { name: "WebP that moves", content: moving },
  ]
}

/** Drawings of a single part each. */
const plainDrawings = (): Omit<Upload, "verdict">[] => [
  {
    name: "SVG with a filter",
    content: svg(
      '<filter id="f"><feGaussianBlur stdDeviation="4"/></filter><circle cx="300" cy="400" r="99" filter="url(#f)"/>',
    ),
  },
  {
    name: "SVG with words",
    content: svg(
      '<text x="9" y="99" font-family="Noto Sans, serif" font-size="60">A &amp; B</text>',
    ),
  },
  {
    name: "SVG of a point",
    content: svg('<rect width="1" height="1"/>', 'width="1" height="1"'),
  },
]

/** Drawings as people's tools save them. */
async function goodDrawings(): Promise<Omit<Upload, "verdict">[]> {
  const small = await canvas(30, 40).png().toBuffer()
  return [
    {
      name: "SVG of Canva",
      content: svg(
        '<g clip-path="url(#a)"><rect width="600" height="800" fill="#7c3aed"/></g><clipPath id="a"><path d="M0 0h600v800H0z"/></clipPath>',
        'viewBox="0 0 600 800" zoomAndPan="magnify" preserveAspectRatio="xMidYMid meet" version="1.0"',
      ),
    },
    {
      name: "SVG of Illustrator",
      content: Buffer.concat([
        Buffer.from('<?xml version="1.0" encoding="UTF-8"?>\n<!-- Generator -->'),
        svg(
          '<defs><style>.cls-1{fill:url(#b)}</style><linearGradient id="b"><stop offset="0" stop-color="#f00"/></linearGradient></defs><g id="L" data-name="Layer 1"><rect class="cls-1" width="600" height="800"/></g>',
          'id="Layer_1" data-name="Layer 1" viewBox="0 0 600 800"',
        ),
      ]),
    },
    {
      name: "SVG of Inkscape",
      content: svg(
        '<sodipodi:namedview id="n" pagecolor="#fff"/><metadata>m</metadata><rect style="fill:#0a0" width="600" height="800"/>',
        'width="210mm" height="297mm" viewBox="0 0 210 297" xmlns:sodipodi="urn:tool" xmlns:inkscape="urn:tool" inkscape:version="1.3"',
      ),
    },
    {
      name: "SVG of Figma",
      content: svg(
        `<rect width="600" height="800" fill="url(#p)"/><defs><pattern id="p" patternContentUnits="objectBoundingBox" width="1" height="1"><use xlink:href="#i" transform="scale(.03 .025)"/></pattern><image id="i" width="30" height="40" xlink:href="${dataUrl(small)}"/></defs>`,
        'width="600" height="800" viewBox="0 0 600 800" fill="none"',
      ),
    },
    {
      name: "SVG of Sketch",
      content: svg(
        '<title>Poster</title><desc>Created here.</desc><g id="Page-1" stroke="none" fill="none" fill-rule="evenodd"><circle fill="#00f" cx="300" cy="400" r="200"/></g>',
        'width="600px" height="800px" viewBox="0 0 600 800" version="1.1"',
      ),
    },
    {
      name: "SVG of Affinity",
      content: svg(
        '<g transform="matrix(1,0,0,1,0,0)" serif:id="Layer 1"><path d="M0,0L600,800"/></g>',
        'width="100%" height="100%" viewBox="0 0 600 800" xml:space="preserve" xmlns:serif="urn:tool" style="fill-rule:evenodd"',
      ),
    },
  ]
}

/** Files that would hurt somebody, if we showed them as they came; drawn by us, they are pictures. */
const harmless = (): Omit<Upload, "verdict">[] => [
  { name: "script", content: svg("<script>alert(1)</script><rect width='9' height='9'/>") },
  {
    name: "script on loading",
    content: svg('<rect width="9" height="9"/>', 'viewBox="0 0 6 8" onload="alert(1)"'),
  },
  {
    name: "foreign page",
    content: svg(
      '<foreignObject width="9" height="9"><p xmlns="http://www.w3.org/1999/xhtml">a</p></foreignObject>',
    ),
  },
  { name: "link", content: svg('<a href="javascript:alert(1)"><rect width="9" height="9"/></a>') },
  {
    name: "picture of another server",
    content: svg('<image href="http://127.0.0.1:9/spy.png" width="9" height="9"/>'),
  },
  {
    name: "file of this server",
    content: svg('<image href="file:///etc/hostname" width="9" height="9"/>'),
  },
  {
    name: "styles of another server",
    content: svg(
      '<style>@import url("http://127.0.0.1:9/a.css");</style><rect width="9" height="9"/>',
    ),
  },
  {
    name: "animation",
    content: svg(
      '<rect width="9" height="9"><animate attributeName="x" values="0;9" dur="1s" repeatCount="indefinite"/></rect>',
    ),
  },
]

/** Files that are no pictures, or would take all that a server or a viewer has. */
async function badUploads(): Promise<Upload[]> {
  const jpeg = await canvas(1_600, 2_000).jpeg({ quality: 95 }).toBuffer()
  const noise = await sharp({
    create: {
      width: 400,
      height: 500,
      channels: 3,
      background: "#888",
      noise: { type: "gaussian", mean: 128, sigma: 60 },
    },
  })
    .png()
    .toBuffer()
  return [
    { name: "nothing but a byte", content: Buffer.from("x"), verdict: "not-a-picture" },
    { name: "GIF", content: await canvas(6, 8).gif().toBuffer(), verdict: "not-a-picture" },
    { name: "TIFF", content: await canvas(6, 8).tiff().toBuffer(), verdict: "not-a-picture" },
    {
      name: "page",
      content: Buffer.from("<html><body>poster</body></html>"),
      verdict: "not-a-picture",
    },
    { name: "PDF", content: Buffer.from("%PDF-1.7\n"), verdict: "not-a-picture" },
    {
      name: "SVG that is cut off",
      content: svg("<rect/>").subarray(0, -12),
      verdict: "not-a-picture",
    },
    {
      name: "half a JPEG",
      content: jpeg.subarray(0, Math.floor(jpeg.length / 2)),
      verdict: "broken",
    },
    {
      name: "half a PNG",
      content: noise.subarray(0, Math.floor(noise.length / 2)),
      verdict: "broken",
    },
    {
      name: "PNG of 20,000 pixels a side",
      content: bitmapOf(20_000, 20_000),
      verdict: "too-many-pixels",
    },
    { name: "PNG that is too long", content: bitmapOf(8, 6_001), verdict: "too-many-pixels" },
    {
      name: "SVG of 30,000 a side",
      content: svg("<rect/>", 'width="30000" height="30000"'),
      verdict: "too-many-pixels",
    },
    {
      name: "entities in entities",
      content: await Bun.file(LAUGHS).bytes(),
      verdict: "not-a-picture",
    },
    { name: "a hundred blurs", content: svg(blurs), verdict: "too-heavy" },
  ]
}

/** Files that a server may take for a picture or for too heavy, but that hurt nobody either way. */
const either = (): Omit<Upload, "verdict">[] => [
  { name: "patterns in patterns", content: svg(nestedPatterns(12)) },
  { name: "uses of uses", content: svg(usesOfUses(9)) },
  {
    name: "picture of 20,000 pixels a side within",
    content: svg(`<image href="${dataUrl(bitmapOf(20_000, 20_000))}" width="600" height="800"/>`),
  },
]

export async function uploads() {
  const made = [
    ...(await goodPictures()),
    ...(await goodDrawings()),
    ...plainDrawings(),
    ...harmless(),
  ]
  return {
    judged: [...made.map((one): Upload => ({ ...one, verdict: "made" })), ...(await badUploads())],
    either: either(),
  }
}
