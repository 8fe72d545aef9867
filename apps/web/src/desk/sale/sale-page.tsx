import { usePrefetchQuery } from "@tanstack/react-query"
import { PageTitle } from "../../app/shell/page-title.tsx"
import { useLanguage } from "../../app/language/language.ts"
import { deskRoomQuery } from "../room/room-query.ts"
import { RoomSection } from "../room/room-section.tsx"
import { AreaFigures } from "./area-figures.tsx"
import { Bookings } from "./bookings.tsx"
import { CancelPerformance } from "./cancel-performance.tsx"
import { Cancelling } from "./cancelling.tsx"
import { CloseSale } from "./close-sale.tsx"
import { Figures } from "./figures.tsx"
import { HouseSeats } from "./house-seats.tsx"
import { useMinutesNow } from "./minutes-now.ts"
import { MinutesChart } from "./minutes-chart.tsx"
import { SaleHead } from "./sale-head.tsx"
import { useEnding } from "./use-ending.ts"
import { pollMsOf } from "./sale-pace.ts"
import { useSale } from "./sale-query.ts"

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
