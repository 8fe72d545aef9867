import type { DeskPerformance } from "@podo/contract/desk-performance"
import { Lightbulb } from "lucide-react"
import { useLanguage } from "../../app/language/language.ts"
import {
  type Advice,
  adviceOf,
  crowdMinutes,
  type RoomFigures,
  rounded,
  type Span,
} from "./advice.ts"

/** As large as a crowd that makes one want a waiting room. */
const CROWD = 10_000
const MINUTE_MS = 60_000

type FlowAdviceProps = {
  /** Null as long as a number is missing. */
  figures: RoomFigures | null
  performance: Pick<DeskPerformance, "capacity" | "limitPerUser">
}

/** The meaning of the numbers for people, while they are typed. */
export function FlowAdvice({ figures, performance }: FlowAdviceProps) {
  const { words } = useLanguage()
  return (
    <section
      aria-labelledby="advice"
      className="flex items-start gap-3 rounded-2xl bg-wash px-4 py-3.5 ring-1 ring-wash-line ring-inset"
    >
      <Lightbulb className="mt-0.5 size-5 shrink-0 text-grape-ink" aria-hidden="true" />
      {/* As high as with all its sentences: nothing below moves while somebody types. */}
      <div className="flex min-h-44 min-w-0 flex-col gap-1 sm:min-h-28" aria-live="polite">
        <h3 id="advice" className="font-semibold">
          {words.deskRoom.advice}
        </h3>
        {figures === null ? (
          <p className="text-sm text-muted">{words.deskRoom.adviceWait}</p>
        ) : (
          <Sentences figures={figures} performance={performance} />
        )}
      </div>
    </section>
  )
}

type SentencesProps = { figures: RoomFigures; performance: FlowAdviceProps["performance"] }

function Sentences({ figures, performance }: SentencesProps) {
  const { words, formats } = useLanguage()
  const { number } = formats
  const advice = adviceOf(figures)
  const waitOf = ({ from, to }: Span) =>
    words.deskRoom.waitSpan(
      words.deskRoom.wait(from * MINUTE_MS),
      words.deskRoom.wait(to * MINUTE_MS),
    )
  const flow = words.deskRoom.flowSpan(
    number(rounded(advice.flow.from)),
    number(rounded(advice.flow.to)),
  )
  // As fast as it can be: everybody books as many places as they may, and nobody dawdles.
  const buyers = performance.capacity / performance.limitPerUser
  const fastest = words.deskRoom.wait(crowdMinutes(buyers, figures).from * MINUTE_MS)
  return (
    <ul className="flex list-disc flex-col gap-1 pl-4.5 text-sm">
      <li className="font-semibold">
        {words.deskRoom.adviceFlow(
          number(figures.capacity),
          number(figures.admissionMinutes),
          flow,
        )}
      </li>
      <li>{words.deskRoom.adviceCrowd(number(CROWD), waitOf(crowdMinutes(CROWD, figures)))}</li>
      <li>
        <LimitedBy advice={advice} />
      </li>
      <li>{words.deskRoom.adviceSold(number(performance.capacity), fastest)}</li>
    </ul>
  )
}

function LimitedBy({ advice: { limitedBy, insideMost } }: { advice: Advice }) {
  const { words, formats } = useLanguage()
  switch (limitedBy) {
    case "rate":
      return words.deskRoom.limitedByRate(formats.number(insideMost))
    case "inside":
      return words.deskRoom.limitedByInside
    case "both":
      return words.deskRoom.limitedByBoth
  }
}
