export type Piece = { text: string; isMatch: boolean }

const SPECIAL = /[.*+?^${}()|[\]\\/]/g

/** The text in pieces, those that were searched for apart: in any case, and nothing is a wildcard. */
export function piecesOf(text: string, search: string): Piece[] {
  const wanted = search.trim()
  if (wanted === "") return [{ text, isMatch: false }]
  const pattern = new RegExp(`(${wanted.replace(SPECIAL, String.raw`\$&`)})`, "giu")
  return (
    text
      .split(pattern)
      // Every second piece is what stands in the brackets.
      .map((piece, index) => ({ text: piece, isMatch: index % 2 === 1 }))
      .filter((piece) => piece.text !== "")
  )
}

const LONE_JAMO_AT_END = /[\u1100-\u11ff\u3130-\u318f]$/

/** A syllable that is still being put together: "뮤ㅈ" is on its way to "뮤지". */
export function endsInHalfSyllable(text: string): boolean {
  return LONE_JAMO_AT_END.test(text)
}
