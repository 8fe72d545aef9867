import { useController, useFormContext, useWatch } from "react-hook-form"
import { useLanguage } from "../../app/language/language.ts"
import { SelectField, WallTimeField } from "../desk-fields.tsx"
import { DeskSection } from "../desk-section.tsx"
import { wallOf } from "../zoned-time.ts"
import { ChoiceCards } from "./choice-cards.tsx"
import { LOBBIES, lobbyTyped, type RoomTyping, type SaleTimes } from "./room-typing.ts"

type LobbyFieldsProps = {
  times: SaleTimes
  /** Why this cannot change any more; null while it can. */
  fixed: string | null
}

export function LobbyFields(props: LobbyFieldsProps) {
  const { words, formats } = useLanguage()
  const { times, fixed } = props
  const { field } = useController<RoomTyping, "hasDraw">({ name: "hasDraw" })
  const opening = words.deskRoom.beforeHint(formats.dayAndClock(times.saleOpensAt, times.timeZone))
  return (
    <DeskSection title={words.deskRoom.before} hint={opening}>
      {fixed === null ? null : (
        <p className="rounded-xl bg-amber-wash px-4 py-3 text-sm">{fixed}</p>
      )}
      <LobbyTime {...props} />
      <ChoiceCards
        name="hasDraw"
        label={words.deskRoom.order}
        choices={[
          { value: "draw", title: words.deskRoom.draw, hint: words.deskRoom.drawHint },
          { value: "arrival", title: words.deskRoom.arrival, hint: words.deskRoom.arrivalHint },
        ]}
        value={field.value ? "draw" : "arrival"}
        onValue={(value) => field.onChange(value === "draw")}
        isFixed={fixed !== null}
      />
    </DeskSection>
  )
}

/** Counted from the opening of the sale, as people plan it, or by the clock. */
function LobbyTime({ times, fixed }: LobbyFieldsProps) {
  const { words, formats } = useLanguage()
  const { setValue } = useFormContext<RoomTyping>()
  const typed = useWatch() as RoomTyping
  const { timeZone } = times
  const at = lobbyTyped(typed, times)
  const hint = at === null ? null : words.deskRoom.lobbyAt(formats.dayAndClock(at, timeZone))
  if (fixed !== null) return <p className="text-sm">{hint}</p>
  return (
    <div className="grid items-start gap-4 sm:grid-cols-2">
      <SelectField<RoomTyping>
        name="lobby"
        label={words.deskRoom.lobby}
        // An own time begins with what was chosen before.
        onChoice={(chosen) => {
          if (chosen === "own" && at !== null) setValue("lobbyOpensAt", wallOf(at, timeZone))
        }}
        hint={hint}
      >
        {[...LOBBIES, "own" as const].map((lobby) => (
          <option key={lobby} value={lobby}>
            {words.deskRoom.lobbies[lobby]}
          </option>
        ))}
      </SelectField>
      {typed.lobby === "own" ? (
        <WallTimeField<RoomTyping>
          name="lobbyOpensAt"
          label={words.deskRoom.lobbyOwn}
          timeZone={timeZone}
        />
      ) : null}
    </div>
  )
}
