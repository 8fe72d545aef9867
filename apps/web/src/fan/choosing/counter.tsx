import type { Booking } from "@podo/contract/booking"
import type { RoomOff } from "@podo/contract/catalog"
import { lazy, Suspense } from "react"
import { useLanguage } from "../../app/language/language.ts"
import { useMeQuery } from "../../app/session/session.ts"
import { ButtonLink } from "../../app/shell/button.tsx"
import { Empty } from "../../app/shell/empty.tsx"
import { Notice } from "../../app/shell/notice.tsx"
import { RoomSkeleton } from "../waiting-room/room-skeleton.tsx"
import { forgetStanding } from "../waiting-room/standing-query.ts"
import { BeforeSale } from "./before-sale.tsx"
import { BoxOffice } from "./box-office.tsx"
import { Elsewhere } from "./elsewhere.tsx"
import { useHold } from "./hold-query.ts"
import type { OnSale } from "./on-sale.ts"

// Few performances have one.
const WaitingRoom = lazy(async () => ({
  default: (await import("../waiting-room/waiting-room.tsx")).WaitingRoom,
}))

/** A hold outlives its sale: its owner is not sent away from it. A sold-out house stays open. */
export function Counter({ sale }: { sale: OnSale }) {
  const { roomOff, cancelled, saleState } = sale.performance
  const isTold = roomOff !== null && !cancelled && saleState !== "closed"
  return (
    <>
      {isTold ? <RoomOffNotice sale={sale} roomOff={roomOff} /> : null}
      <Selling sale={sale} />
    </>
  )
}

type RoomOffNoticeProps = { sale: OnSale; roomOff: RoomOff }

/** People had come to its waiting room, and find out here what became of it. */
function RoomOffNotice({ sale, roomOff }: RoomOffNoticeProps) {
  const { words, formats } = useLanguage()
  const when = formats.dayAndClock(roomOff.at, sale.event.timeZone)
  return (
    <Notice tone="info" className="mb-4">
      <p>{words.performance.roomOff(when)}</p>
      <p className="mt-1 font-semibold wrap-anywhere">“{roomOff.reason}”</p>
    </Notice>
  )
}

function Selling({ sale }: { sale: OnSale }) {
  const { performance } = sale
  const me = useMeQuery()
  const hold = useHold(performance.performanceId, Boolean(me.data))
  const room = <ThroughRoom sale={sale} isHolding={Boolean(hold.data)} />
  if (performance.cancelled) return <Cancelled sale={sale} />
  switch (performance.saleState) {
    case "scheduled":
      return performance.waitingRoom ? room : <BeforeSale sale={sale} />
    case "closed":
      if (me.data === null || hold.data === null) return <SaleOver sale={sale} />
      return <BoxOffice sale={sale} />
    case "open":
    case "sold-out":
      return performance.waitingRoom ? room : <BoxOffice sale={sale} />
  }
}

/** An admitted person finds the box office as it is anywhere. */
function ThroughRoom({ sale, isHolding }: { sale: OnSale; isHolding: boolean }) {
  const onBooked = (booking: Booking) => {
    forgetStanding(sale.performance.performanceId)
    sale.onBooked(booking)
  }
  return (
    <Suspense fallback={<RoomSkeleton />}>
      <WaitingRoom
        sale={sale}
        isHolding={isHolding}
        inside={<BoxOffice sale={{ ...sale, onBooked }} />}
      />
    </Suspense>
  )
}

/** It does not take place. A person who had booked it finds the booking, cancelled; everybody the other dates. */
function Cancelled({ sale }: { sale: OnSale }) {
  const { event, performance } = sale
  const { words } = useLanguage()
  return (
    <div className="flex flex-col gap-8">
      <Empty title={words.performance.cancelled} hint={words.performance.cancelledHint}>
        {performance.mine ? (
          <ButtonLink href={`/bookings?event=${event.eventId}`}>
            {words.performance.seeBookings}
          </ButtonLink>
        ) : null}
      </Empty>
      <Elsewhere sale={sale} />
    </div>
  )
}

function SaleOver({ sale }: { sale: OnSale }) {
  const { event, performance } = sale
  const { words, formats } = useLanguage()
  const when = formats.dayAndClock(performance.saleClosesAt, event.timeZone)
  return (
    <div className="flex flex-col gap-8">
      <Empty title={words.performance.over} hint={words.performance.overSince(when)}>
        {performance.mine ? (
          <ButtonLink href={`/bookings?event=${event.eventId}`}>
            {words.performance.seeBookings}
          </ButtonLink>
        ) : (
          <ButtonLink href="/">{words.booked.more}</ButtonLink>
        )}
      </Empty>
      <Elsewhere sale={sale} />
    </div>
  )
}
