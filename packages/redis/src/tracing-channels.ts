import { type TracingChannel, tracingChannel } from "node:diagnostics_channel"

const CHANNELS = ["start", "end", "asyncStart", "asyncEnd", "error"] as const

/**
 * The part of Node's tracing channels that Bun lacks: whether anybody listens. ioredis takes silence for a yes,
 * and copies the arguments of each command for a tracer that is not there.
 */
export function tellOfTracers() {
  const prototype = Object.getPrototypeOf(tracingChannel("podo"))
  if ("hasSubscribers" in prototype) return
  Object.defineProperty(prototype, "hasSubscribers", {
    configurable: true,
    get(this: TracingChannel) {
      return CHANNELS.some((name) => this[name].hasSubscribers)
    },
  })
}
