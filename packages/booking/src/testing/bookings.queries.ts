import { BookingId, type PerformanceId, type Place, type UserId } from "@podo/contract/ids"
import { Refused } from "@podo/contract/refusal"
import type { Transaction } from "@podo/db/connect"
import { isCheckFailed, isDuplicate } from "@podo/db/errors"
import { until } from "@podo/db/racing"
import type { Stores } from "@podo/stores/stores"
import { sql } from "kysely"
import type { NewBooking, PricedPlace } from "../bookings.queries.ts"
import type { BookingToWrite } from "../write-bookings.queries.ts"

/** Lets everything in the outbox about these subjects be due now. */
export async function makeDue({ db }: Stores, subjects: string[]) {
  const waiting = db.selectFrom("outbox").where("subject", "in", subjects)
  const rows = await waiting.where("doneAt", "is", null).select("id").execute()
  if (rows.length === 0) return
  // By their ids: looking for subjects while writing would wait for rows that somebody is writing.
  const ids = rows.map(({ id }) => id)
  const availableAt = new Date(0)
  await db.updateTable("outbox").where("id", "in", ids).set({ availableAt }).execute()
}

export async function findFirstArea({ db }: Stores, performanceId: PerformanceId) {
  return db
    .selectFrom("performanceArea")
    .where("performanceId", "=", performanceId)
    .select("area")
    .orderBy("firstPlace")
    .executeTakeFirstOrThrow()
}

export async function listBookingIds({ db }: Stores, performanceId: PerformanceId) {
  const rows = db.selectFrom("booking").where("performanceId", "=", performanceId).select("id")
  return (await rows.execute()).map(({ id }) => id)
}

/** All that MySQL has of the bookings of a performance. */
export async function countBookingRows(stores: Stores, performanceId: PerformanceId) {
  const { db } = stores
  const of = (table: "soldPlace" | "userQuota") =>
    db.selectFrom(table).where("performanceId", "=", performanceId)
  const ids = await listBookingIds(stores, performanceId)
  const some = ids.length > 0 ? ids : [BookingId.parse(Bun.randomUUIDv7())]
  const [sold, places, quotas, outbox] = await Promise.all([
    of("soldPlace").select("place").execute(),
    db.selectFrom("bookingPlace").where("bookingId", "in", some).select("place").execute(),
    of("userQuota").select("booked").execute(),
    db.selectFrom("outbox").where("subject", "in", some).select("id").execute(),
  ])
  return {
    bookings: ids.length,
    sold: sold.length,
    places: places.length,
    booked: quotas.reduce((sum, { booked }) => sum + booked, 0),
    outbox: outbox.length,
  }
}

/** Cancels a performance without a word to anybody, as of its present version. */
export async function cancelSaleOf({ db }: Stores, performanceId: PerformanceId) {
  const cancelledAt = new Date()
  await db.updateTable("performance").where("id", "=", performanceId).set({ cancelledAt }).execute()
}

/** A rival with more to lose than a batch, who holds the last row that the batch will ask for. */
export async function endangerByDeadlock({ db }: Stores, booking: BookingToWrite) {
  const { performanceId, userId } = booking
  const trx = await db.startTransaction().execute()
  // The server gives up whoever has changed fewer rows.
  const subjects = Array.from({ length: 500 }, () => Bun.randomUUIDv7())
  const availableAt = new Date(0)
  const rows = subjects.map((subject) => ({
    kind: "event-changed" as const,
    subject,
    availableAt,
    doneAt: availableAt,
  }))
  await trx.insertInto("outbox").values(rows).execute()
  await trx
    .insertInto("userQuota")
    .values({ performanceId, userId, booked: 0, limitPerUser: 4 })
    .execute()
  return {
    /** Waits until the batch has the place, and asks for it as well: now each waits for the other. */
    takePlace: async (place: Place) => {
      await until(async () => (await countCounting(db, booking)) > 0)
      await trx.insertInto("soldPlace").values({ performanceId, place, bookingId: null }).execute()
      return "taken from the batch"
    },
    giveUp: () => trx.rollback().execute(),
  }
}

/** How many count places towards what a person may have at this moment: it takes no time, unless it waits. */
async function countCounting(db: Stores["db"], { performanceId }: BookingToWrite): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    SELECT COUNT(*) AS count FROM information_schema.processlist
    WHERE info LIKE BINARY ${`INSERT INTO user_quota%${performanceId}%`}`.execute(db)
  return rows[0]?.count ?? 0
}

/** False when a booking of this id is there already. Waits for one that is being written right now. */
export async function insertBooking(trx: Transaction, booking: NewBooking): Promise<boolean> {
  const values = { ...booking, status: "confirmed", bookedAt: sql<Date>`NOW(3)` } as const
  try {
    await trx.insertInto("booking").values(values).execute()
    return true
  } catch (error) {
    if (isDuplicate(error)) return false
    throw error
  }
}

/** Asks for a transaction: a booking without its places must never be seen. Refuses with PLACES_TAKEN. */
export async function insertPlaces(
  trx: Transaction,
  { id: bookingId, performanceId }: NewBooking,
  places: PricedPlace[],
) {
  // Everyone inserts places in one order, or InnoDB deadlocks rivals who picked the same seats.
  const inOrder = places.toSorted((one, other) => one.place - other.place)
  const sold = inOrder.map(({ place }) => ({ performanceId, place, bookingId }))
  try {
    await trx.insertInto("soldPlace").values(sold).execute()
  } catch (error) {
    if (isDuplicate(error)) throw new Refused({ code: "PLACES_TAKEN", places: [] })
    throw error
  }
  await trx
    .insertInto("bookingPlace")
    .values(inOrder.map((place) => ({ bookingId, ...place })))
    .execute()
}

/**
 * Counts places towards what one user may have; the limit is the performance's of this moment.
 * Refuses with LIMIT_REACHED, and with SALE_CLOSED when the performance is cancelled.
 */
export async function raiseQuota(
  trx: Transaction,
  { performanceId, userId }: Pick<NewBooking, "performanceId" | "userId">,
  booked: number,
) {
  try {
    const { numInsertedOrUpdatedRows } = await trx
      .insertInto("userQuota")
      .columns(["performanceId", "userId", "booked", "limitPerUser"])
      .expression((select) =>
        select
          .selectFrom("performance")
          .where("id", "=", performanceId)
          .where("cancelledAt", "is", null)
          .select([
            "id",
            sql<UserId>`${userId}`.as("userId"),
            sql<number>`${booked}`.as("booked"),
            "limitPerUser",
          ]),
      )
      .onDuplicateKeyUpdate({
        booked: sql`booked + VALUES(booked)`,
        limitPerUser: sql`VALUES(limit_per_user)`,
      })
      .executeTakeFirstOrThrow()
    if (!numInsertedOrUpdatedRows) throw new Refused({ code: "SALE_CLOSED" })
  } catch (error) {
    if (isCheckFailed(error)) throw new Refused({ code: "LIMIT_REACHED", limit: 0, booked: 0 })
    throw error
  }
}
