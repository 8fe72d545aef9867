/* oxlint-disable jsx-a11y/prefer-tag-over-role -- What a canvas paints is a picture, and no file that an img could show. */
import { Maximize, Minus, Plus } from "lucide-react"
import type { ReactNode } from "react"
import type { SeatWords } from "../app/language/seat-words.ts"
import type { MapView } from "./use-map-view.ts"

type MapFrameProps = {
  attach: (canvas: HTMLCanvasElement) => () => void
  view: MapView
  say: SeatWords
  /** The plan's shape, so that the canvas leaves no empty bands. */
  aspect: number
  /** The layer over the drawing that does not scale with it. */
  overlay: ReactNode
  /** The line under the drawing, beside the zoom buttons. */
  line: ReactNode
}

/** The canvas is one picture to a screen reader: the lists beside it offer the same places as text. */
export function MapFrame({ attach, view, say, aspect, overlay, line }: MapFrameProps) {
  return (
    <div className="overflow-clip rounded-2xl contain-inline-size forced-color-adjust-none border border-line bg-paper">
      <div
        className="relative max-h-[min(72svh,48rem)] min-h-[min(21rem,50svh)] w-full overflow-clip"
        style={{ aspectRatio: aspect }}
      >
        <canvas
          ref={attach}
          role="img"
          aria-label={say.mapElsewhere}
          className="hall-canvas absolute inset-0 size-full"
        />
        {overlay}
      </div>
      <div className="flex min-h-16 items-center gap-3 border-t border-line px-4 py-2">
        <div className="min-w-0 grow text-sm">{line}</div>
        <ZoomButtons view={view} say={say} />
      </div>
    </div>
  )
}

function ZoomButtons({ view: { zoomed, steps }, say }: { view: MapView; say: SeatWords }) {
  const buttons = [
    { word: say.zoomOut, icon: Minus, press: steps.out, off: zoomed === "whole" },
    { word: say.zoomFit, icon: Maximize, press: steps.all, off: zoomed === "whole" },
    { word: say.zoomIn, icon: Plus, press: steps.in, off: zoomed === "closest" },
  ]
  return (
    <div className="flex shrink-0 gap-1">
      {buttons.map(({ word, icon: Icon, press, off }) => (
        // A disabled button would drop the focus of whoever just pressed it.
        <button
          key={word}
          type="button"
          aria-label={word}
          title={word}
          aria-disabled={off}
          onClick={press}
          className="grid size-11 place-items-center rounded-full border border-line bg-raised text-ink hover:bg-wash aria-disabled:text-line-strong aria-disabled:hover:bg-raised"
        >
          <Icon size={20} aria-hidden />
        </button>
      ))}
    </div>
  )
}
