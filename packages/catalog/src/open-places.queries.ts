import type { PerformanceId } from "@podo/contract/ids"
import type { Database } from "@podo/db/connect"

export async function listCapacities(db: Database, performanceIds: PerformanceId[]) {
  return db
    .selectFrom("performanceArea")
    .where("performanceId", "in", performanceIds)
    .select(["performanceId", "area", "capacity"])
    .execute()
}

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
