import { useLayoutEffect, useRef } from "react"
import { useLanguage } from "../../app/language/language.ts"
import { PageTitle } from "../../app/shell/page-title.tsx"
import { EventGrid } from "./event-grid.tsx"
import { ListingBar } from "./listing-bar.tsx"
import { isEverything, useListing } from "./listing.ts"
import { SearchBox } from "./search-box.tsx"
import { Shelves } from "./shelves.tsx"

export function HomePage() {
  const { words } = useLanguage()
  const [listing, changeListing] = useListing()
  const hasShelves = isEverything(listing)
  const { list, keep } = useKeptInSight<HTMLDivElement>()
  return (
    <div className="flex flex-col gap-5 [overflow-anchor:none] sm:gap-8">
      <PageTitle />
      <div className="relative -mx-4 -mt-6 flex flex-col gap-1 overflow-hidden bg-wash px-4 py-6 sm:mx-0 sm:mt-0 sm:gap-4 sm:rounded-3xl sm:px-10 sm:py-14">
        <SeatField className="pointer-events-none absolute -top-8 -right-56 h-36 [mask-image:linear-gradient(to_right,transparent_10%,black_60%)] sm:-right-80 sm:h-full sm:max-h-72 lg:-right-32" />
        <h1 className="relative text-2xl font-extrabold sm:text-4xl">{words.home.headline}</h1>
        <p className="relative text-sm text-muted sm:text-lg">{words.home.lead}</p>
        <SearchBox search={listing.search} onSearch={(search) => changeListing({ search })} />
      </div>
      {hasShelves ? <Shelves /> : null}
      <div ref={list} className="flex flex-col gap-5 sm:gap-8">
        <ListingBar
          listing={listing}
          onChange={(change) => {
            keep()
            changeListing(change)
          }}
        />
        <EventGrid listing={listing} onChange={changeListing} />
      </div>
    </div>
  )
}

const ROWS = 7
const CENTER_X = 320
const CENTER_Y = -260

type Dot = { key: string; x: number; y: number; look: string }

/** Rows of a hall seen from above, some of its seats still purple. Decoration only. */
function SeatField({ className }: { className: string }) {
  return (
    <svg viewBox="0 0 640 260" className={className} aria-hidden="true">
      {DOTS.map(({ key, x, y, look }) => (
        <circle key={key} cx={x} cy={y} r="9" className={look} />
      ))}
    </svg>
  )
}

const DOTS = Array.from({ length: ROWS }, (_, row) => row).flatMap(rowOfDots)

function rowOfDots(row: number): Dot[] {
  const radius = 300 + row * 34
  const seats = 15 + row * 2
  return Array.from({ length: seats }, (_, seat) => {
    const angle = Math.PI / 2 + ((seat - (seats - 1) / 2) * 27) / radius
    return {
      key: `${row}-${seat}`,
      x: Math.round(CENTER_X + radius * Math.cos(angle)),
      y: Math.round(CENTER_Y + radius * Math.sin(angle)),
      look: lookOf(row, seat),
    }
  })
}

/** Scattered, and the same on each visit. */
function lookOf(row: number, seat: number): string {
  const draw = (row * 37 + seat * 61 + row * seat * 13) % 11
  if (draw < 3) return "fill-grape"
  return draw < 5 ? "fill-grape/45" : "fill-grape/12"
}

/**
 * Something above the element comes or goes because of a press on it: what was pressed stays where it
 * is on the screen. `keep` is called before the change that the next render shows.
 */
function useKeptInSight<Kept extends HTMLElement>() {
  const list = useRef<Kept>(null)
  const kept = useRef<number>(undefined)
  useLayoutEffect(() => {
    if (kept.current !== undefined && list.current !== null) {
      const movedBy = list.current.getBoundingClientRect().top - kept.current
      scrollBy({ top: movedBy, behavior: "instant" })
    }
    kept.current = undefined
  })
  return {
    list,
    keep: () => {
      kept.current = list.current?.getBoundingClientRect().top
    },
  }
}
