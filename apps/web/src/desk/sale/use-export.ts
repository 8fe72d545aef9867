import { useEffect, useRef, useState } from "react"
import { isPassing } from "../../app/api/refusals.ts"
import { api } from "../../app/api/trpc.ts"
import { recordsIn } from "./csv-file.ts"

const TRIES = 4
const PAUSE_MS = 1_000

type Fetched = { pages: string[]; cursor: string | null; records: number }

const NOTHING_YET: Fetched = { pages: [], cursor: null, records: 0 }

export type ExportState =
  | { step: "idle" }
  | { step: "running"; records: number }
  | { step: "stopped"; records: number; error: unknown }
  | { step: "done"; records: number }

/** Fetches all bookings page after page. Pages that have come are kept, so a lost answer costs one page. */
export function useExport(performanceId: string, onFile: (pages: string[]) => void) {
  const [state, setState] = useState<ExportState>({ step: "idle" })
  const fetched = useRef(NOTHING_YET)
  const stopper = useRef<AbortController>(undefined)
  useEffect(() => () => stopper.current?.abort(), [])

  const run = async () => {
    const { signal } = (stopper.current = new AbortController())
    // This page is not looked at any more, or a newer run has begun.
    const tell = (next: ExportState) => signal.aborted || setState(next)
    tell({ step: "running", records: fetched.current.records })
    try {
      for (;;) {
        const page = await askPatiently(performanceId, fetched.current.cursor, signal)
        fetched.current = withPage(fetched.current, page)
        tell({ step: "running", records: fetched.current.records })
        if (page.nextCursor === null) break
      }
      const { pages, records } = fetched.current
      fetched.current = NOTHING_YET
      onFile(pages)
      tell({ step: "done", records })
    } catch (error) {
      tell({ step: "stopped", records: fetched.current.records, error })
    }
  }

  return {
    state,
    goOn: () => void run(),
    begin: () => {
      fetched.current = NOTHING_YET
      void run()
    },
    stop: () => {
      stopper.current?.abort()
      setState({ step: "stopped", records: fetched.current.records, error: null })
    },
  }
}

type Page = { csv: string; nextCursor: string | null }

function withPage({ pages, records }: Fetched, { csv, nextCursor }: Page): Fetched {
  // The first line of the first page is the header.
  const fresh = recordsIn(csv) - (pages.length === 0 ? 1 : 0)
  return { pages: [...pages, csv], cursor: nextCursor, records: records + fresh }
}

/** Asks again by itself when an answer is lost; gives up after a while, or when nobody wants it any more. */
async function askPatiently(
  performanceId: string,
  cursor: string | null,
  signal: AbortSignal,
): Promise<Page> {
  for (let tries = 1; ; tries++) {
    try {
      const input = cursor === null ? { performanceId } : { performanceId, cursor }
      return await api.desk.exportBookings.query(input, { signal })
    } catch (error) {
      if (signal.aborted || tries === TRIES || !isPassing(error)) throw error
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS * tries))
      signal.throwIfAborted()
    }
  }
}
