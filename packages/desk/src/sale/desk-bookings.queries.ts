import type { BookingStatus } from "@podo/contract/booking"
import type { Position } from "@podo/contract/cursor"
import { BookingId, type PerformanceId } from "@podo/contract/ids"
import type { Database } from "@podo/db/connect"
import { sql } from "kysely"

type DeskFilter = {
  performanceId: PerformanceId
  search?: string | undefined
  status?: BookingStatus | undefined
  cursor?: Position | undefined
  limit: number
}

/** Wildcards are taken literally: what a person types is text, not a pattern. */
const literally = (search: string) => search.replaceAll(/[\\%_]/g, String.raw`\$&`)

/** Ids are ASCII, and are not compared with what is not. */
const IDS_PART = /^[0-9a-f][0-9a-f-]*$/i

/** The booking number that people use: the last twelve digits of its id, in fours. */
const NUMBER_FROM = 25

/** A performance's bookings with whose they are, the newest first; one row more than asked for when there is a next page. */
export async function listDeskBookingRows(db: Database, filter: DeskFilter) {
  let query = db
    .selectFrom("booking")
    .leftJoin("user", "user.id", "booking.userId")
    .where("booking.performanceId", "=", filter.performanceId)
    .select([
      "booking.id",
      "booking.status",
      "booking.total",
      "booking.bookedAt",
      "booking.cancelledAt",
      "user.name",
      "user.email",
    ])
    .orderBy("booking.bookedAt", "desc")
    .orderBy("booking.id", "desc")
    .limit(filter.limit + 1)
  if (filter.status) query = query.where("booking.status", "=", filter.status)
  if (filter.cursor) {
    const [at, id] = filter.cursor
    const bookedAt = new Date(at)
    // The first of the two is what an index can begin at; a comparison of pairs it cannot.
    query = query
      .where("booking.bookedAt", "<=", bookedAt)
      .where((where) =>
        where.or([
          where("booking.bookedAt", "<", bookedAt),
          where("booking.id", "<", BookingId.parse(id)),
        ]),
      )
  }
  const { search } = filter
  if (search) {
    const part = `%${literally(search)}%`
    query = query.where((where) =>
      where.or([
        where("user.name", "like", part),
        where("user.email", "like", part),
        ...(IDS_PART.test(search)
          ? [
              where(sql<string>`LOWER(booking.id)`, "like", `${search.toLowerCase()}%`),
              where(
                sql<string>`LOWER(SUBSTRING(booking.id, ${sql.lit(NUMBER_FROM)}))`,
                "like",
                `${search.toLowerCase().replaceAll("-", "")}%`,
              ),
            ]
          : []),
      ]),
    )
  }
  return query.execute()
}

export type DeskBookingRow = Awaited<ReturnType<typeof listDeskBookingRows>>[number]
