import type { Page } from "playwright-core"
import sharp from "sharp"

/** Of the picture, in pixels; the page is captured at twice that. */
const WIDTH = 390
const QUALITY = 62
const DOT_RADIUS = 22

type Frame = { png: Buffer; ms: number }
type Spot = { x: number; y: number }

/** Takes frames of a page, and writes them as one animated WebP that loops. */
export function openMovingPicture(page: Page) {
  const frames: Frame[] = []
  const still = async (ms: number) => void frames.push({ png: await page.screenshot(), ms })
  return {
    /** The page as it is, for so long. */
    still,
    /** The page with a dot where a thumb touches it, for a moment. */
    touch: async ({ x, y }: Spot) => {
      const png = await sharp(await page.screenshot())
        .composite([
          {
            input: dot(),
            left: Math.round(2 * (x - DOT_RADIUS)),
            top: Math.round(2 * (y - DOT_RADIUS)),
          },
        ])
        .png()
        .toBuffer()
      frames.push({ png, ms: 320 })
    },
    write: async (file: string) => {
      const pages = await Promise.all(
        frames.map(({ png }) => sharp(png).resize({ width: WIDTH }).png().toBuffer()),
      )
      const { size } = await sharp(pages, { join: { animated: true } })
        .webp({ quality: QUALITY, effort: 6, loop: 0, delay: frames.map(({ ms }) => ms) })
        .toFile(file)
      return size
    },
  }
}

const dot = () =>
  Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${4 * DOT_RADIUS}" height="${4 * DOT_RADIUS}"><circle cx="50%" cy="50%" r="${2 * DOT_RADIUS - 3}" fill="rgba(126, 58, 242, .35)" stroke="rgba(255, 255, 255, .9)" stroke-width="5"/></svg>`,
  )
