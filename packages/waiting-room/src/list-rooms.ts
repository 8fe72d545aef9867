import type { PerformanceId } from "@podo/contract/ids"
import type { Stores } from "@podo/stores/stores"
import { listOpenRooms } from "./rooms.queries.ts"

/** The rooms that have to tick: see listOpenRooms. */
export const listRooms = ({ db }: Stores): Promise<PerformanceId[]> => listOpenRooms(db)
