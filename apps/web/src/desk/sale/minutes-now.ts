import type { Sale } from "@podo/contract/desk-sale"
import { useEffect, useMemo, useState } from "react"

const MINUTE_MS = 60_000

type Minutes = Sale["bookingsPerMinute"]

/** The minutes that end with this one: those that came after the answer had no bookings, or news had told. */
export function minutesAt(minutes: Minutes, readAtMs: number, nowMs: number): Minutes {
  const last = minutes.at(-1)
  // Counted on the device's clock alone, which may be hours from the server's.
  const passed = Math.floor(nowMs / MINUTE_MS) - Math.floor(readAtMs / MINUTE_MS)
  if (last === undefined || passed <= 0) return minutes
  const lastMs = Date.parse(last.minute)
  const since = Array.from({ length: Math.min(passed, minutes.length) }, (_, at) => ({
    minute: new Date(lastMs + (passed - at) * MINUTE_MS).toISOString(),
    bookings: 0,
  }))
  return [...minutes, ...since.toReversed()].slice(-minutes.length)
}

/** The chart moves on while nothing is asked for, because nothing happens. */
export function useMinutesNow(minutes: Minutes, readAtMs: number): Minutes {
  const [nowMs, setNowMs] = useState(readAtMs)
  useEffect(() => {
    const turn = () => {
      setNowMs(Date.now())
      timer = setTimeout(turn, untilNextMinuteMs())
    }
    let timer = setTimeout(turn, untilNextMinuteMs())
    return () => clearTimeout(timer)
  }, [])
  return useMemo(() => minutesAt(minutes, readAtMs, nowMs), [minutes, readAtMs, nowMs])
}

const untilNextMinuteMs = () => MINUTE_MS - (Date.now() % MINUTE_MS)
