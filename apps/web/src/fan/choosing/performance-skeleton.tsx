import { SkeletonBlock } from "../../app/shell/skeleton.tsx"

/** The map and the panel: beside each other where there is room, else the panel at the thumb. */
export const PAGE_GRID =
  "grid items-start gap-x-8 gap-y-6 max-lg:min-h-[calc(100dvh+3rem)] max-lg:grid-rows-[1fr_auto] flat:grid-cols-[minmax(0,1fr)_20rem] flat:grid-rows-none! flat:gap-x-4 lg:grid-cols-[minmax(0,1fr)_22rem]"

/** In the box beside a calendar: one below the other. */
export const DAY_GRID = "flex flex-col gap-4"

export function PerformanceSkeleton() {
  return (
    <div className="flex flex-col gap-6">
      <div className="flex flex-col gap-2 pt-9">
        <SkeletonBlock className="h-8 w-64" />
        <SkeletonBlock className="h-6 w-80 max-w-full" />
      </div>
      <BoxOfficeSkeleton />
    </div>
  )
}

const CHIPS = ["w-16", "w-48", "w-47", "w-46"]

export function BoxOfficeSkeleton() {
  return (
    <div className={PAGE_GRID}>
      <div className="flex min-w-0 flex-col gap-4">
        <div className="flex flex-col gap-2">
          <SkeletonBlock className="h-13 rounded-xl sm:w-40" />
          <div className="flex gap-2 overflow-hidden py-1">
            {CHIPS.map((chip) => (
              <SkeletonBlock key={chip} className={`h-11 shrink-0 rounded-full ${chip}`} />
            ))}
          </div>
        </div>
        <SkeletonBlock className="h-[60vh] max-h-[42rem] w-full rounded-3xl" />
      </div>
      <div className="sticky bottom-0 -mx-4 h-43 rounded-t-3xl bg-raised shadow-float ring-1 ring-line sm:-mx-6 lg:static lg:mx-0 lg:h-64 lg:rounded-3xl lg:shadow-card" />
    </div>
  )
}

export function DaySkeleton() {
  return <SkeletonBlock className="h-60 w-full rounded-3xl" />
}
