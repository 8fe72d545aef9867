import { afterAll, describe, expect, test } from "bun:test"
import { LIVE_MESSAGE_CHARS_MAX } from "@podo/contract/live"
import { LIVE_CLOSED } from "@podo/contract/live-wire"
import { openTestStores } from "@podo/stores/testing"
import { FRAME, frame, openRawClient } from "../testing/frames.ts"
import { isServed, openLiveClient } from "../testing/live.ts"
import { openTestApi } from "../testing/api.ts"

const { port, stop } = openTestApi(await openTestStores()).listen()
afterAll(stop)

const PING = JSON.stringify({ ask: "ping" })
const [START, MIDDLE] = [0x01, 0x00]
const [PROTOCOL_ERROR, NO_TEXT, TOO_BIG] = [1002, 1007, 1009]

const repeated = (times: number, bytes: Uint8Array) =>
  Buffer.concat(Array.from({ length: times }, () => bytes))

describe("frames that no browser sends end a connection", () => {
  const long = "x".repeat(LIVE_MESSAGE_CHARS_MAX / 4)
  const unmasked = Uint8Array.from([FRAME.text, PING.length, ...Buffer.from(PING)])
  const abuses: [string, Uint8Array, number][] = [
    ["unmasked", unmasked, PROTOCOL_ERROR],
    ["with a reserved bit", frame(FRAME.text | 0x40, PING), PROTOCOL_ERROR],
    ["of an unknown kind", frame(0x83, PING), PROTOCOL_ERROR],
    ["that go on with nothing", frame(0x80, PING), PROTOCOL_ERROR],
    ["of text that is none", frame(FRAME.text, Uint8Array.of(0xc3, 0x28)), NO_TEXT],
    ["of a long message in short pieces", repeated(20, frame(MIDDLE, long)), TOO_BIG],
    ["by a flood of pings", repeated(500, frame(FRAME.ping, "")), LIVE_CLOSED.notUnderstood],
    ["by a flood of pongs", repeated(500, frame(FRAME.pong, "")), LIVE_CLOSED.notUnderstood],
  ]
  test.each(abuses)("%s", async (_, bytes, code) => {
    const other = openLiveClient(port)
    await other.isConnected()
    const abuser = await openRawClient(port)
    if (code === TOO_BIG) abuser.say(frame(START, long))
    abuser.say(bytes)
    expect(await abuser.isClosed()).toBe(code)
    expect(await isServed(other)).toBe(true)
  })

  test("but not a message in pieces, with a ping between them", async () => {
    const client = await openRawClient(port)
    client.say(frame(START, PING.slice(0, 5)))
    client.say(frame(FRAME.ping, ""))
    client.say(frame(0x80, PING.slice(5)))
    await client.hears("pong")
    client.end()
  })
})
