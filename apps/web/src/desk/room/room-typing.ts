import type { DeskRoom, RoomTerms } from "@podo/contract/desk-room"
import type { Instant } from "@podo/contract/ids"
import {
  ADMISSION_MINUTES_MAX,
  ADMISSIONS_PER_MINUTE_MAX,
  LOBBY_HOURS_MAX,
  ROOM_CAPACITY_MAX,
} from "@podo/contract/limits"
import { readWall, wholeOf } from "../dates/read-dates.ts"
import type { Read } from "../desk-form.tsx"
import type { Wrong } from "../field-problems.ts"
import { laterByMinutes, wallOf, type WallTime } from "../zoned-time.ts"
import type { RoomFigures } from "./advice.ts"

/** So many minutes before the sale opens. */
export const LOBBIES = ["30", "60", "180", "1440"] as const
export type Lobby = (typeof LOBBIES)[number] | "own"

/** How a room is to be run, as it stands in the fields. */
export type RoomTyping = {
  isOn: boolean
  lobby: Lobby
  lobbyOpensAt: WallTime
  hasDraw: boolean
  capacity: string
  perMinute: string
  admissionMinutes: string
  whenSoldOut: RoomTerms["whenSoldOut"]
}

export type SaleTimes = { saleOpensAt: Instant; timeZone: string }

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

export function roomTypingOf(
  { terms, suggested }: Pick<DeskRoom, "terms" | "suggested">,
  { saleOpensAt, timeZone }: SaleTimes,
): RoomTyping {
  const known = terms ?? suggested
  const minutes = (Date.parse(saleOpensAt) - Date.parse(known.lobbyOpensAt)) / MINUTE_MS
  return {
    isOn: terms !== null,
    lobby: LOBBIES.find((each) => Number(each) === minutes) ?? "own",
    lobbyOpensAt: wallOf(known.lobbyOpensAt, timeZone),
    hasDraw: known.hasDraw,
    capacity: String(known.capacity),
    perMinute: String(known.perMinute),
    admissionMinutes: String(known.admissionMinutes),
    whenSoldOut: known.whenSoldOut,
  }
}

/** When the lobby opens by what is typed; null as long as that is no time. */
export function lobbyTyped(typing: RoomTyping, { saleOpensAt, timeZone }: SaleTimes) {
  if (typing.lobby !== "own") return laterByMinutes(saleOpensAt, -Number(typing.lobby))
  return readWall(typing.lobbyOpensAt, timeZone, () => undefined) || null
}

/** An own time begins with what was chosen before. */
export function ownLobby(typing: RoomTyping, lobby: Lobby, times: SaleTimes): Partial<RoomTyping> {
  const at = lobbyTyped(typing, times)
  if (lobby !== "own" || at === null) return { lobby }
  return { lobby, lobbyOpensAt: wallOf(at, times.timeZone) }
}

/** The figures that the advice is computed from; null as long as a number is missing or out of its limits. */
export function figuresTyped(typing: RoomTyping): RoomFigures | null {
  const capacity = wholeOf(typing.capacity, 1, ROOM_CAPACITY_MAX)
  const perMinute = wholeOf(typing.perMinute, 1, ADMISSIONS_PER_MINUTE_MAX)
  const admissionMinutes = wholeOf(typing.admissionMinutes, 1, ADMISSION_MINUTES_MAX)
  if (capacity === null || perMinute === null || admissionMinutes === null) return null
  return { capacity, perMinute, admissionMinutes }
}

type Sent = { performanceId: string; room: RoomTerms | null }

type Known = SaleTimes & {
  performanceId: string
  /** The values that the form began with. */
  was: RoomTerms
  /** The lobby has opened, and people have come by its terms; or the sale has, and there is no lobby any more. */
  isFixed: boolean
}

export function readRoom(typing: RoomTyping, known: Known): Read<Sent> {
  const { performanceId, was, isFixed } = known
  if (!typing.isOn) return { sent: { performanceId, room: null } }
  const wrongs: Wrong[] = []
  const whole = (name: keyof RoomFigures, max: number) => {
    const number = wholeOf(typing[name], 1, max)
    if (number === null) wrongs.push({ path: `room.${name}`, problem: "out-of-limits" })
    return number ?? 0
  }
  const room: RoomTerms = {
    lobbyOpensAt: isFixed ? was.lobbyOpensAt : readLobby(typing, known, wrongs),
    hasDraw: isFixed ? was.hasDraw : typing.hasDraw,
    capacity: whole("capacity", ROOM_CAPACITY_MAX),
    perMinute: whole("perMinute", ADMISSIONS_PER_MINUTE_MAX),
    admissionMinutes: whole("admissionMinutes", ADMISSION_MINUTES_MAX),
    whenSoldOut: typing.whenSoldOut,
  }
  return wrongs.length > 0 ? { wrongs } : { sent: { performanceId, room } }
}

function readLobby(typing: RoomTyping, known: Known, wrongs: Wrong[]): Instant {
  const { saleOpensAt, timeZone, was } = known
  if (typing.lobby !== "own") return laterByMinutes(saleOpensAt, -Number(typing.lobby))
  // A field shows minutes only: what nobody touched is sent to the millisecond as it was.
  const isTouched = typing.lobbyOpensAt !== wallOf(was.lobbyOpensAt, timeZone)
  const opensAt = isTouched
    ? readWall(typing.lobbyOpensAt, timeZone, (problem) =>
        wrongs.push({ path: "room.lobbyOpensAt", problem }),
      )
    : was.lobbyOpensAt
  const beforeMs = Date.parse(saleOpensAt) - Date.parse(opensAt)
  if (beforeMs < 0) wrongs.push({ path: "room.lobbyOpensAt", problem: "lobby-after-opening" })
  if (beforeMs > LOBBY_HOURS_MAX * HOUR_MS) {
    wrongs.push({ path: "room.lobbyOpensAt", problem: "lobby-too-early" })
  }
  return opensAt
}
