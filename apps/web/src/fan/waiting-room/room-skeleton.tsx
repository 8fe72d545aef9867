import { SkeletonBlock } from "../../app/shell/skeleton.tsx"

export function RoomSkeleton() {
  return <SkeletonBlock className="h-80 w-full rounded-3xl" />
}
