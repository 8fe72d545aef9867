import type { DeskRoom } from "@podo/contract/desk-room"
import { ADMISSIONS_PER_MINUTE_MAX, ROOM_CAPACITY_MAX } from "@podo/contract/limits"
import { Settings2 } from "lucide-react"
import { useLanguage } from "../../app/language/language.ts"
import { ButtonLink, Button } from "../../app/shell/button.tsx"
import { NumberControl } from "./number-control.tsx"
import { OpenSale } from "./open-sale.tsx"
import type { RoomOfSale } from "./room-state.ts"
import { roomHref } from "./room-href.ts"
import { RoomMessage } from "./room-message.tsx"
import { Answer } from "./answer.tsx"
import { useSteer } from "./room-query.ts"

const MINUTE_MS = 60_000

export function RoomControls(props: RoomOfSale) {
  const { words, formats } = useLanguage()
  const { sale, desk, room } = props
  const { performanceId } = sale.performance
  const { capacity, perMinute } = desk.terms ?? desk.suggested
  const isKnown = desk.room !== null
  const waiting = desk.room?.waiting ?? 0
  const ids = { performanceId, timeZone: sale.timeZone }
  return (
    <section
      aria-labelledby="controls"
      className="flex flex-col gap-5 rounded-3xl bg-raised p-5 shadow-card ring-1 ring-line sm:p-6"
    >
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <h3 id="controls" className="font-bold">
          {words.deskRoom.controls}
        </h3>
        <ButtonLink
          look="quiet"
          href={roomHref(sale.eventId, performanceId)}
          className="max-sm:-ml-4 sm:-mr-4"
        >
          <Settings2 className="size-4.5" aria-hidden="true" />
          {words.deskRoom.settings}
        </ButtonLink>
      </div>
      <div className="grid gap-x-10 gap-y-6 lg:grid-cols-2">
        <div className="flex min-w-0 flex-col gap-6">
          <NumberControl
            {...ids}
            label={words.deskRoom.perMinute}
            submit={words.deskRoom.setRate}
            current={perMinute}
            max={ADMISSIONS_PER_MINUTE_MAX}
            act={(typed) => ({ kind: "rate", perMinute: typed })}
            hintOf={(typed) => {
              if (!isKnown) return ""
              if (waiting === 0) return words.deskRoom.rateHintNone
              return words.deskRoom.rateHint(words.deskRoom.wait((waiting / typed) * MINUTE_MS))
            }}
          />
          <NumberControl
            {...ids}
            label={words.deskRoom.capacity}
            submit={words.deskRoom.setCapacity}
            current={capacity}
            max={ROOM_CAPACITY_MAX}
            act={(typed) => ({ kind: "capacity", capacity: typed })}
            hintOf={() => (isKnown ? words.deskRoom.capacityNow(formats.number(desk.inside)) : "")}
          />
          <NewArrivals {...ids} room={room} />
          <OpenSale sale={sale} room={room} />
        </div>
        <RoomMessage {...ids} message={room?.message ?? ""} />
      </div>
    </section>
  )
}

type NewArrivalsProps = { performanceId: string; timeZone: string; room: DeskRoom["room"] }

/** Draining, as people would say it: nobody joins, and whoever is in line is served. */
function NewArrivals({ performanceId, timeZone, room }: NewArrivalsProps) {
  const { words } = useLanguage()
  const steering = useSteer(performanceId)
  const isDraining = room?.draining ?? false
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <Button
        look={isDraining ? "primary" : "outline"}
        isPending={steering.isPending}
        className="min-w-40"
        onClick={() => steering.mutate({ kind: isDraining ? "stop-draining" : "drain" })}
      >
        {isDraining ? words.deskRoom.stopDraining : words.deskRoom.drain}
      </Button>
      <Answer
        steering={steering}
        timeZone={timeZone}
        hint={isDraining ? words.deskRoom.stopDrainingLead : words.deskRoom.drainLead}
        className="min-h-10 min-w-0 flex-1 basis-56"
      />
    </div>
  )
}
