import type { DeskRoom } from "@podo/contract/desk-room"
import type { Sale } from "@podo/contract/desk-sale"
import { Settings2 } from "lucide-react"
import { useState } from "react"
import { useLanguage } from "../../app/language/language.ts"
import { SkeletonBlock } from "../../app/shell/skeleton.tsx"
import { ButtonLink } from "../../app/shell/button.tsx"
import { Failure } from "../../app/shell/failure.tsx"
import { AsOf } from "../sale/as-of.tsx"
import { LineChart } from "./line-chart.tsx"
import { PeopleInside } from "./people-inside.tsx"
import { RoomControls } from "./room-controls.tsx"
import { RoomFigures } from "./room-figures.tsx"
import { roomHref } from "./room-href.ts"
import { useDeskRoom } from "./room-query.ts"
import { roomPollMsOf } from "./room-state.ts"

/** The waiting room beside the sale that it leads to; where there is none, the way to one. */
export function RoomSection({ sale }: { sale: Sale }) {
  const { performance, publishedAt } = sale
  if (performance.cancelledAt !== null) return null
  if (performance.waitingRoom && publishedAt !== null) return <RoomNow sale={sale} />
  return performance.saleState === "closed" ? null : <NoRoomYet sale={sale} />
}

function NoRoomYet({ sale }: { sale: Sale }) {
  const { words } = useLanguage()
  const { waitingRoom, performanceId } = sale.performance
  return (
    <section
      aria-labelledby="room"
      className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 rounded-3xl bg-raised p-5 ring-1 ring-line sm:p-6"
    >
      <div className="min-w-0 flex-1 basis-64">
        <h2 id="room" className="text-lg font-bold">
          {words.deskRoom.title}
        </h2>
        <p className="text-muted">
          {waitingRoom ? words.deskRoom.draftNote : words.deskRoom.offHere}
        </p>
      </div>
      <ButtonLink look="outline" href={roomHref(sale.eventId, performanceId)}>
        <Settings2 className="size-4.5" aria-hidden="true" />
        {words.deskRoom.settings}
      </ButtonLink>
    </section>
  )
}

function RoomNow({ sale }: { sale: Sale }) {
  const { words } = useLanguage()
  const { performanceId } = sale.performance
  const { data: desk, error, refetch, dataUpdatedAt, failureCount } = useDeskRoom(performanceId)
  return (
    <section aria-labelledby="room" className="flex flex-col gap-3">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 id="room" className="text-lg font-bold">
          {words.deskRoom.title}
        </h2>
        {desk === undefined ? null : (
          <AsOf
            atMs={dataUpdatedAt}
            hasFailed={failureCount > 0}
            pollMs={roomPollMsOf(desk)}
            isLive={false}
            isRedisAway={false}
            timeZone={sale.timeZone}
          />
        )}
      </div>
      {desk !== undefined ? <WholeRoom sale={sale} desk={desk} /> : null}
      {desk === undefined && error === null ? (
        <SkeletonBlock className="h-96 w-full rounded-3xl" />
      ) : null}
      {desk === undefined && error !== null ? (
        <Failure error={error} hint={words.deskRoom.failed} onRetry={() => void refetch()} />
      ) : null}
    </section>
  )
}

function WholeRoom({ sale, desk }: { sale: Sale; desk: DeskRoom }) {
  const room = useLastRoom(desk)
  const isOver = sale.performance.saleState === "closed"
  return (
    <div className="flex flex-col gap-4">
      <RoomFigures sale={sale} desk={desk} room={room} />
      {isOver ? null : <RoomControls sale={sale} desk={desk} room={room} />}
      <LineChart desk={desk} timeZone={sale.timeZone} />
      {isOver ? null : <PeopleInside desk={desk} timeZone={sale.timeZone} />}
    </div>
  )
}

/** While Redis is away the page remembers what was said and whether it was paused. */
function useLastRoom({ room }: DeskRoom): DeskRoom["room"] {
  const [last, setLast] = useState(room)
  if (room !== null && room !== last) setLast(room)
  return room ?? last
}
