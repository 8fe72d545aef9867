import type { Sale } from "@podo/contract/desk-sale"
import { memo, useState, type PointerEvent } from "react"
import { useLanguage } from "../../app/language/language.ts"
import { factsOf, scaleOf } from "./chart-scale.ts"
import { minuteClock } from "./clocks.ts"
import { TimeAxis } from "./time-axis.tsx"

type Minutes = Sale["bookingsPerMinute"]
type MinutesChartProps = { minutes: Minutes; timeZone: string }

/** Bookings in each minute of the last hour. Equal answers keep their identity, so most polls draw nothing. */
export const MinutesChart = memo(function MinutesChart({ minutes, timeZone }: MinutesChartProps) {
  const { words, formats, language } = useLanguage()
  const [pointed, setPointed] = useState<number>()
  const clock = (instant: string) => minuteClock(instant, { language, timeZone })
  const shown = minutes[pointed ?? -1]
  return (
    <section aria-labelledby="chart" className="flex flex-col gap-3">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 id="chart" className="text-lg font-bold">
          {words.deskSale.chart}
        </h2>
        <p className="min-h-5 text-sm font-semibold" aria-hidden="true">
          {shown ? words.deskSale.chartAt(clock(shown.minute), formats.number(shown.bookings)) : ""}
        </p>
      </div>
      <figure className="flex flex-col gap-4 rounded-3xl bg-raised p-5 shadow-card ring-1 ring-line sm:p-6">
        <Plot minutes={minutes} clock={clock} pointed={pointed} onPoint={setPointed} />
        <figcaption className="text-sm text-muted">
          <Sentence minutes={minutes} clock={clock} />
        </figcaption>
        <TableOfMinutes minutes={minutes} clock={clock} />
      </figure>
    </section>
  )
})

type Drawn = { minutes: Minutes; clock: (instant: string) => string }

function Sentence({ minutes, clock }: Drawn) {
  const { words, formats } = useLanguage()
  const { total, peak, current } = factsOf(minutes)
  if (peak === undefined) return words.deskSale.chartNone
  return [
    words.deskSale.chartLead(formats.number(total)),
    words.deskSale.chartPeak(clock(peak.minute), formats.number(peak.bookings)),
    words.deskSale.chartNow(formats.number(current?.bookings ?? 0)),
  ].join(" ")
}

type PlotProps = Drawn & {
  pointed: number | undefined
  onPoint: (minute: number | undefined) => void
}

function Plot({ minutes, clock, pointed, onPoint }: PlotProps) {
  const scale = scaleOf(Math.max(0, ...minutes.map(({ bookings }) => bookings)))
  const top = scale.at(-1) ?? 1
  const point = (event: PointerEvent<SVGSVGElement>) => {
    const { left, width } = event.currentTarget.getBoundingClientRect()
    const at = Math.floor(((event.clientX - left) / width) * minutes.length)
    onPoint(Math.max(0, Math.min(minutes.length - 1, at)))
  }
  return (
    <div aria-hidden="true" className="grid grid-cols-[auto_1fr] gap-x-3 text-xs text-muted">
      <CountAxis scale={scale} top={top} />
      <svg
        viewBox={`0 0 ${minutes.length} 100`}
        preserveAspectRatio="none"
        className="h-44 w-full touch-pan-y overflow-visible"
        onPointerMove={point}
        onPointerDown={point}
        onPointerLeave={() => onPoint(undefined)}
      >
        <rect width={minutes.length} height="100" className="fill-transparent" />
        {scale.map((value) => (
          <line
            key={value}
            x2={minutes.length}
            y1={100 - (100 * value) / top}
            y2={100 - (100 * value) / top}
            vectorEffect="non-scaling-stroke"
            className={value === 0 ? "stroke-line-strong" : "stroke-line"}
          />
        ))}
        {minutes.map(({ minute, bookings }, at) => (
          <rect
            key={minute}
            x={at + 0.14}
            width="0.72"
            y={100 - (100 * bookings) / top}
            height={(100 * bookings) / top}
            className={at === minutes.length - 1 ? "fill-leaf" : "fill-grape"}
            opacity={pointed === undefined || pointed === at ? 1 : 0.45}
          />
        ))}
      </svg>
      <div className="col-start-2 pt-1">
        <TimeAxis minutes={minutes} clock={clock} />
      </div>
    </div>
  )
}

function CountAxis({ scale, top }: { scale: readonly number[]; top: number }) {
  const { formats } = useLanguage()
  return (
    <div className="relative h-44 min-w-6">
      {scale.map((value) => (
        <span
          key={value}
          className="absolute right-0 translate-y-1/2 whitespace-nowrap"
          style={{ bottom: `${(100 * value) / top}%` }}
        >
          {formats.number(value)}
        </span>
      ))}
      {/* As wide as the widest label, for absolute ones take no room. */}
      <span className="invisible">{formats.number(top)}</span>
    </div>
  )
}

function TableOfMinutes({ minutes, clock }: Drawn) {
  const { words, formats } = useLanguage()
  return (
    <div className="sr-only">
      <table>
        <caption>{words.deskSale.chart}</caption>
        <thead>
          <tr>
            <th scope="col">{words.deskSale.chartMinute}</th>
            <th scope="col">{words.deskSale.chartBookings}</th>
          </tr>
        </thead>
        <tbody>
          {minutes.map(({ minute, bookings }) => (
            <tr key={minute}>
              <th scope="row">{clock(minute)}</th>
              <td>{formats.number(bookings)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
