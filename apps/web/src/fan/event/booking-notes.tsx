import type { EventDetail } from "@podo/contract/catalog"
import { useLanguage } from "../../app/language/language.ts"

export function BookingNotes({ event }: { event: EventDetail }) {
  const { words, formats } = useLanguage()
  const next = event.performances.find(({ saleState }) => saleState === "open")
  return (
    <section className="flex flex-col gap-4">
      <h2 className="text-xl font-bold">{words.event.notes}</h2>
      <ul className="flex list-disc flex-col gap-2 pl-5 text-sm text-muted">
        {next === undefined ? null : (
          <>
            <li>{words.event.limit(next.limitPerUser)}</li>
            {event.performances.length > 1 ? null : (
              <>
                <li>
                  {words.event.saleCloses(formats.dayAndClock(next.saleClosesAt, event.timeZone))}
                </li>
                <li>
                  {words.event.cancelUntil(formats.dayAndClock(next.cancelUntil, event.timeZone))}
                </li>
              </>
            )}
          </>
        )}
        <li>{words.event.zone(formats.zone(event.timeZone))}</li>
      </ul>
    </section>
  )
}
