import type { ReactNode } from "react"
import { useMeQuery } from "../../app/session/session.ts"
import type { CounterProps } from "../choosing/counter.tsx"
import { Failure } from "../../app/shell/failure.tsx"
import { GuestRoom } from "./guest-room.tsx"
import { OwnRoom } from "./own-room.tsx"
import { RoomSkeleton } from "./room-skeleton.tsx"

export type WaitingRoomProps = CounterProps & {
  /** What is beyond the room: the places themselves. */
  inside: ReactNode
  isHolding: boolean
}

/** Before the box office of a performance that many want: one line, the same for everybody. */
export function WaitingRoom(props: WaitingRoomProps) {
  const me = useMeQuery()
  if (me.data === undefined) {
    if (me.error === null) return <RoomSkeleton />
    return <Failure error={me.error} onRetry={() => void me.refetch()} />
  }
  return me.data === null ? <GuestRoom {...props} /> : <OwnRoom {...props} />
}
