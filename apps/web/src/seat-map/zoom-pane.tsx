import { Maximize, Minus, Plus } from "lucide-react"
import type { ComponentProps, ReactNode } from "react"
import type { SeatWords } from "./seat-words.ts"
import type { Zoom } from "./use-zoom.ts"
import { isFit } from "./zoom-limits.ts"

type ZoomPaneProps = {
  zoom: Zoom
  say: SeatWords
  /** The plan's shape, so that the pane leaves no empty bands. */
  aspect: number
  svgProps: ComponentProps<"svg">
  /** A line above the drawing. */
  head?: ReactNode
  /** Tall enough for a finger to find its way when zoomed in, also where the plan is wide. */
  roomy?: boolean
  /** What lies over the drawing and does not scale with it. */
  overlay?: ReactNode
  /** The line under the drawing, beside the zoom buttons. */
  line: ReactNode
  children: ReactNode
}

export function ZoomPane(props: ZoomPaneProps) {
  const { zoom, say, aspect, roomy = false, svgProps, head, overlay, line, children } = props
  const { attach, view, fit, glides } = zoom
  return (
    <div className="overflow-clip rounded-2xl contain-inline-size forced-color-adjust-none border border-line bg-paper">
      {head}
      <div
        className={`relative max-h-[min(72svh,48rem)] w-full overflow-clip ${roomy ? "min-h-[min(21rem,50svh)]" : "min-h-72"}`}
        style={{ aspectRatio: aspect }}
      >
        <svg
          {...svgProps}
          ref={attach}
          data-whole={isFit(view.k, fit)}
          className="zoom-svg absolute inset-0 size-full"
        >
          <g
            className="zoom-view"
            data-glides={glides}
            style={{ transform: `translate(${view.x}px, ${view.y}px) scale(${view.k})` }}
          >
            {children}
          </g>
        </svg>
        {overlay}
      </div>
      <div className="flex min-h-16 items-center gap-3 border-t border-line px-4 py-2">
        <div className="min-w-0 grow text-sm">{line}</div>
        <ZoomButtons zoom={zoom} say={say} />
      </div>
    </div>
  )
}

function ZoomButtons({ zoom, say }: { zoom: Zoom; say: SeatWords }) {
  const { view, fit, closest, steps } = zoom
  const whole = isFit(view.k, fit)
  const buttons = [
    { word: say.zoomOut, icon: Minus, press: steps.out, off: whole },
    { word: say.zoomFit, icon: Maximize, press: steps.all, off: whole },
    { word: say.zoomIn, icon: Plus, press: steps.in, off: view.k >= closest * 0.99 },
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
