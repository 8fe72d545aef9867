import type { Sale } from "@podo/contract/desk-sale"
import { usePrefetchQuery } from "@tanstack/react-query"
import { useState, useEffect, useEffectEvent, useRef } from "react"
import { PageTitle } from "../../app/shell/page-title.tsx"
import { useLanguage } from "../../app/language/language.ts"
import { deskRoomQuery } from "../room/room-query.ts"
import { RoomSection } from "../room/room-section.tsx"
import { AreaFigures } from "./area-figures.tsx"
import { Bookings } from "./bookings.tsx"
import { CancelPerformance } from "./cancel-performance.tsx"
import { CloseSale } from "./close-sale.tsx"
import { Figures } from "./figures.tsx"
import { HouseSeats } from "./house-seats.tsx"
import { useMinutesNow } from "./minutes-now.ts"
import { MinutesChart } from "./minutes-chart.tsx"
import { SaleHead } from "./sale-head.tsx"
import { pollMsOf } from "./sale-pace.ts"
import { useSale } from "./sale-query.ts"
import { Notice } from "../../app/shell/notice.tsx"
import { MAIN_ID } from "../../app/shell/route-arrival.tsx"
import { tell } from "../../app/shell/toasts.tsx"

/** The live page of one performance: what an organizer looks at in the minute the sale opens. */
export function SalePage({ performanceId }: { performanceId: string }) {
  const { named } = useLanguage()
  // Asked for together with the sale: nothing below the room moves when it comes.
  usePrefetchQuery(deskRoomQuery(performanceId))
  const { data: sale, dataUpdatedAt, failureCount, isLive } = useSale(performanceId)
  const minutes = useMinutesNow(sale.bookingsPerMinute, dataUpdatedAt)
  useEnding(sale)
  const { cancelledAt, saleState } = sale.performance
  const isCancelled = cancelledAt !== null
  const isPublished = sale.publishedAt !== null
  const isOpen = saleState === "open" || saleState === "sold-out"
  return (
    <article className="flex flex-col gap-10 sm:gap-12">
      <PageTitle title={named(sale.title, sale.englishTitle)} />
      <SaleHead sale={sale} />
      <Cancelling sale={sale} />
      <Figures
        sale={sale}
        asOf={{
          atMs: dataUpdatedAt,
          hasFailed: failureCount > 0,
          pollMs: pollMsOf(sale, { isLive }),
          isLive,
        }}
      />
      <RoomSection sale={sale} />
      <MinutesChart minutes={minutes} timeZone={sale.timeZone} />
      <AreaFigures sale={sale} />
      <Bookings sale={sale} />
      <HouseSeats sale={sale} />
      {isPublished && !isCancelled && isOpen ? <CloseSale sale={sale} /> : null}
      {isPublished && !isCancelled ? <CancelPerformance sale={sale} /> : null}
    </article>
  )
}

/** Bookings of a cancelled performance end in the background: how far that is, as the server counts it. */
function Cancelling({ sale }: { sale: Sale }) {
  const { words, formats } = useLanguage()
  const isCancelled = sale.performance.cancelledAt !== null
  // As many as there were when it was called off, or when this page was opened.
  const [all, setAll] = useState(sale.bookings)
  if (sale.bookings !== all && (!isCancelled || sale.bookings > all)) setAll(sale.bookings)
  if (!isCancelled) return null
  if (sale.bookings === 0) return <Notice tone="info">{words.deskSale.cancelledAll}</Notice>
  const sentence = words.deskSale.cancelling(formats.number(sale.bookings), formats.number(all))
  return (
    <Notice tone="info">
      <div className="flex flex-col gap-2">
        <p>{sentence}</p>
        <progress
          aria-label={sentence}
          max={all}
          value={all - sale.bookings}
          className="h-2 w-full appearance-none overflow-hidden rounded-full bg-wash-line [&::-moz-progress-bar]:bg-grape [&::-webkit-progress-bar]:bg-wash-line [&::-webkit-progress-value]:bg-grape"
        />
      </div>
    </Notice>
  )
}

/**
 * Says that the sale was closed or called off as soon as the numbers say so: by a press on this page, by one whose
 * answer was lost, by a colleague or by the clock.
 */
function useEnding({ performance, publishedAt }: Sale) {
  const { words } = useLanguage()
  const { cancelledAt, saleState } = performance
  const phase =
    cancelledAt !== null ? "cancelled" : saleState === "closed" && publishedAt ? "closed" : "before"
  const was = useRef(phase)
  const end = useEffectEvent(() => {
    if (phase === "before" || phase === was.current) return
    tell(phase === "cancelled" ? words.deskSale.cancelDone : words.deskSale.closeDone)
    // How far the cancelling is stands at the top, and the button that began it is gone.
    if (phase === "cancelled") scrollTo(0, 0)
    requestAnimationFrame(() => {
      if (document.activeElement !== document.body) return
      document.getElementById(MAIN_ID)?.focus({ preventScroll: true })
    })
  })
  useEffect(() => {
    end()
    was.current = phase
  }, [phase])
}
