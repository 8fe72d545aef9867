import { Bone } from "../shell/bone.tsx"

export function AccountBones() {
  return (
    <div className="mx-auto flex max-w-2xl flex-col gap-8">
      <Bone className="h-9 w-40" />
      <Bone className="h-76 w-full rounded-3xl" />
      <Bone className="h-56 w-full rounded-3xl" />
    </div>
  )
}
