import { Bone } from "../shell/bone.tsx"

export function RoomBones() {
  return <Bone className="h-80 w-full rounded-3xl" />
}
