import type { EventSort, ListEvents } from "@podo/contract/catalog"
import type { EventId } from "@podo/contract/ids"
import type { Database } from "@podo/db/connect"
import { searchOf } from "@podo/db/search-text"
import { type RawBuilder, type SqlBool, sql } from "kysely"

/** How each sort walks: along an index of its own, which holds all that a list can be filtered by. */
const walks = {
  soonest: { column: "starts_at", index: "event_soonest", descending: false },
  newest: { column: "published_at", index: "event_newest", descending: true },
  "most-booked": { column: "booked", index: "event_most_booked", descending: true },
  hot: { column: "booked_last_day", index: "event_hot", descending: true },
} as const satisfies Record<EventSort, object>

/** In a list without a search all are alike. */
const UNRANKED = 1

type ListedRow = { id: EventId; listRank: number; sortValue: Date | number }

/** Which events a page begins with, in its order: those whose title holds what is searched for come first. */
export async function listListed(db: Database, input: ListEvents, now: Date) {
  const { rows } = await listedEvents(input, now).execute(db)
  return rows.map(({ id, listRank, sortValue }) => ({
    eventId: id,
    position: [listRank, Number(sortValue), id] as [number, number, EventId],
  }))
}

/** One row more than a page holds, when there is a next one. */
export function listedEvents(input: ListEvents, now: Date): RawBuilder<ListedRow> {
  const { column, index, descending } = walks[input.sort]
  const [value, direction] = [sql.ref(`event.${column}`), descending ? sql`DESC` : sql`ASC`]
  const conditions = conditionsOf(input, now)
  const search = searchOf(input.search ?? "")
  if (!search) {
    const further = input.cursor ? [furtherThan(input)] : []
    return sql`
      SELECT event.id AS id, ${sql.lit(UNRANKED)} AS list_rank, ${value} AS sort_value
      FROM event FORCE INDEX (${sql.ref(index)})
      WHERE ${sql.join([...further, ...conditions], sql` AND `)}
      ORDER BY ${value} ${direction}, event.id ${direction}
      LIMIT ${input.limit + 1}`
  }
  const further = input.cursor ? [furtherInRank(input)] : []
  return sql`
    SELECT event.id AS id, found.list_rank AS list_rank, ${value} AS sort_value
    FROM (${foundBy(search)}) found STRAIGHT_JOIN event ON event.id = found.event_id
    WHERE ${sql.join([...further, ...conditions], sql` AND `)}
    ORDER BY list_rank, ${value} ${direction}, event.id ${direction}
    LIMIT ${input.limit + 1}`
}

/** More than InnoDB gathers before it moves them into the index (a tenth of innodb_ft_cache_size, of 8 MB). */
const CHANGED_LAST = 512
/** Far longer than that takes. Where nobody changes anything, no text is looked at but what the index names. */
const CHANGED_WITHIN_MINUTES = 10

type Search = NonNullable<ReturnType<typeof searchOf>>

/**
 * Which events hold what is searched for, and whether in their title (0) or elsewhere (1). The index knows where the
 * words may be; that they are there, and next to each other, the texts say. While the index takes up what changed
 * last it finds nothing of that, so those texts are looked at themselves.
 */
function foundBy({ folded, booleanQuery }: Search) {
  const rank = sql<number>`(LOCATE(${folded}, title) = 0) AS list_rank`
  const isThere = sql<SqlBool>`(LOCATE(${folded}, title) > 0 OR LOCATE(${folded}, rest) > 0)`
  return sql`
    SELECT event_id, ${rank} FROM event_search
    WHERE MATCH(grams) AGAINST (${booleanQuery} IN BOOLEAN MODE) AND ${isThere}
    UNION
    SELECT event_id, ${rank} FROM (
      SELECT event_id, title, rest FROM event_search FORCE INDEX (event_search_changed)
      WHERE changed_at > NOW(3) - INTERVAL ${sql.lit(CHANGED_WITHIN_MINUTES)} MINUTE
      ORDER BY changed_at DESC LIMIT ${sql.lit(CHANGED_LAST)}
    ) changed WHERE ${isThere}`
}

type Condition = RawBuilder<SqlBool>

/** Behind the last row that was seen. The column has a bound of its own, so that a walk begins there. */
function furtherThan({ sort, cursor }: ListEvents): Condition {
  const [, lastValue, lastId] = cursor ?? [UNRANKED, 0, ""]
  const { column, descending } = walks[sort]
  const value = sql.ref(`event.${column}`)
  // Dates sort as dates in SQL and travel as milliseconds in a cursor.
  const last = sort === "soonest" || sort === "newest" ? new Date(lastValue) : lastValue
  return descending
    ? sql`${value} <= ${last} AND (${value} < ${last} OR event.id < ${lastId})`
    : sql`${value} >= ${last} AND (${value} > ${last} OR event.id > ${lastId})`
}

function furtherInRank(input: ListEvents): Condition {
  const rank = sql.ref("found.list_rank")
  const [lastRank] = input.cursor ?? [UNRANKED]
  return sql`(${rank} > ${lastRank} OR (${rank} = ${lastRank} AND ${furtherThan(input)}))`
}

/** The columns that the index of each sort has come first; those that are looked up for each row come last. */
function conditionsOf(input: ListEvents, now: Date): Condition[] {
  const from = input.from ? new Date(input.from) : now
  const conditions: Condition[] = [sql`event.published_at IS NOT NULL`, sql`event.ends_at > ${now}`]
  if (input.category) conditions.push(sql`event.category = ${input.category}`)
  if (input.withPlaces) conditions.push(sql`event.sold_out = FALSE`)
  if (input.sort === "hot") conditions.push(sql`event.booked_last_day > 0`)
  if (input.from) conditions.push(sql`event.ends_at > ${from}`)
  const to = input.to ? new Date(input.to) : undefined
  if (to) conditions.push(sql`event.starts_at < ${to}`)
  const before = to ? sql`AND performance.starts_at < ${to}` : sql``
  // Something takes place then. As a value, not as EXISTS, it is never turned into a join that comes first.
  conditions.push(
    sql`(SELECT 1 FROM performance WHERE performance.event_id = event.id
      AND performance.cancelled_at IS NULL AND performance.ends_at > ${from} ${before} LIMIT 1) IS NOT NULL`,
  )
  return conditions
}
