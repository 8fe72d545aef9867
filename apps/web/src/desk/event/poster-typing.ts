import { POSTER_BYTES_MAX, POSTER_PIXELS_MAX } from "@podo/contract/limits"
import type { FieldProblem } from "@podo/words/desk-problem"
import type { Wrong } from "../field-problems.ts"

export const POSTER_TYPES = ["image/png", "image/jpeg", "image/webp", "image/svg+xml"]

/** A picture as it was chosen: its bytes, and how the page shows them. */
export type Picture = { name: string; mediaType: string; base64: string }

export const POSTER_KINDS = ["generated", "upload"] as const
export type PosterTyping = { kind: (typeof POSTER_KINDS)[number]; picture: Picture | null }

export const POSTER_FIELD = "poster.picture"

export const FRESH_POSTER: PosterTyping = { kind: "generated", picture: null }

/** The part of a form that PosterFields asks for. */
export type WithPoster = { poster: PosterTyping }

/** As it is sent; a picture that is missing is null, and `unread` says so. */
export function readPoster({ kind, picture }: PosterTyping) {
  const unread: Wrong[] = []
  if (kind === "generated") return { poster: { generated: true }, unread }
  if (picture === null) unread.push({ path: POSTER_FIELD, problem: "missing" })
  return { poster: picture === null ? null : { base64: picture.base64 }, unread }
}

/** The field that asks for what the contract knows by this path. */
export const posterFieldOf = (path: string) => (path.startsWith("poster") ? POSTER_FIELD : path)

export const pictureUrl = ({ mediaType, base64 }: Picture) => `data:${mediaType};base64,${base64}`

/** The server looks closer; what is plain to see need not travel there first. */
export async function readPicture(file: File): Promise<Picture | FieldProblem> {
  if (!POSTER_TYPES.includes(file.type)) return "poster-not-a-picture"
  if (file.size > POSTER_BYTES_MAX) return "poster-too-large"
  const picture = { name: file.name, mediaType: file.type, base64: await base64Of(file) }
  if (file.type === "image/svg+xml") return picture
  const side = await longerSideOf(file)
  if (side === null) return "poster-not-a-picture"
  return side > POSTER_PIXELS_MAX ? "poster-too-many-pixels" : picture
}

function base64Of(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.addEventListener("load", () => {
      const url = typeof reader.result === "string" ? reader.result : ""
      resolve(url.slice(url.indexOf(",") + 1))
    })
    reader.addEventListener("error", () => reject(reader.error ?? new Error("The file is gone.")))
    reader.readAsDataURL(file)
  })
}

async function longerSideOf(file: File): Promise<number | null> {
  try {
    const bitmap = await createImageBitmap(file)
    const side = Math.max(bitmap.width, bitmap.height)
    bitmap.close()
    return side
  } catch {
    return null
  }
}
