import { BookingId, type PerformanceId } from "@podo/contract/ids"
import type { ClaimPlaces, Hold } from "@podo/contract/seating"
import { randomOf } from "@podo/db/racing"
import { type Api, codeOf } from "../operate/api-client.ts"
import { measure } from "./measures.ts"

const CLAIMS_PER_PERSON_MAX = 5

export type Sale = {
  crowd: Api[]
  performanceId: PerformanceId
  /** Places each person wants. */
  seats: number
  seed: number
}

/** Everybody picks open seats from the map, claims, and confirms; who was too late looks again, a few times. */
export async function sellOut({ crowd, performanceId, seats, seed }: Sale) {
  const measures = { map: measure("map"), claim: measure("claim"), confirm: measure("confirm") }
  const random = randomOf(seed)
  console.log(`${crowd.length} people want ${seats} places each; seed ${seed}`)
  const began = performance.now()
  const booked = await Promise.all(
    crowd.map(async (api) => {
      const picker = randomOf(Math.floor(random() * 2 ** 31))
      const hold = await claimSome(api, { performanceId, seats, picker, measures })
      if (!hold) return 0
      const input = { ...hold, bookingId: BookingId.parse(Bun.randomUUIDv7()) }
      const { result } = await measures.confirm.timed(
        () => api.booking.confirm.mutate(input),
        codeOf,
      )
      return result?.places.length ?? 0
    }),
  )
  const seconds = (performance.now() - began) / 1000
  const sold = booked.reduce((sum, count) => sum + count, 0)
  const successes = booked.filter((count) => count > 0).length
  console.log(`sold     ${sold} places to ${successes} people in ${seconds.toFixed(2)} s`)
  for (const one of Object.values(measures)) console.log(one.report())
}

type Wish = {
  performanceId: PerformanceId
  seats: number
  picker: () => number
  measures: Record<"map" | "claim", ReturnType<typeof measure>>
}

async function claimSome(api: Api, wish: Wish): Promise<Hold | undefined> {
  const { performanceId, measures } = wish
  for (let attempt = 0; attempt < CLAIMS_PER_PERSON_MAX; attempt++) {
    const { result } = await measures.map.timed(
      () => api.seating.availability.query({ performanceId }),
      codeOf,
    )
    const places = pickPlaces(result?.places ?? "", wish)
    if (places.length === 0) return undefined
    const input: ClaimPlaces = { performanceId, places }
    const claim = await measures.claim.timed(() => api.seating.claim.mutate(input), codeOf)
    if (claim.outcome !== "PLACES_TAKEN") return claim.result
  }
  return undefined
}

/** The first open places at or after a random one; none where there are too few. */
export function pickPlaces(
  map: string,
  { seats, picker }: { seats: number; picker: () => number },
): number[] {
  const places: number[] = []
  const start = Math.floor(picker() * map.length)
  for (let step = 0; step < map.length && places.length < seats; step++) {
    const place = (start + step) % map.length
    if (map[place] === ".") places.push(place)
  }
  return places.length === seats ? places : []
}
