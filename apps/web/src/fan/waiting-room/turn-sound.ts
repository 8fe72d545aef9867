const KEPT_AS = "podo.sound"

/** C, E, G and the next C: heard through a room, and nobody is frightened by it. */
const NOTES_HZ = [523.25, 659.25, 783.99, 1046.5]
const NOTE_SECONDS = 0.18
const RING_SECONDS = 0.7
const LOUD = 0.22
const QUIET = 0.06

let context: AudioContext | undefined

export const wantsSound = () => localStorage.getItem(KEPT_AS) === "on"

/** Only with a press: browsers let nothing sound before one. Lets them hear, softly, what it will be. */
export function allowSound() {
  localStorage.setItem(KEPT_AS, "on")
  wake()
  play(NOTES_HZ.slice(2), QUIET)
}

export function stopSound() {
  localStorage.removeItem(KEPT_AS)
}

/** Silent where it is not wanted, and where nothing was pressed since the page was loaded. */
export function playTurn() {
  if (!wantsSound() || context === undefined) return
  wake()
  play(NOTES_HZ, LOUD)
}

/** A person who wanted a sound before they reloaded wants it still: the first press on the page allows it again. */
export function wakeSoundWithFirstPress(): () => void {
  if (!wantsSound() || context !== undefined) return () => undefined
  const presses = ["pointerdown", "keydown"] as const
  const stop = () => presses.forEach((press) => removeEventListener(press, allow))
  const allow = () => {
    stop()
    wake()
  }
  presses.forEach((press) => addEventListener(press, allow))
  return stop
}

function wake() {
  if (!("AudioContext" in globalThis)) return
  context ??= new AudioContext()
  void context.resume().catch(() => undefined)
}

function play(notes: readonly number[], loudness: number) {
  if (context === undefined) return
  for (const [index, hz] of notes.entries()) {
    const at = context.currentTime + index * NOTE_SECONDS
    const tone = new OscillatorNode(context, { type: "triangle", frequency: hz })
    const gain = new GainNode(context, { gain: 0 })
    gain.gain.setValueAtTime(0, at)
    gain.gain.linearRampToValueAtTime(loudness, at + 0.02)
    gain.gain.exponentialRampToValueAtTime(0.001, at + RING_SECONDS)
    tone.connect(gain).connect(context.destination)
    tone.start(at)
    tone.stop(at + RING_SECONDS)
  }
}
