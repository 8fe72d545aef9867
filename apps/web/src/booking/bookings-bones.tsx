import { Bone } from "../shell/bone.tsx"

export function BookingsBones() {
  return (
    <div className="mx-auto flex max-w-3xl flex-col gap-8">
      <Bone className="h-9 w-40" />
      <div className="flex flex-col gap-5">
        <Bone className="h-64 w-full rounded-3xl" />
        <Bone className="h-64 w-full rounded-3xl" />
      </div>
    </div>
  )
}
