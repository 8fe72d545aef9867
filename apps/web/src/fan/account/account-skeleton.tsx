import { SkeletonBlock } from "../../app/shell/skeleton.tsx"

export function AccountSkeleton() {
  return (
    <div className="mx-auto flex max-w-2xl flex-col gap-8">
      <SkeletonBlock className="h-9 w-40" />
      <SkeletonBlock className="h-74 w-full rounded-3xl" />
      <SkeletonBlock className="h-42 w-full rounded-3xl" />
    </div>
  )
}
