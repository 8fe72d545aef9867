import { list } from "@podo/redis/script"
import { z } from "zod"
import { NotLoaded, performanceScript } from "./performance-script.ts"
import withholdLastLua from "./withhold-last.lua" with { type: "text" }
import withholdPlacesLua from "./withhold-places.lua" with { type: "text" }

const places = list(z.number())

const WithheldReply = z.discriminatedUnion("code", [
  NotLoaded,
  z.object({ code: z.literal("WITHHELD"), places }),
  z.object({ code: z.literal("PLACES_TAKEN"), places }),
  z.object({ code: z.literal("UNKNOWN_AREA") }),
  z.object({ code: z.literal("NOT_ENOUGH_PLACES"), remaining: z.number() }),
])

/** The outcome of withholding places. */
export type Withheld = z.infer<typeof WithheldReply>

/** Withholds named places in Redis: all of them, or none. */
export const withholdNamed = performanceScript(withholdPlacesLua, WithheldReply)
/** Withholds so many of the last open places of an area in Redis. */
export const withholdLast = performanceScript(withholdLastLua, WithheldReply)
