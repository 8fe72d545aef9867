import { afterAll, describe, expect, test } from "bun:test"
import { openConnection } from "./connection.ts"

const HEAD = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"

/** Answers each request with these pieces, one after the other, each in a packet of its own. */
function answerInPieces(pieces: string[]) {
  return Bun.listen({
    hostname: "127.0.0.1",
    port: 0,
    socket: {
      data: async (socket) => {
        for (const piece of pieces) {
          socket.write(piece)
          socket.flush()
          await new Promise(setImmediate)
        }
      },
    },
  })
}

const listeners: { stop: (isNow: boolean) => void }[] = []
afterAll(() => {
  for (const listener of listeners) listener.stop(true)
})

async function ask(pieces: string[]) {
  const listener = answerInPieces(pieces)
  listeners.push(listener)
  const connection = await openConnection(listener.port)
  const answers = [await connection.ask("GET / HTTP/1.1\r\n\r\n")]
  answers.push(await connection.ask("GET / HTTP/1.1\r\n\r\n"))
  connection.close()
  return answers
}

describe("an answer", () => {
  test("is whole when as much has come as its head says, in whatever pieces", async () => {
    const [first, second] = await ask([HEAD, "Content-Length: 11\r\n\r", '\n{"a":1', ',"b"}'])
    expect(first).toMatchObject({ status: 200, text: '{"a":1,"b"}', retryAfter: undefined })
    expect(second?.text).toBe('{"a":1,"b"}')
  })

  test("that does not say how long it is ends with its last chunk", async () => {
    const chunks = ['4\r\n{"a"', "\r\n3\r\n:1}\r\n", "0\r\n\r\n"]
    const answers = await ask([`${HEAD}transfer-encoding: chunked\r\n\r\n`, ...chunks])
    expect(answers.map(({ status }) => status)).toEqual([200, 200])
    expect(answers[1]?.text).toContain(":1}")
  })

  test("tells when to come back, in whatever case", async () => {
    const head = "HTTP/1.1 503 Service Unavailable\r\nretry-After: 2\r\ncontent-length: 2\r\n\r\n"
    const [answer] = await ask([head, "{}"])
    expect(answer).toMatchObject({ status: 503, retryAfter: "2", text: "{}" })
  })
})
