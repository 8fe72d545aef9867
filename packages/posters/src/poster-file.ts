import { createHash } from "node:crypto"
import { join } from "node:path"
import { POSTER_BYTES_MAX } from "@podo/contract/limits"
import type { Poster, PosterType } from "@podo/contract/poster"
import { boundedWork } from "@podo/jobs/bounded-work"
import { KilledApart, type Limits, runApart } from "@podo/jobs/run-apart"
import { drawPoster, type PosterSubject } from "./draw-poster.ts"
import { refusePoster } from "./refuse-poster.ts"

/** A poster as it is kept: what it is, its bytes, and the name of these bytes. All of them are made by us. */
export type PosterFile = { mediaType: PosterType; digest: string; content: Buffer }

const DIGEST_CHARS = 16
const JOB = join(import.meta.dir, "remake-poster-job.ts")
const LIMITS: Limits = { timeoutMs: 6_000, bytesMax: 700_000_000 }

const remaking = boundedWork({ atOnce: 1, patienceMs: 5_000, typicalMs: 500 })

const fileOf = (mediaType: PosterType, content: Buffer): PosterFile => ({
  mediaType,
  digest: createHash("sha256").update(content).digest("hex").slice(0, DIGEST_CHARS),
  content,
})

export const drawnPosterOf = (subject: PosterSubject): PosterFile =>
  fileOf("image/svg+xml", Buffer.from(drawPoster(subject)))

/**
 * The poster of an uploaded file: a WebP that is made anew from it, in a process of its own that is bounded in time and
 * memory, for a small file can be a large picture. Refuses with NOT_VALID, and with TOO_MANY_REQUESTS while many
 * others upload.
 */
export async function uploadedPosterOf({ base64 }: Extract<Poster, { base64: string }>) {
  const content = Buffer.from(base64, "base64")
  if (content.length > POSTER_BYTES_MAX) refusePoster("poster-too-large")
  const remade = await remaking
    .run(() => runApart<Uint8Array>(JOB, new Uint8Array(content), LIMITS))
    .catch((error: unknown) => {
      if (error instanceof KilledApart) refusePoster("poster-too-heavy")
      throw error
    })
  return fileOf("image/webp", Buffer.from(remade))
}

/** The poster that an input wants: what was uploaded, made anew, or one that is drawn. Refuses as `uploadedPosterOf`. */
export const posterFileOf = async (poster: Poster, subject: PosterSubject): Promise<PosterFile> =>
  "base64" in poster ? uploadedPosterOf(poster) : drawnPosterOf(subject)
