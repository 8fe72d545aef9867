import { BookingId } from "@podo/contract/ids"
import type { ClaimPlaces, Hold } from "@podo/contract/seating"
import type { Api } from "../operate/api-client.ts"
import type { Diary } from "./diary.ts"
import { asking, type Scene } from "./scene.ts"
import { pickPlaces } from "./sale-crowd.ts"

const CLAIMS_MAX = 5

export type Buyer = { api: Api; scene: Scene; diary: Diary; random: () => number }

/** Somebody who has been let in chooses, claims and decides. False: they are not inside any more. */
export async function buy(buyer: Buyer): Promise<boolean> {
  const { api, scene, diary } = buyer
  const { person } = diary
  const { performanceId } = scene
  const leave = () => api.waitingRoom.leave.mutate({ performanceId })
  await Bun.sleep(person.choosesMs)
  const { hold, outcome } = await claimSome(buyer)
  if (outcome === "NOT_ADMITTED") return false
  if (!hold) {
    diary.end = "found it sold out"
    await asking(scene, diary, "leave", leave)
    return true
  }
  await Bun.sleep(person.decidesMs)
  if (person.ending === "walks-away") {
    diary.end = "walked away"
    return true
  }
  if (person.ending === "gives-back") {
    diary.end = "gave back"
    await asking(scene, diary, "release", () => api.seating.release.mutate(hold))
    await asking(scene, diary, "leave", leave)
    return true
  }
  const input = { ...hold, bookingId: BookingId.parse(Bun.randomUUIDv7()) }
  const confirmed = await asking(scene, diary, "confirm", () => api.booking.confirm.mutate(input))
  if (confirmed.outcome === "ok") diary.end = "booked"
  return confirmed.outcome === "ok"
}

async function claimSome(buyer: Buyer): Promise<{ hold?: Hold; outcome: string }> {
  const { person } = buyer.diary
  let quantity = person.quantity
  for (let attempt = 0; attempt < CLAIMS_MAX; attempt++) {
    const wish = await wishOf(buyer, quantity)
    if (!wish) return { outcome: "NOT_ENOUGH_PLACES" }
    const { result, outcome } = await claim(buyer, wish)
    if (result) return { hold: result, outcome }
    if (outcome === "NOT_ENOUGH_PLACES" && quantity === 1) return { outcome }
    if (outcome === "NOT_ENOUGH_PLACES") quantity = 1
    else if (outcome !== "PLACES_TAKEN") return { outcome }
  }
  return { outcome: "PLACES_TAKEN" }
}

/** Written down where it was granted: in the end it is compared with who was let in, and when. */
export async function claim({ api, scene, diary }: Buyer, wish: ClaimPlaces) {
  const beganAt = Date.now() + scene.aheadMs
  const answer = await asking(scene, diary, "claim", () => api.seating.claim.mutate(wish))
  const endedAt = Date.now() + scene.aheadMs
  if (answer.result) diary.claims.push({ beganAt, endedAt })
  if (answer.outcome === "NOT_ADMITTED") diary.refused += 1
  return answer
}

async function wishOf(buyer: Buyer, quantity: number): Promise<ClaimPlaces | undefined> {
  const { api, scene, diary, random } = buyer
  const { performanceId } = scene
  if (diary.person.wantsBest) return { performanceId, quantity }
  const ask = () => api.seating.availability.query({ performanceId })
  const { result } = await asking(scene, diary, "map", ask)
  const map = result?.places ?? ""
  const open = map.split(".").length - 1
  const places = pickPlaces(map, { seats: Math.min(quantity, open), picker: random })
  return places.length > 0 ? { performanceId, places } : undefined
}
