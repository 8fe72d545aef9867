import type { PerformanceId } from "@podo/contract/ids"
import type { Stores } from "@podo/stores/stores"
import { coalescingFor } from "@podo/redis/coalesce-reads"
import { z } from "zod"
import foldRunsLua from "./fold-runs.lua" with { type: "text" }
import { performanceScript } from "./performance-script.ts"
import { recountRuns } from "./recount-runs.ts"

const foldScript = performanceScript(
  foldRunsLua,
  z.object({ code: z.enum(["FOLDED", "BEHIND", "LOST", "NOT_LOADED"]) }),
)

/** Few enough that nobody waits for a script long. */
const ENTRIES_PER_FOLD = 256
/** More than the feed keeps. */
const FOLDS_MAX = 100

const sharing = coalescingFor<void>()

/**
 * Brings the runs of a performance up to what the feed has told, or writes them anew where it does not go back so far.
 * Nothing is done where Redis does not know the performance. Callers who ask at once share the work.
 */
export async function foldRuns(stores: Stores, performanceId: PerformanceId): Promise<void> {
  await sharing(stores.redis, performanceId, async () => {
    for (let fold = 0; fold < FOLDS_MAX; fold++) {
      const { code } = await foldScript(stores.redis, performanceId, [ENTRIES_PER_FOLD])
      if (code === "LOST") await recountRuns(stores, performanceId)
      else if (code !== "BEHIND") return
    }
  })
}
