import { Bone } from "../shell/bone.tsx"

export function PerformanceBones() {
  return (
    <div className="flex flex-col gap-6">
      <div className="flex flex-col gap-2 pt-9">
        <Bone className="h-8 w-64" />
        <Bone className="h-6 w-80 max-w-full" />
      </div>
      <BoxOfficeBones />
    </div>
  )
}

export function BoxOfficeBones() {
  return (
    <div className="grid gap-8 lg:grid-cols-[1fr_22rem]">
      <Bone className="h-[60vh] max-h-[42rem] w-full rounded-3xl" />
      <Bone className="h-72 w-full rounded-3xl" />
    </div>
  )
}
