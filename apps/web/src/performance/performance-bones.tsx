import { Bone } from "../shell/bone.tsx"

/** The map and the panel: beside each other where there is room, else the panel at the thumb. */
export const DESK_GRID =
  "grid items-start gap-x-8 gap-y-6 max-lg:min-h-[calc(100dvh-12rem)] max-lg:grid-rows-[1fr_auto] lg:grid-cols-[minmax(0,1fr)_22rem]"

/** In the box beside a calendar: one below the other. */
export const DAY_GRID = "flex flex-col gap-4"

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
    <div className={DESK_GRID}>
      <Bone className="h-[60vh] max-h-[42rem] w-full rounded-3xl" />
      <div className="sticky bottom-0 -mx-4 h-21 rounded-t-3xl bg-raised shadow-float ring-1 ring-line sm:-mx-6 lg:static lg:mx-0 lg:h-64 lg:rounded-3xl lg:shadow-card" />
    </div>
  )
}

export function DayBones() {
  return <Bone className="h-60 w-full rounded-3xl" />
}
