import { type DeskRoom, RoomTerms, SetRoom } from "@podo/contract/desk-room"
import type { Instant } from "@podo/contract/ids"
import { numberOf, readWall } from "../dates/read-dates.ts"
import type { Wrong } from "../field-problems.ts"
import { judgeTyped } from "../judge-typed.ts"
import type { Meanwhile } from "../use-desk-form.ts"
import { laterByMinutes, wallOf, type WallTime } from "../zoned-time.ts"
import type { RoomFigures } from "./advice.ts"

/** So many minutes before the sale opens. */
export const LOBBIES = ["30", "60", "180", "1440"] as const
type Lobby = (typeof LOBBIES)[number] | "own"

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
  /** Why it is turned off, where people have come to it. */
  reason: string
  etag: string
}

export type SaleTimes = { saleOpensAt: Instant; timeZone: string }

const MINUTE_MS = 60_000

export function roomTypingOf(
  { terms, suggested, etag }: Pick<DeskRoom, "terms" | "suggested" | "etag">,
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
    reason: "",
    etag,
  }
}

/** The room as somebody else has saved it meanwhile, of which the history's names tell. */
export function roomMeanwhile(desk: DeskRoom, { now, etag }: Meanwhile) {
  const terms = now["waitingRoom"] === true ? RoomTerms.parse(now) : null
  return { terms, suggested: desk.suggested, etag }
}

/** When the lobby opens by what is typed; null as long as that is no time. */
export function lobbyTyped(typed: RoomTyping, { saleOpensAt, timeZone }: SaleTimes) {
  if (typed.lobby !== "own") return laterByMinutes(saleOpensAt, -Number(typed.lobby))
  return readWall(typed.lobbyOpensAt, timeZone, () => undefined)
}

const Figures = RoomTerms.pick({ capacity: true, perMinute: true, admissionMinutes: true })

const figuresOf = ({ capacity, perMinute, admissionMinutes }: RoomTyping) => ({
  capacity: numberOf(capacity),
  perMinute: numberOf(perMinute),
  admissionMinutes: numberOf(admissionMinutes),
})

/** The figures that the advice is computed from; null as long as a number is missing or out of its limits. */
export function figuresTyped(typed: RoomTyping): RoomFigures | null {
  return Figures.safeParse(figuresOf(typed)).data ?? null
}

type Known = SaleTimes & {
  performanceId: string
  /** The values that the form began with. */
  was: RoomTerms
  /** The lobby has opened, and people have come by its terms; or the sale has, and there is no lobby any more. */
  isFixed: boolean
}

export function judgeRoom(typed: RoomTyping, known: Known) {
  const { performanceId, was, isFixed } = known
  const { etag } = typed
  if (!typed.isOn) {
    const reason = typed.reason.trim() === "" ? undefined : typed.reason
    return judgeTyped(SetRoom, { performanceId, etag, room: null, reason })
  }
  const unread: Wrong[] = []
  const room = {
    lobbyOpensAt: isFixed ? was.lobbyOpensAt : readLobby(typed, known, unread),
    hasDraw: isFixed ? was.hasDraw : typed.hasDraw,
    ...figuresOf(typed),
    whenSoldOut: typed.whenSoldOut,
  }
  return judgeTyped(SetRoom, { performanceId, etag, room }, unread)
}

function readLobby(typed: RoomTyping, { saleOpensAt, timeZone, was }: Known, unread: Wrong[]) {
  if (typed.lobby !== "own") return laterByMinutes(saleOpensAt, -Number(typed.lobby))
  // A field shows minutes only: what nobody touched is sent to the millisecond as it was.
  if (typed.lobbyOpensAt === wallOf(was.lobbyOpensAt, timeZone)) return was.lobbyOpensAt
  return readWall(typed.lobbyOpensAt, timeZone, (problem) =>
    unread.push({ path: "room.lobbyOpensAt", problem }),
  )
}

/** The field that asks for what the contract knows by this path. */
export function roomFieldOf(path: string, { lobby }: RoomTyping): string {
  if (path === "room.lobbyOpensAt") return lobby === "own" ? "lobbyOpensAt" : "lobby"
  return path.replace(/^room\./, "")
}
