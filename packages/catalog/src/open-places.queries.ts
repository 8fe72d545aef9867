import type { PerformanceId } from "@podo/contract/ids"
import type { Database } from "@podo/db/connect"

/** Places that are sold or withheld, by performance. */
export async function listSold(db: Database, performanceIds: PerformanceId[]) {
  return db
    .selectFrom("soldPlace")
    .where("performanceId", "in", performanceIds)
    .groupBy("performanceId")
    .select("performanceId")
    .select((select) => select.fn.countAll<number>().as("sold"))
    .execute()
}

/** The same by area. */
export async function listSoldByArea(db: Database, performanceIds: PerformanceId[]) {
  return db
    .selectFrom("performanceArea")
    .innerJoin("soldPlace", (join) =>
      join
        .onRef("soldPlace.performanceId", "=", "performanceArea.performanceId")
        .onRef("soldPlace.place", ">=", "performanceArea.firstPlace")
        .on((on) =>
          on(
            "soldPlace.place",
            "<",
            on("performanceArea.firstPlace", "+", on.ref("performanceArea.capacity")),
          ),
        ),
    )
    .where("performanceArea.performanceId", "in", performanceIds)
    .groupBy(["performanceArea.performanceId", "performanceArea.area"])
    .select(["performanceArea.performanceId", "performanceArea.area"])
    .select((select) => select.fn.countAll<number>().as("sold"))
    .execute()
}
