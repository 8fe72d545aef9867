import type { ComponentProps } from "react"
import { SeatFacts } from "./seat-card.tsx"
import type { SeatWords } from "./seat-words.ts"
import type { Notice } from "./use-seat-press.ts"

type SeatLineProps = {
  notice: Notice
  shown: ComponentProps<typeof SeatFacts> | undefined
  say: SeatWords
}

/** The seat that was touched, and why a press did nothing: visible, and announced. */
export function SeatLine({ notice, shown, say }: SeatLineProps) {
  return (
    <>
      {shown ? (
        <SeatFacts {...shown} />
      ) : (
        notice.text === "" && <span className="text-muted">{say.tapHint}</span>
      )}
      <output className="block text-ember empty:hidden">
        <span key={notice.count}>{notice.text}</span>
      </output>
    </>
  )
}
