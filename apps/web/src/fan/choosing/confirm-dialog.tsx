import { Dialog } from "@base-ui/react/dialog"
import { isAnswerLost } from "../../app/api/refusals.ts"
import { useLanguage } from "../../app/language/language.ts"
import { Button, buttonLook } from "../../app/shell/button.tsx"
import { DialogCard } from "../../app/shell/dialog-card.tsx"
import { Notice } from "../../app/shell/notice.tsx"
import type { HallNow } from "./hall-now.ts"
import type { LiveHold } from "./hold-query.ts"
import { MoreTime } from "./more-time.tsx"
import type { OnSale } from "./on-sale.ts"
import { PerformanceTime } from "./performance-head.tsx"
import { usePlaceNames } from "./place-names.ts"
import { useRefusalSentence } from "./refusal-sentence.ts"
import { TimeLeft } from "./time-left.tsx"
import type { Buyer } from "./use-buyer.ts"

type ConfirmDialogProps = { sale: OnSale; hall: HallNow; buyer: Buyer; hold: LiveHold }

export function ConfirmDialog({ sale, hall, buyer, hold }: ConfirmDialogProps) {
  const { confirm, extend, giveBack } = buyer
  const { words, formats } = useLanguage()
  return (
    <Dialog.Root>
      <Dialog.Trigger
        disabled={giveBack.isReleasing || giveBack.isLapsing}
        className={buttonLook("primary", "large")}
      >
        {words.hold.confirm}
      </Dialog.Trigger>
      <DialogCard title={words.hold.dialogTitle}>
        <Summary sale={sale} hall={hall} hold={hold} />
        <div className="-mb-2 flex flex-col gap-1">
          <TimeLeft lapsesAtMs={hold.lapsesAtMs} />
          <MoreTime hold={hold} extend={extend} isBusy={confirm.isPending || giveBack.isLapsing} />
        </div>
        <ConfirmProblem sale={sale} hall={hall} confirm={confirm} />
        <div className="flex flex-col-reverse gap-2 sm:grid sm:grid-cols-[auto_1fr]">
          <Dialog.Close disabled={confirm.isPending} className={buttonLook("outline", "large")}>
            {words.hold.later}
          </Dialog.Close>
          <Button
            size="large"
            disabled={confirm.isPending || giveBack.isLapsing}
            onClick={confirm.confirm}
          >
            {confirm.isPending
              ? words.hold.submitting
              : words.hold.submit(formats.money(hold.total, hold.currency))}
          </Button>
        </div>
      </DialogCard>
    </Dialog.Root>
  )
}

type SummaryProps = { sale: OnSale; hall: HallNow; hold: LiveHold }

function Summary({ sale: { event, performance }, hall, hold }: SummaryProps) {
  const { words, formats, named } = useLanguage()
  const names = usePlaceNames(hall)
  return (
    <dl className="flex flex-col gap-3.5">
      <Line term={words.hold.event}>{named(event.title, event.englishTitle)}</Line>
      <Line term={words.hold.when}>
        <PerformanceTime startsAt={performance.startsAt} timeZone={event.timeZone} />
      </Line>
      <Line term={words.hold.where}>
        {named(event.venueName, event.venueEnglishName)}{" "}
        {named(event.hallName, event.hallEnglishName)}
      </Line>
      <Line term={words.hold.seats}>
        <ul>
          {hold.places.map((place) => (
            <li key={place}>{names.nameOf(place)}</li>
          ))}
        </ul>
      </Line>
      <Line term={words.performance.total}>
        <strong className="text-lg">{formats.money(hold.total, hold.currency)}</strong>
      </Line>
    </dl>
  )
}

function Line({ term, children }: { term: string; children: React.ReactNode }) {
  return (
    <div className="grid grid-cols-[4.5rem_1fr] gap-3">
      <dt className="text-sm leading-6 text-muted">{term}</dt>
      <dd className="font-medium">{children}</dd>
    </div>
  )
}

type ConfirmProblemProps = { sale: OnSale; hall: HallNow; confirm: Buyer["confirm"] }

function ConfirmProblem({ sale, hall, confirm }: ConfirmProblemProps) {
  const { words } = useLanguage()
  const sentence = useRefusalSentence(sale, hall)
  if (confirm.error === null || confirm.isPending) return null
  return (
    <Notice tone="error">
      {isAnswerLost(confirm.error) ? words.hold.answerLost : sentence(confirm.error)}
    </Notice>
  )
}
