import { SkeletonBlock } from "../app/shell/skeleton.tsx"

const ROWS = ["a", "b", "c"]

export function DeskSkeleton() {
  return (
    <div className="flex flex-col gap-6">
      <SkeletonBlock className="h-9 w-52" />
      {ROWS.map((row) => (
        <SkeletonBlock key={row} className="h-28 w-full rounded-2xl" />
      ))}
    </div>
  )
}
