import { createHash } from "node:crypto"
import type { DeskProblem } from "@podo/contract/desk-problems"
import { POSTER_BYTES_MAX } from "@podo/contract/limits"
import type { Poster, PosterType } from "@podo/contract/poster"
import { Refused } from "@podo/contract/refusal"
import { drawPoster, type PosterSubject } from "./draw-poster.ts"
import { findPixelProblem, pixelTypeOf } from "./picture-type.ts"
import { judgeSvg } from "./safe-svg.ts"

/** A poster as it is kept: what it is, its bytes, and the name of these bytes. */
export type PosterFile = { mediaType: PosterType; digest: string; content: Buffer }

const DIGEST_CHARS = 16

const fileOf = (mediaType: PosterType, content: Buffer): PosterFile => ({
  mediaType,
  digest: createHash("sha256").update(content).digest("hex").slice(0, DIGEST_CHARS),
  content,
})

export const drawnPosterOf = (subject: PosterSubject): PosterFile =>
  fileOf("image/svg+xml", Buffer.from(drawPoster(subject)))

/**
 * The poster that an input wants: what was uploaded, if it is a picture that is safe to show, or one that is drawn.
 * The bytes of a file say its type. Refuses with NOT_VALID.
 */
export function posterFileOf(poster: Poster, subject: PosterSubject): PosterFile {
  if (!("base64" in poster)) return drawnPosterOf(subject)
  const content = Buffer.from(poster.base64, "base64")
  if (content.length > POSTER_BYTES_MAX) refuse("poster-too-large")
  const pixels = pixelTypeOf(content)
  if (pixels) {
    refuse(findPixelProblem(content, pixels))
    return fileOf(pixels, content)
  }
  const verdict = judgeSvg(content)
  if (verdict === "not-svg") refuse("poster-not-a-picture")
  if (verdict === "not-safe") refuse("poster-not-safe")
  return fileOf("image/svg+xml", content)
}

function refuse(problem: DeskProblem | undefined) {
  if (problem)
    throw new Refused({ code: "NOT_VALID", problems: [{ path: "poster.base64", problem }] })
}
