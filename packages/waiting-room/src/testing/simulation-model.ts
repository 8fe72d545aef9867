import type { Place, UserId } from "@podo/contract/ids"
import type { RoomState } from "@podo/contract/waiting-room"
import type { Refusal } from "@podo/contract/refusal"

export const PLACES = 3
export const LIMIT = 2
const BEHIND_DRAWS = 2 ** 52

export type Terms = {
  hasDraw: boolean
  capacity: number
  perMinute: number
  paused: boolean
  draining: boolean
  whenSoldOut: "close" | "keep"
}

type InLine = { user: UserId; place: number }
type Owner = { open: true } | { returning: true } | { heldBy: UserId } | { bookedBy: UserId }

const byPlace = (one: InLine, other: InLine) => one.place - other.place

/** A room as a patient clerk would keep it on paper: lists, and no arithmetic that is quicker than counting. */
export class Model {
  hasOpened = false
  hasClosed = false
  line: InLine[] = []
  absent: InLine[] = []
  /** Inside, and whose time is over but who was not counted out yet. */
  readonly admitted = new Set<UserId>()
  readonly over = new Set<UserId>()
  readonly away = new Set<UserId>()
  /** The people who must hear that they stand elsewhere, since somebody last looked. */
  readonly told = new Set<UserId>()
  places: Owner[] = Array.from({ length: PLACES }, () => ({ open: true }))
  readonly counted = { entered: 0, admitted: 0, noShows: 0, moved: 0 }
  private numbers = 0
  readonly terms: Terms
  constructor(terms: Terms) {
    this.terms = terms
  }

  get isSoldOut() {
    return this.places.every((owner) => "bookedBy" in owner)
  }

  get phase() {
    if (this.hasClosed) return "closed"
    if (!this.hasOpened) return "lobby"
    return this.terms.whenSoldOut === "close" && this.isSoldOut ? "sold-out" : "open"
  }

  enter(user: UserId, draw: number) {
    if (this.phase === "closed" || this.phase === "sold-out") return
    if (this.phase === "open" && this.admitted.has(user)) return
    const passedOver = this.absent.find((one) => one.user === user)
    const isKnown = passedOver || this.line.some((one) => one.user === user)
    if (!isKnown && this.terms.draining) return
    this.away.delete(user)
    if (passedOver) {
      this.absent = this.absent.filter((one) => one !== passedOver)
      this.line = [...this.line, passedOver].toSorted(byPlace)
      this.counted.moved -= 1
      this.told.add(user)
    }
    if (isKnown) return
    this.endAdmission(user)
    const isDrawn = this.phase === "lobby" && this.terms.hasDraw
    const place = isDrawn ? draw : BEHIND_DRAWS + ++this.numbers
    this.line = [...this.line, { user, place }].toSorted(byPlace)
    this.counted.entered += 1
  }

  leave(user: UserId) {
    const others = ({ user: other }: InLine) => other !== user
    if (![...this.line, ...this.absent].every(others)) this.told.add(user)
    this.line = this.line.filter(others)
    this.absent = this.absent.filter(others)
    this.away.delete(user)
    this.endAdmission(user)
  }

  endAdmission(user: UserId) {
    const was = this.admitted.delete(user) || this.over.delete(user)
    if (was) this.told.add(user)
  }

  expire(user: UserId) {
    if (this.admitted.delete(user)) this.over.add(user)
  }

  /** The other work of a tick besides calling. Whether anybody is called at all. */
  beginTick(): boolean {
    for (const user of this.over) this.told.add(user)
    this.over.clear()
    if (this.phase === "closed" || this.phase === "sold-out") {
      this.line = []
      this.absent = []
      this.admitted.clear()
      this.away.clear()
    }
    return this.phase === "open"
  }

  /** How many more may come in now, whatever the rate. */
  get vacant() {
    const isOpen = this.phase === "open" && this.places.some((owner) => "open" in owner)
    return isOpen && !this.terms.paused ? Math.max(0, this.terms.capacity - this.admitted.size) : 0
  }

  /** So many from the head of the line. Answers with who came. */
  call(count: number): UserId[] {
    const called = this.line.splice(0, count)
    const missing = called.filter(({ user }) => this.away.has(user))
    this.absent.push(...missing)
    const came = called.filter(({ user }) => !this.away.has(user)).map(({ user }) => user)
    for (const { user } of missing) this.away.delete(user)
    for (const user of came) this.admitted.add(user)
    this.counted.admitted += came.length
    this.counted.noShows += missing.length
    this.counted.moved += called.length
    return came
  }

  get present() {
    return this.line.filter(({ user }) => !this.away.has(user)).length
  }

  standingOf(user: UserId): { state: RoomState; ahead?: number } {
    const { phase } = this
    if (phase === "closed" || phase === "sold-out") return { state: phase }
    if (phase === "open" && this.admitted.has(user)) return { state: "admitted" }
    const rank = this.line.findIndex((one) => one.user === user)
    if (rank >= 0) {
      if (phase === "open") return { state: "waiting", ahead: rank }
      return this.terms.hasDraw ? { state: "lobby" } : { state: "lobby", ahead: rank }
    }
    const passedOver = this.absent.find((one) => one.user === user)
    if (!passedOver) return { state: this.terms.draining ? "closed" : "absent" }
    const ahead = this.line.filter(({ place }) => place < passedOver.place).length
    return { state: "absent", ahead }
  }

  /** The refusal that a claim of these places must be answered with; nothing where it must be granted. */
  noTo(user: UserId, places: Place[]): Refusal["code"] | undefined {
    if (this.hasClosed) return "SALE_CLOSED"
    if (!this.hasOpened) return "SALE_NOT_OPEN"
    if (!this.admitted.has(user)) return "NOT_ADMITTED"
    if (this.bookedBy(user).length + places.length > LIMIT) return "LIMIT_REACHED"
    const own = this.heldBy(user)
    const isFree = (place: Place) => "open" in (this.places[place] ?? {}) || own.includes(place)
    return places.every(isFree) ? undefined : "PLACES_TAKEN"
  }

  heldBy = (user: UserId) => this.placesWhere((owner) => "heldBy" in owner && owner.heldBy === user)
  bookedBy = (user: UserId) =>
    this.placesWhere((owner) => "bookedBy" in owner && owner.bookedBy === user)
  placesWhere = (is: (owner: Owner) => boolean): Place[] =>
    this.places.flatMap((owner, place) => (is(owner) ? [place] : []))

  give(places: Place[], owner: Owner) {
    for (const place of places) this.places[place] = owner
  }

  /** A place that lapsed or was cancelled opens after a while, and at once when nobody waits for it any more. */
  letGo(places: Place[]) {
    this.give(places, this.hasClosed ? { open: true } : { returning: true })
  }
}
