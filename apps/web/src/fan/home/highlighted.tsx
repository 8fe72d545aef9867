import { piecesOf } from "./match.ts"

/** A title, with what was searched for marked in it. */
export function Highlighted({ text, search }: { text: string; search: string }) {
  const pieces = piecesOf(text, search)
  return pieces.map(({ text: piece, isMatch }, index) =>
    isMatch ? (
      // oxlint-disable-next-line react/no-array-index-key -- Pieces of one text have nothing else.
      <mark key={index} className="rounded-sm bg-wash-line text-inherit">
        {piece}
      </mark>
    ) : (
      piece
    ),
  )
}
