import { useQuery } from "@tanstack/react-query"
import { trpc } from "../../app/api/trpc.ts"
import { useLanguage } from "../../app/language/language.ts"
import { Shelf, ShelfSkeleton } from "./shelf.tsx"

const SHELF_EVENTS = 12

/** The events that a house puts in its window. A shelf that is empty, or cannot be read, is no shelf. */
export function Shelves() {
  const fresh = useShelf("newest")
  return (
    <div className="flex flex-col gap-7 sm:gap-10">
      <HotShelf waiting={<ShelfSkeleton />} />
      <FreshShelf of={fresh} />
    </div>
  )
}

export function HotShelf({ waiting = null }: { waiting?: React.ReactNode }) {
  const { words } = useLanguage()
  const { data, isPending } = useShelf("hot")
  if (isPending) return waiting
  if (data === undefined || data.events.length === 0) return null
  return <Shelf title={words.home.hot} hint={words.home.hotHint} events={data.events} isRanked />
}

function FreshShelf({ of: { data, isPending } }: { of: ReturnType<typeof useShelf> }) {
  const { words } = useLanguage()
  if (isPending) return <ShelfSkeleton />
  if (data === undefined || data.events.length === 0) return null
  return <Shelf title={words.home.new} events={data.events} />
}

function useShelf(sort: "hot" | "newest") {
  return useQuery(trpc.catalog.events.queryOptions({ sort, limit: SHELF_EVENTS }))
}
