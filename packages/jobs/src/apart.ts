import { type Refusal, Refused } from "@podo/contract/refusal"

// The process of one job: see run-apart.ts. It ends with the process that wanted it.

export type Outcome<Done> = { done: Done } | { refusal: Refusal } | { failure: string }
export type Answer<Done> = { outcome: Outcome<Done> }

type Job = { job: (input: unknown) => Promise<unknown> }

const [module = ""] = Bun.argv.slice(2)

async function outcomeOf(input: unknown): Promise<Outcome<unknown>> {
  try {
    const { job } = (await import(module)) as Job
    return { done: await job(input) }
  } catch (error) {
    if (error instanceof Refused) return { refusal: error.refusal }
    return { failure: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}

process.on("disconnect", () => process.exit())
process.once("message", (input: unknown) => {
  void outcomeOf(input).then((outcome) => process.send?.({ outcome } satisfies Answer<unknown>))
})
