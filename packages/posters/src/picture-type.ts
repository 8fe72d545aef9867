import { POSTER_PIXELS_MAX } from "@podo/contract/limits"
import type { DeskProblem } from "@podo/contract/desk-problems"
import { imageSize } from "image-size"

type PixelType = "image/png" | "image/jpeg" | "image/webp"

const ascii = (bytes: Uint8Array, from: number, to: number) =>
  String.fromCharCode(...bytes.subarray(from, to))

const beginsWith = (bytes: Uint8Array, ...start: number[]) =>
  start.every((byte, index) => bytes[index] === byte)

/** The type of a file by its first bytes, whatever it is called; nothing when it is none of these. */
export function pixelTypeOf(bytes: Uint8Array): PixelType | undefined {
  if (beginsWith(bytes, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return "image/png"
  if (beginsWith(bytes, 0xff, 0xd8, 0xff)) return "image/jpeg"
  if (ascii(bytes, 0, 4) === "RIFF" && ascii(bytes, 8, 12) === "WEBP") return "image/webp"
  return undefined
}

const names: Record<PixelType, string> = {
  "image/png": "png",
  "image/jpeg": "jpg",
  "image/webp": "webp",
}

/** Whether it has a size, as a picture does, and one that a phone can show. */
export function findPixelProblem(bytes: Uint8Array, type: PixelType): DeskProblem | undefined {
  const size = sizeOf(bytes)
  if (!size || size.type !== names[type] || size.width < 1 || size.height < 1) {
    return "poster-not-a-picture"
  }
  const longest = Math.max(size.width, size.height)
  return longest > POSTER_PIXELS_MAX ? "poster-too-many-pixels" : undefined
}

function sizeOf(bytes: Uint8Array) {
  try {
    return imageSize(bytes)
  } catch {
    // It says so of whatever it cannot read.
    return undefined
  }
}
