import type { Live } from "@podo/live/live"
import { Counter, Gauge, Histogram, type Registry } from "prom-client"

const WAITED_SECONDS = [0.05, 0.1, 0.15, 0.25, 0.5, 0.75, 1, 2.5, 5]
const MS_PER_SECOND = 1_000
/** A code is the client's to choose. Those that end without one, 1006, have gone or were dropped as they did not read. */
const CODES = new Set([1000, 1001, 1006, 1008, 1009, 1012, 1013, 4001])

const TOPICS = ["places", "line"] as const

type Frame = { of: (typeof TOPICS)[number]; bytes: number; readers: number; waitedMs: number }

/** The cost of the live connections of this process, and how late their news are. */
export function liveMetrics(registers: Registry[]) {
  const countLive = liveGauges(registers)
  const closed = new Counter({
    name: "podo_live_closed_total",
    help: "Live connections that ended, by WebSocket close code.",
    labelNames: ["code"],
    registers,
  })
  const frames = new Counter({
    name: "podo_live_frames_total",
    help: "Messages about changed places, or about a line, each sent to all who watch that.",
    labelNames: ["of"],
    registers,
  })
  const bytes = new Counter({
    name: "podo_live_sent_bytes_total",
    help: "Bytes of these messages, times those who watch.",
    labelNames: ["of"],
    registers,
  })
  const gaps = new Counter({
    name: "podo_live_gaps_total",
    help: "Viewers that had to ask again, as news may have been missed.",
    registers,
  })
  const waited = new Histogram({
    name: "podo_live_waited_seconds",
    help: "How long the first change of a message waited for others, from the ring to the sending.",
    buckets: WAITED_SECONDS,
    labelNames: ["of"],
    registers,
  })
  // A reader of what grows has to see from where it grew.
  for (const of of TOPICS) for (const counter of [frames, bytes]) counter.inc({ of }, 0)
  return {
    countLive,
    onLiveClosed: (code: number) => closed.inc({ code: CODES.has(code) ? code : "other" }),
    onLiveGap: (readers: number) => gaps.inc(readers),
    onLiveFrame: ({ of, bytes: size, readers, waitedMs }: Frame) => {
      frames.inc({ of })
      bytes.inc({ of }, size * readers)
      waited.observe({ of }, waitedMs / MS_PER_SECOND)
    },
  }
}

/** The connections, and what each watches. Counted when an operator asks. */
function liveGauges(registers: Registry[]) {
  let counts: Live["counts"] = () => ({
    connections: 0,
    performances: 0,
    readers: { places: 0, line: 0 },
  })
  const gauge = (name: string, help: string, read: () => number) =>
    new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(read())
      },
    })
  gauge("podo_live_connections", "Live connections that are open.", () => counts().connections)
  gauge(
    "podo_live_performances",
    "Performances that somebody here watches.",
    () => counts().performances,
  )
  const viewers = new Gauge({
    name: "podo_live_viewers",
    help: "Connections by what they watch of a performance; one may watch several.",
    labelNames: ["of"],
    registers,
    collect() {
      const { readers } = counts()
      for (const of of TOPICS) viewers.set({ of }, readers[of])
    },
  })
  return (by: Live["counts"]) => {
    counts = by
  }
}
