import type { DeskEvent } from "@podo/contract/desk"
import type { DeskPerformance } from "@podo/contract/desk-performance"
import type { DeskRoom } from "@podo/contract/desk-room"
import { useState } from "react"
import { serverNowMs } from "../../app/api/server-clock.ts"
import { api } from "../../app/api/trpc.ts"
import { useLanguage } from "../../app/language/language.ts"
import { ButtonLink } from "../../app/shell/button.tsx"
import { Notice } from "../../app/shell/notice.tsx"
import { tell } from "../../app/shell/toasts.tsx"
import { DeskForm, useDeskForm } from "../desk-form.tsx"
import { DeskSection } from "../desk-section.tsx"
import { isSaleOpened } from "../event/months.ts"
import { ChoiceCards } from "./choice-cards.tsx"
import { FlowFields } from "./flow-fields.tsx"
import { LobbyFields } from "./lobby-fields.tsx"
import { keepDeskRoom } from "./room-query.ts"
import { readRoom, roomTypingOf, type RoomTyping } from "./room-typing.ts"

export type RoomFormProps = { event: DeskEvent; performance: DeskPerformance; desk: DeskRoom }

export function RoomForm({ event, performance, desk }: RoomFormProps) {
  const { words } = useLanguage()
  const { timeZone } = event
  const { performanceId, saleOpensAt } = performance
  const times = { saleOpensAt, timeZone }
  const [typing, setTyping] = useState(() => roomTypingOf(desk, times))
  const change = (changed: Partial<RoomTyping>) =>
    setTyping((before) => ({ ...before, ...changed }))
  const fixed = useFixed({ event, performance, desk })
  const form = useDeskForm({
    read: () =>
      readRoom(typing, {
        ...times,
        performanceId,
        was: desk.terms ?? desk.suggested,
        isFixed: fixed !== null,
      }),
    send: (sent) => api.desk.setRoom.mutate(sent),
    onDone: async (answer) => {
      tell(answer.terms === null ? words.deskRoom.savedOff : words.deskRoom.savedOn)
      setTyping(roomTypingOf(answer, times))
      await keepDeskRoom(answer)
    },
  })
  return (
    <DeskForm
      form={form}
      label={words.deskRoom.title}
      submit={words.deskRoom.save}
      busy={words.deskRoom.saving}
      beside={
        <ButtonLink look="outline" size="large" href={`/desk/performances/${performanceId}`}>
          {words.deskRoom.toSale}
        </ButtonLink>
      }
    >
      <OnOrOff desk={desk} isOn={typing.isOn} onChange={change} />
      {typing.isOn ? (
        <>
          <LobbyFields {...{ typing, times, fixed }} onChange={change} />
          <FlowFields {...{ typing, performance }} onChange={change} />
          <WhenSoldOut typing={typing} onChange={change} />
        </>
      ) : null}
    </DeskForm>
  )
}

type OnOrOffProps = {
  desk: DeskRoom
  isOn: boolean
  onChange: (changed: Partial<RoomTyping>) => void
}

function OnOrOff({ desk, isOn, onChange }: OnOrOffProps) {
  const { words, formats } = useLanguage()
  const waiting = desk.room?.waiting ?? 0
  return (
    <>
      <ChoiceCards
        name="isOn"
        label={words.deskRoom.isOn}
        choices={[
          { value: "on", title: words.deskRoom.on, hint: words.deskRoom.onHint },
          { value: "off", title: words.deskRoom.off, hint: words.deskRoom.offHint },
        ]}
        value={isOn ? "on" : "off"}
        onValue={(value) => onChange({ isOn: value === "on" })}
      />
      {isOn || waiting === 0 ? null : (
        <Notice tone="warning">{words.deskRoom.offWhileWaiting(formats.number(waiting))}</Notice>
      )}
    </>
  )
}

type WhenSoldOutProps = { typing: RoomTyping; onChange: (changed: Partial<RoomTyping>) => void }

function WhenSoldOut({ typing, onChange }: WhenSoldOutProps) {
  const { words } = useLanguage()
  return (
    <DeskSection title={words.deskRoom.soldOut}>
      <ChoiceCards
        name="room.whenSoldOut"
        label={words.deskRoom.soldOut}
        isTitled
        choices={[
          { value: "close", title: words.deskRoom.close, hint: words.deskRoom.closeHint },
          { value: "keep", title: words.deskRoom.keep, hint: words.deskRoom.keepHint },
        ]}
        value={typing.whenSoldOut}
        onValue={(whenSoldOut) => onChange({ whenSoldOut })}
      />
    </DeskSection>
  )
}

/** Why the lobby cannot change any more; null while it can. */
function useFixed({ event, performance, desk }: RoomFormProps): string | null {
  const { words } = useLanguage()
  if (isSaleOpened(event, performance, serverNowMs())) return words.deskRoom.fixedSale
  const isLobbyOpen =
    event.publishedAt !== null &&
    desk.terms !== null &&
    Date.parse(desk.terms.lobbyOpensAt) <= serverNowMs()
  return isLobbyOpen ? words.deskRoom.fixedLobby : null
}
