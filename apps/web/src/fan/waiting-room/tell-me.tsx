import { Bell, Volume2 } from "lucide-react"
import { type ReactNode, useEffect, useState } from "react"
import { useRoomWords } from "../../app/language/room-words.ts"
import { askToNotify, canNotify, notificationState } from "./turn-notification.ts"
import { allowSound, stopSound, wakeSoundWithFirstPress, wantsSound } from "./turn-sound.ts"

/** How to be called. Nothing sounds, and no browser asks, before somebody has pressed for it. */
export function TellMe() {
  const say = useRoomWords()
  const [hasSound, setSound] = useState(wantsSound)
  const [notifies, setNotifies] = useState(notificationState)
  useEffect(() => wakeSoundWithFirstPress(), [])
  return (
    <fieldset className="flex min-w-0 flex-col gap-2">
      <legend className="mx-auto mb-2 text-sm text-muted">{say.tell.title}</legend>
      <div className="flex justify-center gap-2">
        <Choice
          icon={<Volume2 />}
          isOn={hasSound}
          onPress={() => {
            if (hasSound) stopSound()
            else allowSound()
            setSound(!hasSound)
          }}
        >
          {say.tell.sound}
        </Choice>
        {canNotify() ? (
          <Choice
            icon={<Bell />}
            isOn={notifies === "granted"}
            onPress={() => void askToNotify().then(setNotifies)}
          >
            {say.tell.notify}
          </Choice>
        ) : null}
      </div>
      {canNotify() && notifies === "denied" ? (
        <p className="text-center text-sm text-muted">{say.tell.blocked}</p>
      ) : null}
    </fieldset>
  )
}

type ChoiceProps = { icon: ReactNode; isOn: boolean; onPress: () => void; children: ReactNode }

function Choice({ icon, isOn, onPress, children }: ChoiceProps) {
  return (
    <button
      type="button"
      aria-pressed={isOn}
      onClick={onPress}
      className="flex min-h-11 items-center gap-2 rounded-full px-4 whitespace-nowrap text-sm font-semibold ring-1 ring-line ring-inset hover:ring-line-strong aria-pressed:bg-wash aria-pressed:text-grape-ink aria-pressed:ring-grape-ink [&>svg]:size-4.5"
    >
      {icon}
      {children}
    </button>
  )
}
