import { LIVE_MESSAGE_CHARS_MAX } from "@podo/contract/live"
import type { Connection, Listener, Live } from "@podo/live/live"
import type { Hono } from "hono"
import type { Metrics } from "../observability/metrics.ts"

/** A reader that does not read loses the connection when this much waits for it: no other reader waits, and memory is bounded. */
const UNREAD_BYTES_MAX = 64 * 1024
/** In UTF-8 a character of JavaScript takes three bytes at most. */
const MESSAGE_BYTES_MAX = 3 * LIVE_MESSAGE_CHARS_MAX
/** Longer than it takes to find out that somebody is gone: this is for who was closed and does not go. */
const SILENT_SECONDS_MAX = 120

type Data = { listener: Listener; connection?: Connection | undefined }

type Served = {
  app: Hono
  live: Live
  metrics?: Pick<Metrics, "onLiveClosed"> | undefined
}

/** The options of Bun.serve: requests go to the app, and those that it lets through become live connections. */
export function serving({ app, live, metrics }: Served) {
  return {
    fetch: (request: Request, server: Bun.Server<Data>) =>
      app.fetch(request, {
        ...server.requestIP(request),
        upgrade: (listener: Listener, headers: Headers) =>
          server.upgrade(request, { data: { listener }, headers }),
      }),
    websocket: {
      maxPayloadLength: MESSAGE_BYTES_MAX,
      backpressureLimit: UNREAD_BYTES_MAX,
      closeOnBackpressureLimit: true,
      idleTimeout: SILENT_SECONDS_MAX,
      // Live asks by itself, for Bun asks only those who are sent nothing.
      sendPings: false,
      perMessageDeflate: false,
      open: (socket) => {
        socket.data.connection = live.connect(socket, socket.data.listener)
      },
      message: ({ data: { connection } }, message) => {
        if (connection) live.hear(connection, message)
      },
      ping: ({ data: { connection } }) => {
        if (connection) live.hearPing(connection)
      },
      pong: ({ data: { connection } }, word) => {
        if (connection) live.hearPong(connection, word.toString())
      },
      close: ({ data: { connection } }, code) => {
        if (connection) live.disconnect(connection)
        metrics?.onLiveClosed(code)
      },
    } satisfies Bun.WebSocketHandler<Data>,
  }
}
