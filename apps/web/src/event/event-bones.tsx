import { Bone } from "../shell/bone.tsx"

const ROWS = ["a", "b", "c", "d"]

export function EventBones() {
  return (
    <div className="flex flex-col gap-10">
      <div className="grid gap-6 sm:grid-cols-[16rem_1fr] sm:gap-10">
        <Bone className="aspect-[3/4] w-40 rounded-2xl sm:w-full" />
        <div className="flex flex-col gap-4">
          <Bone className="h-5 w-20" />
          <Bone className="h-11 w-4/5" />
          <Bone className="h-6 w-1/2" />
          <Bone className="h-6 w-2/5" />
        </div>
      </div>
      <div className="flex flex-col gap-3">
        {ROWS.map((row) => (
          <Bone key={row} className="h-20 w-full rounded-2xl" />
        ))}
      </div>
    </div>
  )
}
