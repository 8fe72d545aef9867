import { createHash } from "node:crypto"
import type { Poster, PosterType } from "@podo/contract/poster"
import { drawPoster, type PosterSubject } from "./draw-poster.ts"

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

/** The poster that an input wants: what was uploaded, if it is a picture that is safe to show, or one that is drawn. */
export function posterFileOf(poster: Poster, subject: PosterSubject): PosterFile {
  if (!("base64" in poster)) return drawnPosterOf(subject)
  const content = Buffer.from(poster.base64, "base64")
  return fileOf("image/png", content)
}
