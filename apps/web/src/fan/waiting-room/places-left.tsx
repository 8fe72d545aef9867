import type { PerformanceOnSale } from "@podo/contract/catalog"
import type { LineFacts } from "@podo/contract/waiting-room"
import { ChevronDown } from "lucide-react"
import { useLanguage } from "../../app/language/language.ts"
import { useRoomWords } from "../../app/language/room-words.ts"
import { chanceOf, type Chance, isSmall } from "./chance.ts"

/** More than these are folded up. */
const AREAS_SHOWN_MAX = 4

type PlacesLeftProps = {
  facts: LineFacts
  performance: PerformanceOnSale
  /** The people before; where that is not drawn yet, none. For a person who only looks, none either. */
  ahead?: number | undefined
  isWaiting?: boolean
  /** Other dates are on sale. */
  hasOthers?: boolean
}

/** The places left, area by area, and what that means for so many who wait: hope, but no false one. */
export function PlacesLeft({
  facts,
  performance,
  ahead,
  isWaiting = false,
  hasOthers = false,
}: PlacesLeftProps) {
  const say = useRoomWords()
  const { formats } = useLanguage()
  const left = facts.left.reduce((sum, count) => sum + count, 0)
  const chance = chanceBefore(facts, performance, ahead)
  const isFolded = performance.areas.length > AREAS_SHOWN_MAX
  const areas = <AreasLeft facts={facts} performance={performance} />
  return (
    <section className="flex flex-col gap-3 rounded-3xl p-5 ring-1 ring-line ring-inset">
      <div className="flex items-baseline justify-between gap-4">
        <h2 className="font-bold">{say.left.title}</h2>
        <strong className="text-lg tabular-nums">
          {left === 0 ? say.left.none : say.left.total(formats.number(left))}
        </strong>
      </div>
      {performance.areas.length < 2 ? null : isFolded ? (
        <details className="group">
          <summary className="flex min-h-11 cursor-pointer items-center gap-1 text-sm font-semibold text-grape-ink">
            {say.left.byArea}
            <ChevronDown
              className="size-4 transition-transform group-open:rotate-180"
              aria-hidden="true"
            />
          </summary>
          {areas}
        </details>
      ) : (
        areas
      )}
      {isWaiting && left > 0 ? (
        <ChanceWords
          chance={chance}
          isDrawn={ahead === undefined}
          limit={performance.limitPerUser}
          hasOthers={hasOthers}
        />
      ) : null}
    </section>
  )
}

/** Of who goes before: `ahead`, or where that is not known yet all the others. */
export function chanceBefore(
  facts: LineFacts,
  { limitPerUser }: PerformanceOnSale,
  ahead?: number,
) {
  const left = facts.left.reduce((sum, count) => sum + count, 0)
  return chanceOf(left, ahead ?? facts.waiting - 1, limitPerUser)
}

type AreasLeftProps = { facts: LineFacts; performance: PerformanceOnSale }

function AreasLeft({ facts, performance }: AreasLeftProps) {
  const say = useRoomWords()
  const { formats, named } = useLanguage()
  return (
    <ul className="flex flex-col gap-1 text-sm">
      {performance.areas.map((area, index) => {
        const left = facts.left[index] ?? 0
        return (
          <li
            key={area.area}
            className={`flex justify-between gap-4 ${left === 0 ? "text-muted" : ""}`}
          >
            <span>{named(area.name, area.englishName)}</span>
            <span className="tabular-nums">
              {left === 0 ? say.left.none : say.left.total(formats.number(left))}
            </span>
          </li>
        )
      })}
    </ul>
  )
}

type ChanceWordsProps = { chance: Chance; isDrawn: boolean; limit: number; hasOthers: boolean }

function ChanceWords({ chance, isDrawn, limit, hasOthers }: ChanceWordsProps) {
  const say = useRoomWords()
  return (
    <div className="flex flex-col gap-1 border-t border-line pt-3 text-sm">
      <p className="font-semibold">{sentence()}</p>
      {isSmall(chance) ? (
        <p className="text-muted">
          {say.chance.small} {hasOthers ? say.chance.others : null}
        </p>
      ) : null}
    </div>
  )

  function sentence() {
    switch (chance.kind) {
      case "plenty":
        return say.chance.plenty(limit)
      case "likely":
        return say.chance.likely
      case "some":
        return (isDrawn ? say.chance.drawn : say.chance.some)(chance.of, chance.outOf)
      case "slim":
      case "none":
        return say.chance.slim
    }
  }
}
