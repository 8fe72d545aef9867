import type { DeskPerformance } from "@podo/contract/desk-performance"
import {
  ADMISSION_MINUTES_MAX,
  ADMISSIONS_PER_MINUTE_MAX,
  ROOM_CAPACITY_MAX,
} from "@podo/contract/limits"
import { useWatch } from "react-hook-form"
import { useLanguage } from "../../app/language/language.ts"
import { NumberField } from "../desk-fields.tsx"
import { DeskSection } from "../desk-section.tsx"
import { FlowAdvice } from "./flow-advice.tsx"
import { figuresTyped, type RoomTyping } from "./room-typing.ts"

/** How many come through the door, and what follows for whoever waits. */
export function FlowFields({ performance }: { performance: DeskPerformance }) {
  const { words, formats } = useLanguage()
  const { number } = formats
  const typed = useWatch() as RoomTyping
  return (
    <DeskSection title={words.deskRoom.flow} hint={words.deskRoom.flowHint}>
      <div className="grid items-start gap-4 sm:grid-cols-3">
        <NumberField<RoomTyping>
          name="capacity"
          label={words.deskRoom.capacity}
          hint={words.deskRoom.capacityHint(number(ROOM_CAPACITY_MAX))}
        />
        <NumberField<RoomTyping>
          name="perMinute"
          label={words.deskRoom.perMinute}
          hint={words.deskRoom.perMinuteHint(number(ADMISSIONS_PER_MINUTE_MAX))}
        />
        <NumberField<RoomTyping>
          name="admissionMinutes"
          label={words.deskRoom.admissionMinutes}
          hint={words.deskRoom.admissionHint(number(ADMISSION_MINUTES_MAX))}
        />
      </div>
      <FlowAdvice figures={figuresTyped(typed)} performance={performance} />
    </DeskSection>
  )
}
