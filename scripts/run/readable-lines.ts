import { prettyFactory } from "pino-pretty"
import { z } from "zod"

/** A call that took longer is told even though it went well. */
const SLOW_MS = 500
const WARN = 40
const ERROR_STATUS = 500

const Line = z.object({
  level: z.number(),
  msg: z.string().optional(),
  durationMs: z.number().optional(),
  outcome: z.string().optional(),
  status: z.number().optional(),
})

const written = prettyFactory({
  colorize: true,
  translateTime: "SYS:HH:MM:ss",
  ignore: "pid,hostname,requestId,kind",
  singleLine: true,
})

/**
 * A line of a program's log as a person reads it on a terminal; nothing where it says only that all is well. Text that is
 * no log line is handed on as it is.
 */
export function readableLine(text: string): string | undefined {
  const line = text.startsWith("{") ? Line.safeParse(parsed(text)).data : undefined
  if (!line) return text
  return isWorthReading(line) ? written(text).trimEnd() : undefined
}

function isWorthReading({ level, msg, durationMs = 0, outcome, status = 0 }: z.infer<typeof Line>) {
  if (level >= WARN || durationMs >= SLOW_MS) return true
  if (msg === "call") return outcome === "defect" || outcome === "malformed"
  return msg !== "request" || status >= ERROR_STATUS
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Prints what a program writes, line by line, readable. Resolves when it writes no more. */
export async function printReadable(stream: ReadableStream<Uint8Array>) {
  const decoder = new TextDecoder()
  let rest = ""
  for await (const chunk of stream) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split("\n")
    rest = lines.pop() ?? ""
    for (const line of lines) {
      const readable = readableLine(line)
      if (readable !== undefined) console.log(readable)
    }
  }
  const last = rest === "" ? undefined : readableLine(rest)
  if (last !== undefined) console.log(last)
}
