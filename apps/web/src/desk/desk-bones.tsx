import { Bone } from "../shell/bone.tsx"

const ROWS = ["a", "b", "c"]

export function DeskBones() {
  return (
    <div className="flex flex-col gap-6">
      <Bone className="h-9 w-52" />
      {ROWS.map((row) => (
        <Bone key={row} className="h-28 w-full rounded-2xl" />
      ))}
    </div>
  )
}
