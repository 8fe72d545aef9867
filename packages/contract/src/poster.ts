import { z } from "zod"
import { DESK_PROBLEMS } from "./desk-problems.ts"
import { POSTER_BYTES_MAX } from "./limits.ts"

export const PosterType = z.enum(["image/svg+xml", "image/png", "image/jpeg", "image/webp"])
export type PosterType = z.infer<typeof PosterType>

/** Base64 writes three bytes as four characters. */
const BASE64_CHARS_MAX = Math.ceil(POSTER_BYTES_MAX / 3) * 4

/** A picture that was uploaded, of which Podo makes one of its own, or one that Podo draws from the title. */
export const Poster = z.union([
  z.object({
    /** The file's bytes. Its type is read from them and not from what its name says. */
    base64: z
      .base64()
      .min(1)
      .max(BASE64_CHARS_MAX, { error: DESK_PROBLEMS["poster-too-large"], abort: true }),
  }),
  z.object({ generated: z.literal(true) }),
])
export type Poster = z.infer<typeof Poster>
