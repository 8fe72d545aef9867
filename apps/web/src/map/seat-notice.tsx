import type { Notice } from "./use-map-press.ts"

/** Why a press did nothing: seen over the map for some seconds, and announced. */
export function SeatNotice({ notice: { text, count } }: { notice: Notice }) {
  return (
    <output className="pointer-events-none absolute inset-x-3 bottom-3 flex justify-center text-sm">
      {text !== "" && (
        <span
          key={count}
          className="seat-notice rounded-xl border border-line bg-raised px-3 py-2 font-semibold text-ink shadow-float"
        >
          {text}
        </span>
      )}
    </output>
  )
}
