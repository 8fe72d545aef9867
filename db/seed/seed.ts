import type { Database, Transaction } from "../connection/connect.ts"
import { isDuplicate } from "../connection/errors.ts"
import { dayFrom } from "./calendar.ts"
import type { EventPlan } from "./event-plan.ts"
import { eventPlans } from "./events.ts"
import type { HallPlan } from "./hall-plan.ts"
import { hallPlans, seatRowsOf } from "./halls.ts"
import { eventIdOf } from "./ids.ts"
import { fans, organizer } from "./people.ts"
import { bookingsOf, performanceAreasOf, performancesOf } from "./performances.ts"
import { roomsOf } from "./rooms.ts"
import { hasEvent, hasHall, hasUser, insertRows } from "./rows.queries.ts"
import { searchTextOf } from "../schema/search-text.ts"
import { inTransaction } from "../connection/transaction.ts"

// Before the first sale opened.
const JOINED_DAYS_AGO = 60

type Part = {
  isThere: (db: Database) => Promise<boolean>
  insert: (trx: Transaction) => Promise<void>
}

/** A part is there as a whole or not at all, so what is there is never touched again. */
async function seedPart(db: Database, { isThere, insert }: Part) {
  if (await isThere(db)) return
  try {
    await inTransaction(db, insert)
  } catch (error) {
    // Two seeds at once: the other one was faster.
    if (!isDuplicate(error) || !(await isThere(db))) throw error
  }
}

const people = (now: Date): Part => ({
  isThere: (db) => hasUser(db, organizer.id),
  insert: async (trx) => {
    const joinedAt = dayFrom(now, -JOINED_DAYS_AGO, "09:00")
    const since = { createdAt: joinedAt, updatedAt: joinedAt }
    const users = [organizer, ...fans].map((user) => ({ ...user, emailVerified: true, ...since }))
    await insertRows(trx, "user", users)
    await insertRows(trx, "userRole", [
      { userId: organizer.id, role: "organizer", createdAt: joinedAt },
    ])
  },
})

const hall = (plan: HallPlan): Part => ({
  isThere: (db) => hasHall(db, plan.hallId),
  insert: async (trx) => {
    const { hallId, name, englishName, venue, width, height, stage, areas } = plan
    const { venueId, ...house } = venue
    await insertRows(trx, "venue", [{ id: venueId, ...house }])
    await insertRows(trx, "hall", [
      { id: hallId, venueId, name, englishName, width, height, stage: JSON.stringify(stage) },
    ])
    const areaRows = areas.map((area) => ({
      hallId,
      area: area.area,
      name: area.name,
      englishName: area.englishName,
      kind: area.kind,
      firstPlace: area.firstPlace,
      capacity: area.capacity,
      outline: JSON.stringify(area.outline),
    }))
    await insertRows(trx, "hallArea", areaRows)
    await insertRows(trx, "hallSeat", seatRowsOf(plan))
  },
})

/** Draws the poster of an event, as an SVG document. The drawings stand in a package above this one. */
type DrawPoster = (event: {
  key: string
  title: string
  englishTitle: string
  house: string
}) => string

const event = (plan: EventPlan, drawPoster: DrawPoster, now: Date): Part => ({
  isThere: (db) => hasEvent(db, eventIdOf(plan.key)),
  insert: async (trx) => {
    const performances = performancesOf(plan, now)
    const announcedAt = dayFrom(now, -plan.announcedDaysAgo, "11:00")
    await insertRows(trx, "event", [
      {
        id: eventIdOf(plan.key),
        organizerId: organizer.id,
        venueId: plan.hall.venue.venueId,
        title: plan.title,
        englishTitle: plan.englishTitle,
        description: plan.description,
        englishDescription: plan.englishDescription,
        category: plan.category,
        startsAt: new Date(Math.min(...performances.map(({ startsAt }) => startsAt.getTime()))),
        endsAt: new Date(Math.max(...performances.map(({ endsAt }) => endsAt.getTime()))),
        createdAt: announcedAt,
        publishedAt: announcedAt,
      },
    ])
    const { name: venueName, englishName: venueEnglishName } = plan.hall.venue
    await insertRows(trx, "eventSearch", [
      { eventId: eventIdOf(plan.key), ...searchTextOf({ ...plan, venueName, venueEnglishName }) },
    ])
    const poster = Buffer.from(drawPoster({ ...plan, house: plan.hall.venue.name }))
    await insertRows(trx, "eventPoster", [
      {
        eventId: eventIdOf(plan.key),
        mediaType: "image/svg+xml",
        digest: new Bun.CryptoHasher("sha256").update(poster).digest("hex").slice(0, 16),
        content: poster,
      },
    ])
    await insertRows(trx, "performance", performances)
    await insertRows(trx, "waitingRoom", roomsOf(plan, performances))
    const areas = performances.flatMap((performance) => performanceAreasOf(plan, performance))
    await insertRows(trx, "performanceArea", areas)
    await insertBookings(trx, plan, performances, now)
  },
})

async function insertBookings(
  trx: Transaction,
  plan: EventPlan,
  performances: ReturnType<typeof performancesOf>,
  now: Date,
) {
  const sold = performances.flatMap((performance, index) => {
    const show = plan.shows[index]
    return show ? bookingsOf(plan, performance, show, now) : []
  })
  const bookings = sold.map(({ booking }) => booking)
  const places = sold.flatMap(({ booking, places: taken }) =>
    taken.map((place) => ({ ...place, booking })),
  )
  const bookingPlaces = places.map(({ booking, ...place }) => ({ bookingId: booking.id, ...place }))
  const soldPlaces = places.map(({ booking: { id, performanceId }, place }) => ({
    performanceId,
    place,
    bookingId: id,
  }))
  const quotas = sold.map(({ booking: { performanceId, userId }, places: taken }) => ({
    performanceId,
    userId,
    booked: taken.length,
    limitPerUser: plan.limitPerUser,
  }))
  await insertRows(trx, "booking", bookings)
  await insertRows(trx, "bookingPlace", bookingPlaces)
  await insertRows(trx, "soldPlace", soldPlaces)
  await insertRows(trx, "userQuota", quotas)
}

/**
 * Fills an empty database with a demo of our own making. Again, it adds what is missing and changes nothing
 * that is there.
 * @param now the day from which the performances are dated.
 */
export async function seed(db: Database, drawPoster: DrawPoster, now = new Date()): Promise<void> {
  await seedPart(db, people(now))
  for (const plan of hallPlans) await seedPart(db, hall(plan))
  for (const plan of eventPlans) await seedPart(db, event(plan, drawPoster, now))
}
