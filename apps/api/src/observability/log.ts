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
  return pino(options, destination ?? writtenByTurns(pino.destination()))
}

/** Has the lines of one turn of the event loop written in one piece: under load a turn has many. */
function writtenByTurns(destination: DestinationStream): DestinationStream {
  let lines = ""
  const write = () => {
    if (lines !== "") destination.write(lines)
    lines = ""
  }
  process.on("exit", write)
  return {
    write: (line) => {
      if (lines === "") setImmediate(write)
      lines += line
    },
  }
}
