import { PerformanceId } from "@podo/contract/ids"
import { type Api, codeOf } from "./api-client.ts"
import { text } from "./arguments.ts"
import { asAdmin } from "./as-admin.ts"
import { Problem, runOrExplain } from "./problem.ts"

const USAGE =
  "Usage: bun scripts/export-bookings.ts --performance ID, with --file out.csv to keep it."

// The bookings of a performance as a CSV file, a page at a time: a house of any size fits.
await runOrExplain(async () => {
  const performanceId = PerformanceId.safeParse(text("performance"))
  if (!performanceId.success) {
    throw new Problem(`--performance is "${text("performance") ?? ""}". ${USAGE}`)
  }
  const file = text("file")
  const out = (file ? Bun.file(file) : Bun.stdout).writer()
  await asAdmin(async (api) => {
    let cursor: string | undefined
    do {
      const page = await pageOf(api, performanceId.data, cursor)
      await out.write(page.csv)
      await out.flush()
      cursor = page.nextCursor ?? undefined
    } while (cursor)
  })
  await out.end()
})

async function pageOf(api: Api, performanceId: PerformanceId, cursor: string | undefined) {
  return api.desk.exportBookings
    .query({ performanceId, ...(cursor && { cursor }) })
    .catch((error: unknown) => {
      throw new Problem(`The bookings could not be exported: ${codeOf(error)}.`)
    })
}
