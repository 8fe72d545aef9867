/** The texts of an event, in whatever languages it has them. */
export type Told = {
  title: string
  englishTitle: string | null
  description: string
  englishDescription: string | null
  venueName: string
  venueEnglishName: string | null
}

/** As many characters as the column of folded titles holds; folding can make a text longer. */
const TITLE_CHARS_MAX = 600

/** How many characters of a text are one word of the index. */
const GRAM_LENGTH = 4
const GRAMS_PER_QUERY_MAX = 6

/**
 * One form for what people take to be the same: case, width, accents, how Hangul was composed, invisible characters
 * and runs of spaces make no difference.
 */
function fold(text: string): string {
  const plain = text
    .toWellFormed()
    .toLowerCase()
    .normalize("NFKD")
    .replaceAll(/[\p{M}\p{Cf}]/gu, "")
    // The parts of a composed capital are seen only now.
    .toLowerCase()
    .normalize("NFC")
  return plain.replaceAll(/[\s\p{Cc}]+/gu, " ").trim()
}

const hexOf = (code: number) => `z${code.toString(16).padStart(4, "0")}`

const asWord = new Map([...Array(0x80).keys()].map((code) => [code, wordOfAscii(code)]))

function wordOfAscii(code: number): string {
  const character = String.fromCharCode(code)
  if (character === " ") return "_"
  // "z" says that four hexadecimal digits follow, so no character's word is the beginning of another's.
  return /[a-y0-9]/.test(character) ? character : hexOf(code)
}

/** A word of ASCII that begins with another exactly when its text begins with the other's. */
function gramOf(text: string): string {
  // With a letter in front, no word is a number or one of those that an index leaves out.
  let word = "b"
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    word += asWord.get(code) ?? hexOf(code)
  }
  return word
}

/** The facts of an event that search has to know. */
export function searchTextOf(told: Told): { title: string; rest: string; grams: string } {
  const titles = [told.title, told.englishTitle]
  const others = [told.description, told.englishDescription, told.venueName, told.venueEnglishName]
  const grams = new Set<string>()
  for (const text of [...titles, ...others]) {
    const folded = fold(text ?? "")
    // The last characters begin words of full length too.
    const padded = folded + " ".repeat(GRAM_LENGTH - 1)
    for (let at = 0; at < folded.length; at++) grams.add(gramOf(padded.slice(at, at + GRAM_LENGTH)))
  }
  return {
    // A search text has no line break, and cannot run from one text into the next.
    title: titles
      .map((text) => fold(text ?? ""))
      .join("\n")
      .slice(0, TITLE_CHARS_MAX)
      .toWellFormed(),
    rest: others.map((text) => fold(text ?? "")).join("\n"),
    grams: [...grams].join(" "),
  }
}

/**
 * The question to the index, and the words that must then be found in the texts themselves. Nothing in it is a wildcard.
 * Null when nothing is left of the text that could be searched for.
 */
export function searchOf(text: string): { folded: string; booleanQuery: string } | null {
  const folded = fold(text)
  if (folded === "") return null
  if (folded.length < GRAM_LENGTH) return { folded, booleanQuery: `+${gramOf(folded)}*` }
  const last = folded.length - GRAM_LENGTH
  const starts = Array.from({ length: Math.ceil(last / GRAM_LENGTH) }, (_, n) => n * GRAM_LENGTH)
  const grams = [...starts.slice(0, GRAMS_PER_QUERY_MAX - 1), last].map((at) =>
    gramOf(folded.slice(at, at + GRAM_LENGTH)),
  )
  return { folded, booleanQuery: [...new Set(grams)].map((gram) => `+${gram}`).join(" ") }
}
