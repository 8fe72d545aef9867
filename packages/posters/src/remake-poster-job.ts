import { POSTER_PIXELS_MAX } from "@podo/contract/limits"
import sharp from "sharp"
import { refusePoster } from "./refuse-poster.ts"

const TAKEN = new Set<string | undefined>(["png", "jpeg", "webp", "svg"])
/** Twice what the largest poster on a page measures, for screens that are twice as fine. */
const [WIDTH_MAX, HEIGHT_MAX] = [900, 1_200]
const QUALITY = 82

// Nothing outside of the file is read: what librsvg is given has no address of its own.
const READING = {
  limitInputPixels: POSTER_PIXELS_MAX ** 2,
  // The first picture of a moving one.
  pages: 1,
  failOn: "error",
} as const

/**
 * Makes a poster anew from an uploaded file: its pixels as a WebP of a size that we choose, upright, of the first
 * picture alone, without places, names and whatever else travels in a file. An SVG is drawn here, and never shown as
 * it came. It runs in a process of its own: see poster-file.ts. Refuses with NOT_VALID.
 */
export async function job(content: Uint8Array): Promise<Uint8Array> {
  sharp.concurrency(1)
  sharp.cache(false)
  const { format, width, height } = await sharp(content, { limitInputPixels: false })
    .metadata()
    .catch(() => refusePoster("poster-not-a-picture"))
  if (!TAKEN.has(format)) refusePoster("poster-not-a-picture")
  if (Math.max(width, height) > POSTER_PIXELS_MAX) refusePoster("poster-too-many-pixels")
  const bounds = { width: WIDTH_MAX, height: HEIGHT_MAX, fit: "inside" } as const
  return sharp(content, READING)
    .autoOrient()
    .resize({ ...bounds, withoutEnlargement: format !== "svg" })
    .webp({ quality: QUALITY })
    .toBuffer()
    .catch(() => refusePoster("poster-broken"))
}
