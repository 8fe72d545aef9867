import { useMeQuery } from "../../app/session/session.ts"
import { Failure } from "../../app/shell/failure.tsx"
import { GuestRoom } from "./guest-room.tsx"
import type { InRoom } from "./line.ts"
import { OwnRoom } from "./own-room.tsx"
import { RoomSkeleton } from "./room-skeleton.tsx"

/** Before the box office of a performance that many want: one line, the same for everybody. */
export function WaitingRoom(props: InRoom) {
  const me = useMeQuery()
  if (me.data === undefined) {
    if (me.error === null) return <RoomSkeleton />
    return <Failure error={me.error} onRetry={() => void me.refetch()} />
  }
  return me.data === null ? <GuestRoom sale={props.sale} /> : <OwnRoom {...props} />
}
