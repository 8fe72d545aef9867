import { Dialog } from "@base-ui/react/dialog"
import type { DeskEvent } from "@podo/contract/desk"
import type { DeskPerformance } from "@podo/contract/desk-performance"
import { Plus } from "lucide-react"
import { useState } from "react"
import { useLanguage } from "../../app/language/language.ts"
import { Button } from "../../app/shell/button.tsx"
import { DialogCard } from "../../app/shell/dialog-card.tsx"
import { AddDates } from "./add-dates.tsx"
import { EditPerformance } from "./edit-performance.tsx"
import { MonthGroup } from "./month-group.tsx"
import { monthsOf, openMonthOf } from "./months.ts"
import { RemovePerformance } from "./remove-performance.tsx"

type PerformancesSectionProps = {
  event: DeskEvent
  isAdding: boolean
  onAdding: (isAdding: boolean) => void
}

/** The question about one performance; one dialog serves all of them. */
type Asked = { action: "edit" | "remove"; performance: DeskPerformance }

export function PerformancesSection({ event, isAdding, onAdding }: PerformancesSectionProps) {
  const { words, formats } = useLanguage()
  const [asked, setAsked] = useState<Asked | null>(null)
  const months = monthsOf(event)
  const open = openMonthOf(months)
  return (
    <section className="flex min-w-0 flex-col gap-3">
      <div className="flex items-center justify-between gap-3">
        <h2 className="text-lg font-bold">
          {words.deskEvent.performances}{" "}
          {event.performances.length === 0 ? null : (
            <span className="font-medium text-muted">
              {formats.number(event.performances.length)}
            </span>
          )}
        </h2>
        {isAdding ? null : (
          <Button look="outline" onClick={() => onAdding(true)}>
            <Plus className="size-4.5" aria-hidden="true" />
            {words.deskEvent.addDates}
          </Button>
        )}
      </div>
      <WithRooms event={event} />
      {isAdding ? <AddDates event={event} onLeave={() => onAdding(false)} /> : null}
      {months.length === 0 && !isAdding ? (
        <p className="rounded-2xl bg-sunken px-4 py-10 text-center text-muted">
          {words.deskEvent.noPerformances}
        </p>
      ) : null}
      {months.map((month) => (
        <MonthGroup
          key={month.key}
          event={event}
          month={month}
          isOpen={month.key === open}
          onAsk={(action, performance) => setAsked({ action, performance })}
        />
      ))}
      <Asking event={event} asked={asked} onLeave={() => setAsked(null)} />
    </section>
  )
}

/** How many of them have a waiting room, if any has. */
function WithRooms({ event }: { event: DeskEvent }) {
  const { words, formats } = useLanguage()
  const taking = event.performances.filter(({ cancelledAt }) => cancelledAt === null)
  const withRoom = taking.filter(({ waitingRoom }) => waitingRoom).length
  if (withRoom === 0) return null
  return (
    <p className="text-sm text-muted">
      {withRoom === taking.length
        ? words.deskRoom.onAll
        : words.deskRoom.onOf(formats.number(withRoom), formats.number(taking.length))}
    </p>
  )
}

type AskingProps = { event: DeskEvent; asked: Asked | null; onLeave: () => void }

function Asking({ event, asked, onLeave }: AskingProps) {
  const { words, formats } = useLanguage()
  // Kept while the card leaves: it would be empty on its way out.
  const [last, setLast] = useState(asked)
  if (asked !== null && asked !== last) setLast(asked)
  return (
    <Dialog.Root
      open={asked !== null}
      onOpenChange={(isOpen) => {
        if (!isOpen) onLeave()
      }}
    >
      {last?.action === "edit" ? (
        <DialogCard
          title={words.deskEvent.editOf(
            formats.dayAndClock(last.performance.startsAt, event.timeZone),
          )}
        >
          <EditPerformance event={event} performance={last.performance} onDone={onLeave} />
        </DialogCard>
      ) : null}
      {last?.action === "remove" ? (
        <RemovePerformance event={event} performance={last.performance} onDone={onLeave} />
      ) : null}
    </Dialog.Root>
  )
}
