import { z } from "zod"

/** Ends of lines and other controls, halves of characters, and what turns the direction of all that follows. */
const UNWRITABLE = /[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069]/u
const VISIBLE = /[\p{L}\p{N}\p{P}\p{S}]/u

/** One line that people read, or none: what is not empty can be seen. */
export const lineOrNone = (charsMax: number) =>
  z
    .string()
    .trim()
    .max(charsMax)
    .refine((text) => text === "" || (VISIBLE.test(text) && !UNWRITABLE.test(text)), {
      message: "Use letters, digits, spaces and signs.",
    })

/** One line that people read, a title or a name: something in it can be seen. */
export const line = (charsMax: number) => lineOrNone(charsMax).min(1)

/** As many lines as a person likes. Halves of characters are no text that a database would take. */
export const lines = (charsMax: number) =>
  z
    .string()
    .trim()
    .max(charsMax)
    .regex(/^[^\p{Cs}\0]*$/u, "Use letters, digits, spaces and signs.")
