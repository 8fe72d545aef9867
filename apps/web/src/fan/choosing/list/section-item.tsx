import { ChevronDown } from "lucide-react"
import { useEffect, useId, useRef } from "react"
import { useLanguage } from "../../../app/language/language.ts"
import { useChoosingWords } from "../../../app/language/choosing-words.ts"
import { StandingQuantity } from "../standing-areas.tsx"
import { TierSample } from "../tier-sample.tsx"
import type { ListedHall } from "./listed-hall.ts"
import { SectionSeats } from "./section-seats.tsx"
import type { Section } from "./sections.ts"

type SectionItemProps = {
  hall: ListedHall
  section: Section
  isOpen: boolean
  onOpen: () => void
}

/** One section: what it is, and when it is opened what is in it. */
export function SectionItem({ hall, section, isOpen, onOpen }: SectionItemProps) {
  const { area, tier, open } = section
  const say = useChoosingWords()
  const { formats, named } = useLanguage()
  const contentId = useId()
  const heading = useRef<HTMLHeadingElement>(null)
  const wasOpen = useRef(isOpen)
  // Another one above may have closed, and taken all of this up with it.
  useEffect(() => {
    if (isOpen !== wasOpen.current) heading.current?.scrollIntoView({ block: "nearest" })
    wasOpen.current = isOpen
  }, [isOpen])
  const name = named(area.name, area.englishName)
  return (
    <li className="rounded-2xl bg-raised ring-1 ring-line">
      <h3
        ref={heading}
        className={
          isOpen ? "sticky top-16 z-10 scroll-mt-20 rounded-2xl bg-raised" : "scroll-mt-20"
        }
      >
        <button
          type="button"
          aria-expanded={isOpen}
          aria-controls={contentId}
          onClick={onOpen}
          className="group flex min-h-14 w-full items-center gap-3 rounded-2xl px-4 py-2 text-start hover:bg-sunken"
        >
          <TierSample tier={tier} />
          <span className="flex min-w-0 grow flex-wrap items-baseline gap-x-2.5">
            <strong className={open === 0 ? "text-muted" : ""}>{name}</strong>{" "}
            <span className="text-sm font-normal text-muted">
              {formats.money(area.price, hall.plan.currency)}
            </span>
          </span>{" "}
          <span className={`shrink-0 text-sm ${open === 0 ? "text-muted" : "font-semibold"}`}>
            {leftWords()}
          </span>
          <ChevronDown
            className="size-5 shrink-0 text-muted transition-transform group-aria-expanded:rotate-180"
            aria-hidden="true"
          />
        </button>
      </h3>
      <div id={contentId} hidden={!isOpen}>
        {isOpen ? <Content hall={hall} section={section} name={name} /> : null}
      </div>
    </li>
  )

  function leftWords() {
    if (open === 0) return say.list.soldOut
    const count = formats.number(open)
    return area.kind === "standing" ? say.list.placesLeft(count) : say.list.seatsLeft(count)
  }
}

type ContentProps = { hall: ListedHall; section: Section; name: string }

function Content({ hall, section, name }: ContentProps) {
  const { seats, standing } = hall
  const say = useChoosingWords()
  if (section.area.kind === "standing") {
    return (
      <div className="flex justify-end px-4 pb-4">
        <StandingQuantity {...standing} area={section.area} />
      </div>
    )
  }
  if (seats === undefined) {
    return <output className="block px-4 pb-4 text-sm text-muted">{say.list.loading}</output>
  }
  return <SectionSeats hall={hall} seats={seats} section={section} name={name} />
}
