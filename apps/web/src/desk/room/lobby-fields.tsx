import { useLanguage } from "../../app/language/language.ts"
import { SelectField, WallTimeField } from "../desk-fields.tsx"
import { DeskSection } from "../desk-section.tsx"
import { ChoiceCards } from "./choice-cards.tsx"
import {
  LOBBIES,
  type Lobby,
  lobbyTyped,
  type RoomTyping,
  type SaleTimes,
  ownLobby,
} from "./room-typing.ts"

type LobbyFieldsProps = {
  typing: RoomTyping
  times: SaleTimes
  /** Why this cannot change any more; null while it can. */
  fixed: string | null
  onChange: (changed: Partial<RoomTyping>) => void
}

export function LobbyFields(props: LobbyFieldsProps) {
  const { words, formats } = useLanguage()
  const { typing, times, fixed, onChange } = props
  const opening = words.deskRoom.beforeHint(formats.dayAndClock(times.saleOpensAt, times.timeZone))
  return (
    <DeskSection title={words.deskRoom.before} hint={opening}>
      {fixed === null ? null : (
        <p className="rounded-xl bg-amber-wash px-4 py-3 text-sm">{fixed}</p>
      )}
      <LobbyTime {...props} />
      <ChoiceCards
        name="room.hasDraw"
        label={words.deskRoom.order}
        choices={[
          { value: "draw", title: words.deskRoom.draw, hint: words.deskRoom.drawHint },
          { value: "arrival", title: words.deskRoom.arrival, hint: words.deskRoom.arrivalHint },
        ]}
        value={typing.hasDraw ? "draw" : "arrival"}
        onValue={(value) => onChange({ hasDraw: value === "draw" })}
        isFixed={fixed !== null}
      />
    </DeskSection>
  )
}

/** Counted from the opening of the sale, as people plan it, or by the clock. */
function LobbyTime({ typing, times, fixed, onChange }: LobbyFieldsProps) {
  const { words, formats } = useLanguage()
  const { timeZone } = times
  const at = lobbyTyped(typing, times)
  const hint = at === null ? null : words.deskRoom.lobbyAt(formats.dayAndClock(at, timeZone))
  if (fixed !== null) return <p className="text-sm">{hint}</p>
  return (
    <div className="grid items-start gap-4 sm:grid-cols-2">
      <SelectField
        name={typing.lobby === "own" ? "lobby" : "room.lobbyOpensAt"}
        label={words.deskRoom.lobby}
        value={typing.lobby}
        onValue={(lobby) => onChange(ownLobby(typing, lobby as Lobby, times))}
        hint={hint}
      >
        {[...LOBBIES, "own" as const].map((lobby) => (
          <option key={lobby} value={lobby}>
            {words.deskRoom.lobbies[lobby]}
          </option>
        ))}
      </SelectField>
      {typing.lobby === "own" ? (
        <WallTimeField
          name="room.lobbyOpensAt"
          label={words.deskRoom.lobbyOwn}
          value={typing.lobbyOpensAt}
          onValue={(lobbyOpensAt) => onChange({ lobbyOpensAt })}
          timeZone={timeZone}
        />
      ) : null}
    </div>
  )
}
