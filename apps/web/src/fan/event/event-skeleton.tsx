import { SkeletonBlock } from "../../app/shell/skeleton.tsx"

const ROWS = ["a", "b", "c", "d"]

export function EventSkeleton() {
  return (
    <div className="flex flex-col gap-10">
      <div className="-mx-4 -mt-6 grid grid-cols-[min(7.5rem,31vw)_1fr] gap-5 bg-sunken px-4 py-8 sm:mx-0 sm:mt-0 sm:grid-cols-[15rem_1fr] sm:gap-12 sm:rounded-3xl sm:p-10">
        <SkeletonBlock className="aspect-[3/4] w-full rounded-2xl" />
        <div className="flex flex-col gap-4 sm:justify-center">
          <SkeletonBlock className="h-5 w-16" />
          <SkeletonBlock className="h-9 w-4/5 sm:h-12" />
          <SkeletonBlock className="h-6 w-1/2 max-sm:hidden" />
          <SkeletonBlock className="h-6 w-2/5 max-sm:hidden" />
        </div>
        <SkeletonBlock className="col-span-2 h-32 w-full sm:hidden" />
      </div>
      <div className="flex flex-col gap-3">
        {ROWS.map((row) => (
          <SkeletonBlock key={row} className="h-20 w-full rounded-2xl" />
        ))}
      </div>
    </div>
  )
}
