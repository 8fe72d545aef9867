import { join } from "node:path"
import type { ImportHall, ImportedHall } from "@podo/contract/hall"
import type { UserId } from "@podo/contract/ids"
import { Refused } from "@podo/contract/refusal"
import { boundedWork } from "@podo/jobs/bounded-work"
import { type Limits, runApart } from "@podo/jobs/run-apart"
import type { Stores } from "@podo/stores/stores"
import type { Organizer } from "../own-event.ts"
import { findImported, type ImportHallJob } from "./import-hall-job.ts"

const JOB = join(import.meta.dir, "import-hall-job.ts")
const LIMITS: Limits = { timeoutMs: 60_000, bytesMax: 1_000_000_000 }

const importing = boundedWork({ atOnce: 1, patienceMs: 6_000, typicalMs: 2_000 })
/** How many files of a person are being read or wait for it: one more may wait, for it is looked at before it is sent. */
const underWay = new Map<UserId, number>()
const UNDER_WAY_MAX = 2
const RETRY_AFTER_MS = 2_000

/**
 * Reads a hall from a file and writes it, all of it or nothing: it is then its organizer's to use, and one that an
 * admin brings is everybody's. Any venue may be named, or a new one. The same hall again, by the same organizer, is
 * the hall as it stands; a dry run writes nothing. A file of 5 MB takes seconds: a process of its own reads it, one
 * at a time, beside the one that sells.
 * Refuses with HALL_NOT_VALID, NOT_VALID, NOT_FOUND (of a venue), and TOO_MANY_REQUESTS while others' files, or more
 * than one of the organizer's own, are being read.
 */
export async function importHall(
  { db, databaseUrl }: Stores,
  organizer: Organizer,
  input: ImportHall,
): Promise<ImportedHall> {
  const known = await findImported(db, organizer, input.hallId)
  if (known) return known
  const { userId, roles } = organizer
  const own = underWay.get(userId) ?? 0
  if (own >= UNDER_WAY_MAX) {
    throw new Refused({ code: "TOO_MANY_REQUESTS", retryAfterMs: RETRY_AFTER_MS })
  }
  underWay.set(userId, own + 1)
  try {
    // A caller's context may be more than an organizer, and not travel.
    const job: ImportHallJob = { databaseUrl, organizer: { userId, roles }, input }
    return await importing.run(() => runApart(JOB, job, LIMITS))
  } finally {
    const left = (underWay.get(userId) ?? 1) - 1
    if (left > 0) underWay.set(userId, left)
    else underWay.delete(userId)
  }
}
