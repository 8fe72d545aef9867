import { useId, useState } from "react"
import { useLanguage } from "../../app/language/language.ts"
import { Button } from "../../app/shell/button.tsx"
import { numberOf } from "../dates/read-dates.ts"
import { INPUT } from "../labelled.tsx"
import { Answer } from "./answer.tsx"
import { type Act, useSteer } from "./room-query.ts"

type NumberControlProps = {
  performanceId: string
  timeZone: string
  label: string
  /** The effect of the button, for a reader who does not see the field beside it. */
  submit: string
  current: number
  max: number
  act: (typed: number) => Act
  hintOf: (typed: number) => string
}

/** One number of the room. It follows what is true until somebody types. */
export function NumberControl(props: NumberControlProps) {
  const { performanceId, timeZone, label, submit, current, max, act, hintOf } = props
  const { words, formats } = useLanguage()
  const id = useId()
  const steering = useSteer(performanceId)
  const [typed, setTyped] = useState<string>()
  const text = typed ?? String(current)
  const number = numberWithin(text, max)
  return (
    <form
      noValidate
      className="flex flex-col gap-1.5"
      onSubmit={(submitted) => {
        submitted.preventDefault()
        if (number === null || steering.isPending) return
        steering.mutate(act(number), { onSuccess: () => setTyped(undefined) })
      }}
    >
      <label htmlFor={id} className="text-sm font-semibold">
        {label}
      </label>
      <div className="flex gap-2">
        <input
          id={id}
          value={text}
          inputMode="numeric"
          autoComplete="off"
          aria-describedby={`${id}-hint`}
          aria-invalid={number === null}
          className={`${INPUT} max-w-40 text-lg font-bold`}
          onChange={({ target }) => {
            steering.reset()
            setTyped(target.value.replaceAll(/\D/g, "").slice(0, 7))
          }}
        />
        <Button
          type="submit"
          look="outline"
          aria-label={submit}
          isPending={steering.isPending}
          className="min-w-24"
        >
          {words.deskRoom.set}
        </Button>
      </div>
      {/* Two lines on a phone, whatever is said: nothing below moves. */}
      <div id={`${id}-hint`} className="max-sm:min-h-10">
        {number === null ? (
          <p className="min-h-5 text-sm font-semibold text-ember">
            {words.deskRoom.numberWrong(formats.number(max))}
          </p>
        ) : (
          <Answer steering={steering} timeZone={timeZone} hint={hintOf(number)} />
        )}
      </div>
    </form>
  )
}

function numberWithin(typed: string, max: number): number | null {
  const number = numberOf(typed)
  return number >= 1 && number <= max ? number : null
}
