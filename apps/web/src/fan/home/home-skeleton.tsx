import { SkeletonBlock } from "../../app/shell/skeleton.tsx"
import { ShelfSkeleton } from "./shelf.tsx"

const CARDS = ["a", "b", "c", "d", "e", "f", "g", "h"]

export const EVENT_GRID =
  "grid grid-cols-2 gap-x-4 gap-y-9 sm:grid-cols-3 sm:gap-x-6 sm:gap-y-12 lg:grid-cols-4"

export function HomeSkeleton() {
  return (
    <div className="flex flex-col gap-5 sm:gap-8">
      <div className="-mx-4 -mt-6 h-[10.75rem] bg-wash sm:mx-0 sm:mt-0 sm:h-[19rem] sm:rounded-3xl" />
      <ShelfSkeleton />
      <EventGridSkeleton />
    </div>
  )
}

export function EventGridSkeleton() {
  return (
    <div className={EVENT_GRID}>
      {CARDS.map((card) => (
        <div key={card} className="flex flex-col gap-3">
          <SkeletonBlock className="aspect-[3/4] w-full rounded-2xl" />
          <SkeletonBlock className="h-5 w-4/5" />
          <SkeletonBlock className="h-4 w-1/2" />
          <SkeletonBlock className="h-4 w-3/5" />
          <SkeletonBlock className="mt-6 h-11 w-full rounded-xl" />
        </div>
      ))}
    </div>
  )
}
