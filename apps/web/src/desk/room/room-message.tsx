import { ROOM_MESSAGE_CHARS_MAX } from "@podo/contract/limits"
import { Megaphone } from "lucide-react"
import { type Ref, useId, useRef, useState } from "react"
import { useLanguage } from "../../app/language/language.ts"
import { Button } from "../../app/shell/button.tsx"
import { INPUT } from "../labelled.tsx"
import { Answer } from "./answer.tsx"
import { useSteer } from "./room-query.ts"

type RoomMessageProps = { performanceId: string; timeZone: string; message: string }

/** One line of text to everybody in line, seen here as they will see it. */
export function RoomMessage({ performanceId, timeZone, message }: RoomMessageProps) {
  const { words } = useLanguage()
  const id = useId()
  const field = useRef<HTMLTextAreaElement>(null)
  const steering = useSteer(performanceId)
  const [typed, setTyped] = useState<string>()
  const text = typed ?? message
  const say = (next: string) => {
    if (steering.isPending) return
    steering.mutate({ kind: "say", message: next }, { onSuccess: () => setTyped(undefined) })
  }
  const clear = () => {
    field.current?.focus()
    if (message === "") setTyped(undefined)
    else say("")
  }
  return (
    <form
      className="flex min-w-0 flex-col gap-1.5"
      onSubmit={(submitted) => {
        submitted.preventDefault()
        say(text.trim())
      }}
    >
      <MessageField
        {...{ id, text }}
        ref={field}
        onText={(next) => {
          steering.reset()
          setTyped(next)
        }}
      />
      <Preview text={text} isNew={text.trim() !== message} />
      <div className="mt-1 flex flex-wrap gap-2">
        <Button type="submit" isPending={steering.isPending} className="min-w-32">
          {words.deskRoom.say}
        </Button>
        <Button look="outline" disabled={text === "" && message === ""} onClick={clear}>
          {words.deskRoom.clear}
        </Button>
      </div>
      <div id={`${id}-hint`}>
        <Answer steering={steering} timeZone={timeZone} hint={words.deskRoom.messageHint} />
      </div>
    </form>
  )
}

type MessageFieldProps = {
  id: string
  text: string
  ref: Ref<HTMLTextAreaElement>
  onText: (text: string) => void
}

function MessageField({ id, text, ref, onText }: MessageFieldProps) {
  const { words, formats } = useLanguage()
  const { number } = formats
  return (
    <>
      <label htmlFor={id} className="text-sm font-semibold">
        {words.deskRoom.message}
      </label>
      <textarea
        ref={ref}
        id={id}
        rows={3}
        value={text}
        maxLength={ROOM_MESSAGE_CHARS_MAX}
        aria-describedby={`${id}-left ${id}-hint`}
        className={`${INPUT} py-2.5`}
        // It is one line, whatever is pasted.
        onChange={({ target }) => onText(target.value.replaceAll(/\s*\n\s*/g, " "))}
      />
      <p id={`${id}-left`} className="text-xs text-muted">
        {words.deskRoom.messageLeft(number(text.length), number(ROOM_MESSAGE_CHARS_MAX))}
      </p>
    </>
  )
}

function Preview({ text, isNew }: { text: string; isNew: boolean }) {
  const { words } = useLanguage()
  const shown = text.trim()
  return (
    <figure className="flex flex-col gap-1.5">
      <figcaption className="text-sm font-semibold">
        {isNew ? words.deskRoom.previewNext : words.deskRoom.previewNow}
      </figcaption>
      <div className="flex min-h-22 items-start gap-2.5 rounded-2xl bg-sunken px-4 py-3 text-sm">
        <Megaphone className="mt-0.5 size-4.5 shrink-0 text-grape-ink" aria-hidden="true" />
        {shown === "" ? (
          <p className="text-muted">{words.deskRoom.previewNone}</p>
        ) : (
          <p className="min-w-0 flex-1">{shown}</p>
        )}
      </div>
    </figure>
  )
}
