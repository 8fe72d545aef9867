import type { Sale } from "@podo/contract/desk-sale"
import { useState } from "react"
import { useLanguage } from "../../app/language/language.ts"
import { SkeletonBlock } from "../../app/shell/skeleton.tsx"
import { Button } from "../../app/shell/button.tsx"
import { Failure } from "../../app/shell/failure.tsx"
import { BookingRow } from "./booking-row.tsx"
import { type BookingFilter, useBookingsOf } from "./sale-bookings-query.ts"
import { ExportBookings } from "./export-bookings.tsx"
import { SearchField } from "./search-field.tsx"

const STATUSES = ["all", "confirmed", "cancelled"] as const

export function Bookings({ sale }: { sale: Sale }) {
  const { words } = useLanguage()
  const [filter, setFilter] = useState<BookingFilter>({ search: "", status: "all" })
  return (
    <section aria-labelledby="bookings" className="flex flex-col gap-4">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <h2 id="bookings" className="text-lg font-bold">
          {words.deskSale.bookings}
        </h2>
        <ExportBookings sale={sale} />
      </div>
      <div className="flex flex-wrap items-center gap-3">
        <SearchField onSearch={(search) => setFilter((was) => ({ ...was, search }))} />
        <StatusChoice
          status={filter.status}
          onChoose={(status) => setFilter((was) => ({ ...was, status }))}
        />
      </div>
      <BookingList sale={sale} filter={filter} />
    </section>
  )
}

type StatusChoiceProps = {
  status: BookingFilter["status"]
  onChoose: (status: BookingFilter["status"]) => void
}

function StatusChoice({ status, onChoose }: StatusChoiceProps) {
  const { words } = useLanguage()
  return (
    <fieldset className="flex gap-2">
      <legend className="sr-only">{words.deskSale.status}</legend>
      {STATUSES.map((each) => (
        <button
          key={each}
          type="button"
          aria-pressed={each === status}
          onClick={() => onChoose(each)}
          className={`min-h-11 rounded-full px-4 text-sm font-semibold whitespace-nowrap transition-colors ${each === status ? "bg-ink text-paper" : "bg-paper ring-1 ring-line ring-inset hover:ring-line-strong"}`}
        >
          {words.deskSale.statuses[each]}
        </button>
      ))}
    </fieldset>
  )
}

/** The page stays short until somebody reads on. */
const ROWS_AT_FIRST = 8

function BookingList({ sale, filter }: { sale: Sale; filter: BookingFilter }) {
  const { words } = useLanguage()
  const [isWhole, setWhole] = useState(false)
  const listed = useBookingsOf(sale, filter)
  if (listed.data === undefined) {
    if (listed.error === null) return <SkeletonBlock className="h-64 w-full rounded-3xl" />
    return (
      <Failure
        error={listed.error}
        title={words.deskSale.listFailed}
        onRetry={() => void listed.refetch()}
      />
    )
  }
  const bookings = listed.data.pages.flatMap((page) => page.bookings)
  if (bookings.length === 0) {
    const isFiltered = filter.search !== "" || filter.status !== "all"
    return (
      <output className="rounded-3xl bg-sunken px-6 py-12 text-center text-muted">
        {isFiltered ? words.deskSale.noneFound : words.deskSale.noBookings}
      </output>
    )
  }
  return (
    <>
      <ul className="divide-y divide-line rounded-3xl bg-raised shadow-card ring-1 ring-line">
        {(isWhole ? bookings : bookings.slice(0, ROWS_AT_FIRST)).map((booking) => (
          <BookingRow key={booking.bookingId} booking={booking} sale={sale} />
        ))}
      </ul>
      {listed.hasNextPage || (!isWhole && bookings.length > ROWS_AT_FIRST) ? (
        <Button
          look="outline"
          size="large"
          className="self-center"
          isPending={listed.isFetchingNextPage}
          onClick={() => (isWhole ? void listed.fetchNextPage() : setWhole(true))}
        >
          {listed.isFetchNextPageError ? words.retry : words.deskSale.more}
        </Button>
      ) : null}
    </>
  )
}
