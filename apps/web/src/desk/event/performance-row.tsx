import type { DeskEvent } from "@podo/contract/desk"
import type { DeskPerformance } from "@podo/contract/desk-performance"
import { Activity, Pencil, Trash2, UsersRound } from "lucide-react"
import type { ReactNode } from "react"
import { Link } from "wouter"
import { useLanguage } from "../../app/language/language.ts"
import { buttonLook } from "../../app/shell/button.tsx"
import { Badge, type Tone } from "../badge.tsx"
import { roomHref } from "../room/room-href.ts"
import { PlacesOf, SoldBar } from "../sold-bar.tsx"
import { isRemovable, type PerformanceState, stateOf } from "./months.ts"

const TONES: Record<PerformanceState, Tone> = {
  draft: "amber",
  scheduled: "plain",
  open: "leaf",
  "sold-out": "grape",
  closed: "plain",
  cancelled: "ember",
}

type PerformanceRowProps = {
  event: DeskEvent
  performance: DeskPerformance
  onAsk: (action: "edit" | "remove", performance: DeskPerformance) => void
}

export function PerformanceRow({ event, performance, onAsk }: PerformanceRowProps) {
  const { words, formats } = useLanguage()
  const when = formats.dayAndClock(performance.startsAt, event.timeZone)
  return (
    <li className="grid grid-cols-[1fr_auto] items-center gap-x-4 gap-y-2.5 px-4 py-3 sm:grid-cols-[minmax(0,1fr)_10rem_auto]">
      <div className="flex min-w-0 flex-col items-start gap-1 max-sm:col-span-2">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm font-semibold">
          <time dateTime={performance.startsAt}>{when}</time>
          <State event={event} performance={performance} />
          {performance.waitingRoom ? <Badge tone="grape">{words.deskRoom.badge}</Badge> : null}
        </p>
        <p className="text-xs text-muted">
          <HallAndPrice event={event} performance={performance} />
        </p>
      </div>
      {event.publishedAt === null ? (
        <PlacesOf capacity={performance.capacity} className="max-sm:col-span-2" />
      ) : (
        <SoldBar
          booked={performance.booked}
          capacity={performance.capacity}
          withheld={performance.withheld}
          className="max-sm:col-span-2"
        />
      )}
      <div className="-my-1 flex items-center justify-end max-sm:col-span-2 max-sm:-mr-2.5">
        <Link
          href={`/desk/performances/${performance.performanceId}`}
          aria-label={words.deskEvent.liveOf(when)}
          className={buttonLook("quiet", "medium", "px-2.5")}
        >
          <Activity className="size-4.5" aria-hidden="true" />
          {words.deskEvent.live}
        </Link>
        {performance.cancelledAt === null ? (
          <Link
            href={roomHref(event.eventId, performance.performanceId)}
            aria-label={words.deskRoom.settingsOf(when)}
            title={words.deskRoom.settingsOf(when)}
            className={TOOL}
          >
            <UsersRound className="size-4.5" aria-hidden="true" />
          </Link>
        ) : null}
        <Tool label={words.deskEvent.editOf(when)} onClick={() => onAsk("edit", performance)}>
          <Pencil className="size-4.5" aria-hidden="true" />
        </Tool>
        {isRemovable(event, performance) ? (
          <Tool label={words.deskEvent.removeOf(when)} onClick={() => onAsk("remove", performance)}>
            <Trash2 className="size-4.5" aria-hidden="true" />
          </Tool>
        ) : null}
      </div>
    </li>
  )
}

type OfPerformance = Pick<PerformanceRowProps, "event" | "performance">

function State({ event, performance }: OfPerformance) {
  const { words, formats } = useLanguage()
  const state = stateOf(event, performance)
  // The whole event says so already.
  if (state === "draft") return null
  return (
    <Badge tone={TONES[state]}>
      {state === "scheduled"
        ? words.sale.opensAt(formats.brief(performance.saleOpensAt, event.timeZone))
        : words.deskEvent.states[state]}
    </Badge>
  )
}

function HallAndPrice({ event, performance }: OfPerformance) {
  const { formats, named } = useLanguage()
  const prices = performance.areas.map(({ price }) => price)
  const [lowest, highest] = [Math.min(...prices), Math.max(...prices)]
  const money = (price: number) => formats.money(price, event.currency)
  return (
    <>
      {named(performance.hallName, performance.hallEnglishName)} ·{" "}
      {lowest === highest ? money(lowest) : formats.between(money(lowest), money(highest))}
    </>
  )
}

const TOOL = "grid size-11 place-items-center rounded-xl text-muted hover:bg-sunken hover:text-ink"

type ToolProps = { label: string; onClick: () => void; children: ReactNode }

function Tool({ label, onClick, children }: ToolProps) {
  return (
    <button type="button" aria-label={label} title={label} onClick={onClick} className={TOOL}>
      {children}
    </button>
  )
}
