import { loggableError } from "@podo/db/errors"
import { type DestinationStream, type Logger, pino } from "pino"
import { requestUnderWay } from "./request-under-way.ts"

export type Log = Logger

/** The log of the api, as JSON: whatever is told while a request is answered bears the request's id. */
export function openLog(level: string, destination?: DestinationStream): Log {
  const options = {
    name: "api",
    level,
    serializers: { err: loggableError },
    mixin: () => {
      const request = requestUnderWay()
      return request ? { requestId: request.requestId } : {}
    },
  }
  return destination ? pino(options, destination) : pino(options)
}
