import type { DeskPerformance } from "@podo/contract/desk-performance"
import {
  ADMISSION_MINUTES_MAX,
  ADMISSIONS_PER_MINUTE_MAX,
  ROOM_CAPACITY_MAX,
} from "@podo/contract/limits"
import { useLanguage } from "../../app/language/language.ts"
import { NumberField } from "../desk-fields.tsx"
import { DeskSection } from "../desk-section.tsx"
import { FlowAdvice } from "./flow-advice.tsx"
import { figuresTyped, type RoomTyping } from "./room-typing.ts"

type FlowFieldsProps = {
  typing: RoomTyping
  performance: DeskPerformance
  onChange: (changed: Partial<RoomTyping>) => void
}

/** How many come through the door, and what follows for whoever waits. */
export function FlowFields({ typing, performance, onChange }: FlowFieldsProps) {
  const { words, formats } = useLanguage()
  const { number } = formats
  return (
    <DeskSection title={words.deskRoom.flow} hint={words.deskRoom.flowHint}>
      <div className="grid items-start gap-4 sm:grid-cols-3">
        <NumberField
          name="room.capacity"
          label={words.deskRoom.capacity}
          hint={words.deskRoom.capacityHint(number(ROOM_CAPACITY_MAX))}
          value={typing.capacity}
          onValue={(capacity) => onChange({ capacity })}
        />
        <NumberField
          name="room.perMinute"
          label={words.deskRoom.perMinute}
          hint={words.deskRoom.perMinuteHint(number(ADMISSIONS_PER_MINUTE_MAX))}
          value={typing.perMinute}
          onValue={(perMinute) => onChange({ perMinute })}
        />
        <NumberField
          name="room.admissionMinutes"
          label={words.deskRoom.admissionMinutes}
          hint={words.deskRoom.admissionHint(number(ADMISSION_MINUTES_MAX))}
          value={typing.admissionMinutes}
          onValue={(admissionMinutes) => onChange({ admissionMinutes })}
        />
      </div>
      <FlowAdvice figures={figuresTyped(typing)} performance={performance} />
    </DeskSection>
  )
}
