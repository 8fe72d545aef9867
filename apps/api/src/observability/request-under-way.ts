import { AsyncLocalStorage } from "node:async_hooks"

type Request = {
  requestId: string
  beganMs: number
  /** How many procedures it has called so far. */
  calls: number
}

const underWay = new AsyncLocalStorage<Request>()

/** The request that is being answered here, however deep inside; nothing outside of any. */
export const requestUnderWay = () => underWay.getStore()

/** Gives a request an id of ours: one from outside could be chosen to mislead, or to write in the log. */
export function duringRequest<Result>(work: (request: Request) => Result): Result {
  const request = { requestId: Bun.randomUUIDv7(), beganMs: performance.now(), calls: 0 }
  return underWay.run(request, () => work(request))
}
