// The task of the load client, and its report: plain data, for it is a process of its own.

/** One call of a visit. `$token`, `$place`, `$holdId` … in its body stand for what the visit knows. */
export type Step = {
  method: "GET" | "POST"
  /** With the query, where there is one. */
  path: string
  body?: string
  /** A field of the answer that a later step needs, such as `holdId`. */
  keeps?: string
}

/** One person who comes once, with what their calls are about. */
export type Visit = {
  /** Nothing for whoever does not say who they are. */
  token?: string | undefined
  /** Where they come from; nothing for this machine. */
  address?: string | undefined
  /** The values for `$name` in bodies. A `$bookingId` that is not here is minted. */
  knows?: Record<string, string>
}

export type Pace =
  /** So many connections, each busy with one visit after the other. */
  | { by: "clients"; clients: number; msMax: number }
  /** Visits begin at this rate, whether or not the answers keep up. */
  | { by: "arrivals"; perSecond: number }
  /** People who come and stay: the number of them grows from stage to stage; each pauses between two calls. */
  | { by: "stages"; stages: Stage[]; pauseMs: number }
  /** People who come by and by, do the first step, and then the second again and again until they have been told. */
  | {
      by: "waiting"
      perStep: number
      stepMs: number
      lookMs: number
      /** A part of the answer that they wait for. */
      until: string
      msMax: number
    }

/** At this time from the beginning there are so many users; between two stages their number grows evenly. */
export type Stage = { atMs: number; users: number }

export type Load = {
  port: number
  steps: Step[]
  visits: Visit[]
  pace: Pace
  /** Codes that are an answer as well: whatever else is answered is wrong, and ends the run. */
  refusals?: string[]
  /** Whether what each visit kept is told. */
  tells?: boolean
}

/** In ms. */
export type Times = { count: number; p50: number; p99: number; max: number }

export type Report = {
  /** From the first call to the last answer. */
  seconds: number
  calls: number
  /** Visits of which every step succeeded, from when they were due to the last answer; of people who stay, calls. */
  ok: Times
  /** Visits that ended with a refusal, likewise. */
  refused: Times
  codes: Record<string, number>
  /** Refusals that came with a Retry-After. */
  saidWhen: number
  /** Of people who wait: those who were told what they waited for. */
  reached: number
  /** The steps that succeeded, one by one. */
  steps: Times[]
  /** Bytes of answers. */
  bytes: number
  cpuUs: number
  kept?: (Record<string, string> | null)[]
}
