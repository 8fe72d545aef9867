import { Command } from "@commander-js/extra-typings"
import type { PerformanceId } from "@podo/contract/ids"
import { type Api, codeOf } from "./api-client.ts"
import { asAdmin } from "./as-admin.ts"
import { performanceIdOf, tokenOption, urlOption } from "./options.ts"
import { pathOf } from "../run/env.ts"
import { Problem } from "../run/problem.ts"

export const exportBookingsCommand = new Command("export-bookings")
  .description(
    "write the bookings of a performance as CSV, a page at a time, however many there are",
  )
  .requiredOption("--performance <id>", "which performance", performanceIdOf)
  .option("--file <file>", "where to; standard output without it", pathOf)
  .addOption(tokenOption())
  .addOption(urlOption())
  .action(async (asked) => {
    const out = (asked.file ? Bun.file(asked.file) : Bun.stdout).writer()
    await asAdmin(asked, async (api) => {
      let cursor: string | undefined
      do {
        const page = await pageOf(api, asked.performance, cursor)
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
