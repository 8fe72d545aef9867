import { Bone } from "../shell/bone.tsx"

export function AccountBones() {
  return (
    <div className="mx-auto flex max-w-2xl flex-col gap-8">
      <Bone className="h-9 w-40" />
      <Bone className="h-74 w-full rounded-3xl" />
      <Bone className="h-42 w-full rounded-3xl" />
    </div>
  )
}
