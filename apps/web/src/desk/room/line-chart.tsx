import type { DeskRoom } from "@podo/contract/desk-room"
import { type PointerEvent, useState } from "react"
import { useLanguage } from "../../app/language/language.ts"
import { type Clock, minuteClock } from "../sale/clocks.ts"
import { TimeAxis } from "../sale/time-axis.tsx"
import { type Strip, type StripName, stripsOf, sumsOf } from "./line-strips.ts"
import { LineTable } from "./line-table.tsx"

const FILLS: Record<StripName, string> = {
  waiting: "fill-grape",
  entered: "fill-amber",
  admitted: "fill-leaf",
}

type LineChartProps = { desk: DeskRoom; timeZone: string }

/** The people who came, went in and were left waiting, minute by minute. */
export function LineChart({ desk, timeZone }: LineChartProps) {
  const { words, formats, language } = useLanguage()
  const [pointed, setPointed] = useState<number>()
  const clock = (instant: string) => minuteClock(instant, { language, timeZone })
  const strips = stripsOf(desk)
  const { entered, admitted, noShows } = sumsOf(desk)
  return (
    <figure className="flex flex-col gap-4 rounded-3xl bg-raised p-5 shadow-card ring-1 ring-line sm:p-6">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h3 className="font-bold">{words.deskRoom.chart}</h3>
        <p className="min-h-5 text-sm font-semibold" aria-hidden="true">
          <Pointed desk={desk} strips={strips} at={pointed} clock={clock} />
        </p>
      </div>
      <div aria-hidden="true" className="flex flex-col gap-3 text-xs text-muted">
        {strips.map((strip) => (
          <StripPlot key={strip.name} strip={strip} pointed={pointed} onPoint={setPointed} />
        ))}
        <div className="-mt-2">
          <TimeAxis minutes={desk.minutes} clock={clock} />
        </div>
      </div>
      <figcaption className="text-sm text-muted">
        {desk.room === null
          ? words.deskRoom.unseen
          : words.deskRoom.chartLead(
              formats.number(entered),
              formats.number(admitted),
              formats.number(noShows),
            )}
      </figcaption>
      <LineTable desk={desk} clock={clock} />
    </figure>
  )
}

type PointedProps = { desk: DeskRoom; strips: Strip[]; at: number | undefined; clock: Clock }

function Pointed({ desk, strips, at, clock }: PointedProps) {
  const { words, formats } = useLanguage()
  const minute = desk.minutes[at ?? -1]
  if (at === undefined || minute === undefined) return null
  const [waiting, entered, admitted] = strips.map(({ counts }) => {
    const count = counts[at] ?? null
    return count === null ? words.deskRoom.unknown : formats.number(count)
  })
  return words.deskRoom.chartAt(clock(minute.minute), {
    waiting: waiting ?? "",
    entered: entered ?? "",
    admitted: admitted ?? "",
  })
}

type StripPlotProps = {
  strip: Strip
  pointed: number | undefined
  onPoint: (minute: number | undefined) => void
}

function StripPlot({ strip, pointed, onPoint }: StripPlotProps) {
  const { words, formats } = useLanguage()
  const { name, counts, top, largest } = strip
  const labels: Record<StripName, string> = {
    waiting: words.deskRoom.chartWaiting,
    entered: words.deskRoom.chartEntered,
    admitted: words.deskRoom.chartAdmitted,
  }
  const point = (event: PointerEvent<SVGSVGElement>) => {
    const { left, width } = event.currentTarget.getBoundingClientRect()
    const at = Math.floor(((event.clientX - left) / width) * counts.length)
    onPoint(Math.max(0, Math.min(counts.length - 1, at)))
  }
  return (
    <div className="flex flex-col gap-1">
      <p className="flex justify-between gap-3">
        <span className="font-semibold text-ink">{labels[name]}</span>
        <span>{words.deskRoom.chartPeak(formats.number(largest))}</span>
      </p>
      <svg
        viewBox={`0 0 ${Math.max(1, counts.length)} 100`}
        preserveAspectRatio="none"
        className="h-16 w-full touch-pan-y border-b border-line-strong bg-sunken"
        onPointerMove={point}
        onPointerDown={point}
        onPointerLeave={() => onPoint(undefined)}
      >
        {counts.map((count, at) =>
          count === null || count === 0 ? null : (
            <rect
              // Minutes have no other name: the strip moves on by one at a time.
              key={at}
              x={at + 0.14}
              width="0.72"
              y={100 - barOf(count, top)}
              height={barOf(count, top)}
              className={FILLS[name]}
              opacity={pointed === undefined || pointed === at ? 1 : 0.45}
            />
          ),
        )}
      </svg>
    </div>
  )
}

/** One of ten thousand is still to be seen. */
const barOf = (count: number, top: number) => Math.max(3, (100 * count) / top)
