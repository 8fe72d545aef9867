import type { Area } from "@podo/contract/ids"
import type { Seat } from "@podo/contract/seating"
import { useId, useMemo, useState } from "react"
import { useChoosingWords } from "../../../app/language/choosing-words.ts"
import type { ListedHall } from "./listed-hall.ts"
import { SectionItem } from "./section-item.tsx"
import { sectionsOf, soldOutLast } from "./sections.ts"

/** A hall to be read: its sections, and of the one that is opened rows and seats. */
export function SeatList({ hall }: { hall: ListedHall }) {
  const { plan, looking } = hall
  const [first] = plan.areas
  // Of a hall with one section there is nothing to choose but its seats.
  const [opened, setOpened] = useState(plan.areas.length === 1 ? first?.area : undefined)
  const say = useChoosingWords()
  const headingId = useId()
  return (
    <section aria-labelledby={headingId}>
      <h2 id={headingId} className="sr-only">
        {say.list.sections}
      </h2>
      {/* Another filter is another list; while one is read, nothing changes its place in it. */}
      <Sections
        key={`${looking.price}/${looking.wheelchairs}`}
        hall={hall}
        opened={opened}
        onOpen={(area) => setOpened(area === opened ? undefined : area)}
      />
    </section>
  )
}

type SectionsProps = {
  hall: ListedHall
  opened: Area | undefined
  onOpen: (area: Area) => void
}

function Sections({ hall, opened, onOpen }: SectionsProps) {
  const { plan, seats, places, looking } = hall
  const say = useChoosingWords()
  const wheelchairs = useWheelchairPlaces(seats)
  const sections = sectionsOf(plan, places, looking, wheelchairs)
  const [order] = useState(() =>
    soldOutLast(sectionsOf(plan, places, looking, wheelchairs)).map(({ area }) => area.area),
  )
  const listed = order.flatMap((area) => sections.find((each) => each.area.area === area) ?? [])
  if (looking.wheelchairs && seats === undefined) return <Line>{say.list.loading}</Line>
  if (listed.length === 0) return <Line>{say.list.nothing}</Line>
  return (
    <ul className="flex flex-col gap-2">
      {listed.map((section) => (
        <SectionItem
          key={section.area.area}
          hall={hall}
          section={section}
          isOpen={section.area.area === opened}
          onOpen={() => onOpen(section.area.area)}
        />
      ))}
    </ul>
  )
}

/** Few in every hall, and looked for among all of its seats only once. */
function useWheelchairPlaces(seats: readonly Seat[] | undefined): readonly Seat[] {
  return useMemo(() => (seats ?? NONE).filter(({ accessible }) => accessible), [seats])
}

const NONE: readonly Seat[] = []

const Line = ({ children }: { children: string }) => (
  <output className="block rounded-2xl bg-sunken px-5 py-8 text-center text-muted">
    {children}
  </output>
)
