import { SkeletonBlock } from "../../app/shell/skeleton.tsx"

export function BookingsSkeleton() {
  return (
    <div className="mx-auto flex max-w-3xl flex-col gap-8">
      <SkeletonBlock className="h-9 w-40" />
      <div className="flex flex-col gap-5">
        <SkeletonBlock className="h-64 w-full rounded-3xl" />
        <SkeletonBlock className="h-64 w-full rounded-3xl" />
      </div>
    </div>
  )
}
