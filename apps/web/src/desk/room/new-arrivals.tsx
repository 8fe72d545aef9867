import type { DeskRoom } from "@podo/contract/desk-room"
import { useLanguage } from "../../app/language/language.ts"
import { Button } from "../../app/shell/button.tsx"
import { Answer } from "./answer.tsx"
import { useSteer } from "./room-query.ts"

type NewArrivalsProps = { performanceId: string; timeZone: string; room: DeskRoom["room"] }

/** Draining, as people would say it: nobody joins, and whoever is in line is served. */
export function NewArrivals({ performanceId, timeZone, room }: NewArrivalsProps) {
  const { words } = useLanguage()
  const steering = useSteer(performanceId)
  const isDraining = room?.draining ?? false
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <Button
        look={isDraining ? "primary" : "outline"}
        isPending={steering.isPending}
        className="min-w-40"
        onClick={() => steering.mutate({ kind: isDraining ? "stop-draining" : "drain" })}
      >
        {isDraining ? words.deskRoom.stopDraining : words.deskRoom.drain}
      </Button>
      <Answer
        steering={steering}
        timeZone={timeZone}
        hint={isDraining ? words.deskRoom.stopDrainingLead : words.deskRoom.drainLead}
        className="min-h-10 min-w-0 flex-1 basis-56"
      />
    </div>
  )
}
