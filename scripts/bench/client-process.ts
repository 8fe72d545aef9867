import { Problem } from "../run/problem.ts"
import type { FromClient } from "./client/main.ts"
import type { Load, Report } from "./load.ts"
import { startProcess } from "./processes.ts"

/** The process that makes the load. A wrong answer ends the run: figures of wrong answers are worth nothing. */
export function startClient() {
  let next = Promise.withResolvers<Report>()
  const client = startProcess({
    command: ["scripts/bench/client/main.ts"],
    hears: (message) => {
      const told = message as FromClient
      if ("done" in told) next.resolve(told.done)
      else next.reject(new Problem(`Something was answered wrong: ${told.wrong}`))
    },
  })
  let isStopping = false
  void client.ended.then(() => {
    if (!isStopping) next.reject(new Problem("The load client ended."))
  })
  return {
    pid: client.pid,
    run: (load: Load) => {
      next = Promise.withResolvers<Report>()
      client.send(load)
      return next.promise
    },
    stop: () => {
      isStopping = true
      return client.stop()
    },
  }
}
