import type { Booking } from "@podo/contract/booking"
import { lazy, type ReactNode, Suspense } from "react"
import { useMeQuery } from "../../app/session/session.ts"
import { RoomSkeleton } from "../waiting-room/room-skeleton.tsx"
import { forgetStanding } from "../waiting-room/standing-query.ts"
import { BeforeSale } from "./before-sale.tsx"
import { BoxOffice } from "./box-office.tsx"
import { Cancelled } from "./cancelled.tsx"
import { useHold } from "./hold-query.ts"
import type { OnSale } from "./on-sale.ts"
import { OtherDates } from "./other-dates.tsx"
import { SaleOver } from "./sale-over.tsx"

// Few performances have one.
const WaitingRoom = lazy(async () => ({
  default: (await import("../waiting-room/waiting-room.tsx")).WaitingRoom,
}))

/** A hold outlives its sale: its owner is not sent away from it. A sold-out house stays open. */
export function Counter(props: OnSale) {
  const { event, performance, elsewhere } = props
  const me = useMeQuery()
  const hold = useHold(performance.performanceId, Boolean(me.data))
  const on = elsewhere ?? <OtherDates event={event} performance={performance} />
  const room = { ...props, inside: props, elsewhere: on, isHolding: Boolean(hold.data) }
  if (performance.cancelled) return <Cancelled {...props} elsewhere={on} />
  switch (performance.saleState) {
    case "scheduled":
      if (performance.waitingRoom) return <ThroughRoom {...room} />
      return <BeforeSale {...props} elsewhere={on} />
    case "closed":
      if (me.data === null || hold.data === null) return <SaleOver {...props} elsewhere={on} />
      return <BoxOffice {...props} />
    case "open":
    case "sold-out":
      return performance.waitingRoom ? <ThroughRoom {...room} /> : <BoxOffice {...props} />
  }
}

type ThroughRoomProps = OnSale & { elsewhere: ReactNode; isHolding: boolean }

/** An admitted person finds the box office as it is anywhere. */
function ThroughRoom({ inside, ...props }: ThroughRoomProps & { inside: OnSale }) {
  const { performanceId } = props.performance
  const onBooked = (booking: Booking) => {
    forgetStanding(performanceId)
    props.onBooked(booking)
  }
  return (
    <Suspense fallback={<RoomSkeleton />}>
      <WaitingRoom {...props} inside={<BoxOffice {...inside} onBooked={onBooked} />} />
    </Suspense>
  )
}
