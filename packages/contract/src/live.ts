import { z } from "zod"
import { PerformanceId } from "./ids.ts"
import { LineFacts } from "./waiting-room.ts"

/** A message of a client, in UTF-16 characters. Nothing that a client has to say is longer. */
export const LIVE_MESSAGE_CHARS_MAX = 256
/** The topics that one tab can listen to at once. */
export const TOPICS_PER_CONNECTION_MAX = 20

/** The parts of a performance that can be watched. */
export const Topic = z.enum(["places", "line"])
export type Topic = z.infer<typeof Topic>
/** Left out: places. */
const of = Topic.optional()

/** Once connected, a client speaks in these, as JSON. Nothing is written over the connection: it only listens. */
export const LiveRequest = z.discriminatedUnion("ask", [
  /** News of a performance's places, or of its line, for anyone. A listener to the line counts as there. */
  z.object({ ask: z.literal("watch"), performanceId: PerformanceId, of }),
  z.object({ ask: z.literal("unwatch"), performanceId: PerformanceId, of }),
  /** Answered with `pong`: is anybody there? */
  z.object({ ask: z.literal("ping") }),
])
export type LiveRequest = z.infer<typeof LiveRequest>

/**
 * Places in ascending order, each as the distance to the one before; the first as the distance from 0. Shorter
 * on the wire than the numbers themselves.
 */
export const Gaps = z.array(z.int())
export type Gaps = z.infer<typeof Gaps>

/** The news on the connection. Details that it lacks are in the matching query. */
export const News = z.discriminatedUnion("news", [
  /**
   * First of all: whether this connection is a person's, who then hears what concerns them. `null`: nobody is
   * signed in. A connection whose session ends is closed with LIVE_CLOSED.sessionEnded.
   */
  z.object({ news: z.literal("connected"), userId: z.string().nullable() }),
  /**
   * From now on news come of everything after this revision. A page that has read the places, or where they stand in
   * line, at an earlier one reads it again.
   */
  z.object({
    news: z.literal("watching"),
    performanceId: PerformanceId,
    of,
    revision: z.string(),
  }),
  /** There is no such performance, or no more can be watched by this connection. */
  z.object({
    news: z.literal("not-watching"),
    performanceId: PerformanceId,
    of,
    why: z.enum(["NOT_FOUND", "TOO_MANY_REQUESTS", "STORE_UNAVAILABLE"]),
  }),
  /**
   * All that changed after one revision, up to another: by the state that places have now. A page that knows the places
   * at `after` or later, and before `revision`, knows them at `revision` with this; who knows older ones has a gap
   * and reads them again.
   */
  z.object({
    news: z.literal("places-changed"),
    performanceId: PerformanceId,
    after: z.string(),
    revision: z.string(),
    changes: z.record(z.string(), Gaps),
  }),
  /**
   * Something may have been missed, or Redis has lost its memory: read the places again, and with them what else
   * is told of a performance: its sale, what one holds, and where one stands in its line.
   */
  z.object({ news: z.literal("places-unknown"), performanceId: PerformanceId }),
  /** Times or terms of the sale are others now. */
  z.object({ news: z.literal("sale-changed"), performanceId: PerformanceId }),
  /** For one person: what they hold here is another, on whichever device it happened. */
  z.object({ news: z.literal("hold-changed"), performanceId: PerformanceId }),
  /** All that everybody in line is told. An older one is forgotten. */
  LineFacts.extend({ news: z.literal("line-moved"), performanceId: PerformanceId }),
  /** For one person: it is their turn here. */
  z.object({ news: z.literal("admitted"), performanceId: PerformanceId }),
  /** For one person: they stand elsewhere in this line, on whichever device it happened, or are out of it. */
  z.object({ news: z.literal("standing-changed"), performanceId: PerformanceId }),
  /** For one person: they have booked or cancelled. */
  z.object({ news: z.literal("bookings-changed") }),
  z.object({ news: z.literal("pong") }),
])
export type News = z.infer<typeof News>
