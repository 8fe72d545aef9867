/** Widths of letters as a part of their size, as the fonts of posters have them, near enough to fit. */
function widthOfLetter(letter: string): number {
  if (/[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uff60]/.test(letter))
    return 0.95
  if (/\p{Extended_Pictographic}/u.test(letter)) return 1.2
  if (/[ .,:;'!|ilIjtf()[\]]/.test(letter)) return 0.34
  if (/[mwMW@%&]/.test(letter)) return 1.05
  if (/[A-Z0-9]/.test(letter)) return 0.7
  return 0.6
}

const widthOf = (text: string) =>
  Array.from(text).reduce((sum, letter) => sum + widthOfLetter(letter), 0)

export type Fit = { lines: string[]; size: number }

type Room = { width: number; height: number; sizeMax: number; sizeMin: number; leading: number }

/** Lines of words, none wider than this; a word that is wider alone is broken. */
function wrap(words: string[], widthMax: number): string[] {
  const lines: string[] = []
  let line = ""
  for (const word of words.flatMap((one) => broken(one, widthMax))) {
    const longer = line === "" ? word : `${line} ${word}`
    if (line !== "" && widthOf(longer) > widthMax) {
      lines.push(line)
      line = word
    } else line = longer
  }
  return line === "" ? lines : [...lines, line]
}

function broken(word: string, widthMax: number): string[] {
  const parts: string[] = []
  let part = ""
  for (const letter of word) {
    if (part !== "" && widthOf(part + letter) > widthMax) {
      parts.push(part)
      part = letter
    } else part += letter
  }
  return part === "" ? parts : [...parts, part]
}

const isWhole = (lines: string[], words: string[]) =>
  lines.flatMap((line) => line.split(" ")).length === words.length

/** The largest lettering that fits into the room, with words kept whole as long as any size allows it. */
export function fitted(text: string, room: Room): Fit {
  const words = text.split(/\s+/).filter((word) => word !== "")
  let fallback: Fit | undefined
  for (let size = room.sizeMax; size >= room.sizeMin; size -= 2) {
    const lines = wrap(words, room.width / size)
    if (lines.length * size * room.leading > room.height) continue
    if (isWhole(lines, words)) return { lines: balanced(words, lines, room.width / size), size }
    fallback ??= { lines, size }
  }
  return fallback ?? { lines: wrap(words, room.width / room.sizeMin), size: room.sizeMin }
}

/** As many lines, but of widths as even as words allow: no last word stands alone for want of trying. */
function balanced(words: string[], lines: string[], widthMax: number): string[] {
  for (let width = widthMax * 0.4; width < widthMax; width += widthMax * 0.04) {
    const narrower = wrap(words, width)
    if (narrower.length === lines.length && isWhole(narrower, words)) return narrower
  }
  return lines
}
