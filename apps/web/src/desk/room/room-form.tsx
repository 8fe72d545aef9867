import type { DeskEvent } from "@podo/contract/desk"
import type { DeskPerformance } from "@podo/contract/desk-performance"
import type { DeskRoom } from "@podo/contract/desk-room"
import { ROOM_REASON_CHARS_MAX } from "@podo/contract/limits"
import { useController, useWatch } from "react-hook-form"
import { serverNowMs } from "../../app/api/server-clock.ts"
import { api } from "../../app/api/trpc.ts"
import { useLanguage } from "../../app/language/language.ts"
import { ButtonLink } from "../../app/shell/button.tsx"
import { Notice } from "../../app/shell/notice.tsx"
import { tell } from "../../app/shell/toasts.tsx"
import { TextField } from "../desk-fields.tsx"
import { DeskForm } from "../desk-form.tsx"
import { DeskSection } from "../desk-section.tsx"
import { isSaleOpened } from "../event/months.ts"
import { useDeskForm } from "../use-desk-form.ts"
import { ChoiceCards } from "./choice-cards.tsx"
import { FlowFields } from "./flow-fields.tsx"
import { LobbyFields } from "./lobby-fields.tsx"
import { keepDeskRoom } from "./room-query.ts"
import {
  judgeRoom,
  roomMeanwhile,
  roomFieldOf,
  roomTypingOf,
  type RoomTyping,
  type SaleTimes,
} from "./room-typing.ts"

export type RoomFormProps = { event: DeskEvent; performance: DeskPerformance; desk: DeskRoom }

export function RoomForm({ event, performance, desk }: RoomFormProps) {
  const { words } = useLanguage()
  const { performanceId, saleOpensAt } = performance
  const times = { saleOpensAt, timeZone: event.timeZone }
  const fixed = useFixed({ event, performance, desk })
  const form = useDeskForm({
    values: roomTypingOf(desk, times),
    judge: (typed) =>
      judgeRoom(typed, {
        ...times,
        performanceId,
        was: desk.terms ?? desk.suggested,
        isFixed: fixed !== null,
      }),
    send: (sent) => api.desk.setRoom.mutate(sent),
    fieldOf: roomFieldOf,
    valuesOf: (meanwhile) => roomTypingOf(roomMeanwhile(desk, meanwhile), times),
    onDone: async (answer) => {
      tell(answer.terms === null ? words.deskRoom.savedOff : words.deskRoom.savedOn)
      form.begin(roomTypingOf(answer, times))
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
      <Fields {...{ performance, desk, times, fixed }} />
    </DeskForm>
  )
}

type FieldsProps = Pick<RoomFormProps, "performance" | "desk"> & {
  times: SaleTimes
  /** Why the lobby cannot change any more; null while it can. */
  fixed: string | null
}

function Fields({ performance, desk, times, fixed }: FieldsProps) {
  const isOn = useWatch<RoomTyping, "isOn">({ name: "isOn" })
  return (
    <>
      <OnOrOff desk={desk} />
      {!isOn && desk.terms !== null && fixed !== null ? <ReasonField /> : null}
      {isOn ? (
        <>
          <LobbyFields times={times} fixed={fixed} />
          <FlowFields performance={performance} />
          <WhenSoldOut />
        </>
      ) : null}
    </>
  )
}

/** People who had come find it in place of the line. */
function ReasonField() {
  const { words } = useLanguage()
  return (
    <TextField<RoomTyping>
      name="reason"
      label={words.deskRoom.reason}
      hint={words.deskRoom.reasonHint}
      maxLength={ROOM_REASON_CHARS_MAX}
    />
  )
}

function OnOrOff({ desk }: { desk: DeskRoom }) {
  const { words, formats } = useLanguage()
  const { field } = useController<RoomTyping, "isOn">({ name: "isOn" })
  const isOn = field.value
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
        onValue={(value) => field.onChange(value === "on")}
      />
      {isOn || waiting === 0 ? null : (
        <Notice tone="warning">{words.deskRoom.offWhileWaiting(formats.number(waiting))}</Notice>
      )}
    </>
  )
}

function WhenSoldOut() {
  const { words } = useLanguage()
  const { field } = useController<RoomTyping, "whenSoldOut">({ name: "whenSoldOut" })
  return (
    <DeskSection title={words.deskRoom.soldOut}>
      <ChoiceCards
        name="whenSoldOut"
        label={words.deskRoom.soldOut}
        isTitled
        choices={[
          { value: "close", title: words.deskRoom.close, hint: words.deskRoom.closeHint },
          { value: "keep", title: words.deskRoom.keep, hint: words.deskRoom.keepHint },
        ]}
        value={field.value}
        onValue={field.onChange}
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
