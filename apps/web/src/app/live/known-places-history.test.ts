import { gapsOf } from "@podo/contract/live-wire"
import { expect, test } from "bun:test"
import * as fc from "fast-check"
import {
  NOTHING_KNOWN,
  type PlacesChanged,
  type Question,
  questionOf,
  shownOf,
  withAnswer,
  withLoss,
  withNews,
  withNotes,
  withWatching,
} from "./known-places.ts"

const PLACES = 12
const READINGS_MAX = 3
const performanceId = "p" as PlacesChanged["performanceId"]

type Moment = { revision: string; places: string; changed: number }
type Told = PlacesChanged | "unknown" | { watching: string }

/** A server and its history, a wire that can be cut, and a page. Each action can happen at any time. */
function openWorld() {
  const history: Moment[] = [{ revision: "8-0", places: ".".repeat(PLACES), changed: 0 }]
  let [changes, toldUntil] = [0, 0]
  let wire: Told[] | undefined
  let question: Question | undefined
  let looked: Moment | undefined
  let known = NOTHING_KNOWN

  const now = () => history.at(-1) as Moment

  const actions = {
    /** Revisions cross from one digit to two, as those that are compared as text would not. */
    change: (place: number, state: string) => {
      changes++
      const places = now().places.slice(0, place) + state + now().places.slice(place + 1)
      const revision = `${8 + Math.floor(changes / 12)}-${changes % 12}`
      history.push({ revision, places, changed: place })
    },
    /** All news since the last, or of somewhat more. */
    frame: (overlap: number) => {
      const from = Math.max(0, toldUntil - overlap)
      if (wire === undefined || toldUntil === history.length - 1) return
      wire.push(frameOf(history.slice(from)))
      toldUntil = history.length - 1
    },
    hear: () => {
      const told = wire?.shift()
      if (told === undefined) return
      if (told === "unknown") known = withLoss(known)
      else if ("watching" in told) known = withWatching(known, told.watching)
      else known = withNews(known, told)
    },
    /** Should not happen; the next frame shows that it did. */
    lose: () => {
      const next = wire?.[0]
      if (next !== undefined && next !== "unknown" && "after" in next) wire?.shift()
    },
    cut: () => {
      // Forgotten watchers are not told any more.
      if (wire?.includes("unknown")) looked = undefined
      wire = undefined
    },
    /** A process may not have read the newest yet. */
    connect: (lag: number) => {
      if (wire !== undefined) return
      toldUntil = Math.max(0, history.length - 1 - lag)
      wire = [{ watching: (history[toldUntil] as Moment).revision }]
    },
    ask: () => {
      question ??= questionOf(known)
    },
    look: () => {
      if (question !== undefined) looked ??= now()
    },
    answer: () => {
      if (question === undefined) return
      known = withAnswer(known, question, looked ?? now())
      question = undefined
      looked = undefined
    },
    /** Redis comes back without what it had written last. Its news say so, an answer that is lost does not. */
    forget: (moments: number) => {
      history.length = Math.max(1, history.length - moments)
      toldUntil = history.length - 1
      if (wire === undefined) looked = undefined
      else wire.push("unknown")
    },
    /** Something that the page did itself, told by the answer. */
    action: (place: number, state: string) => {
      actions.change(place, state)
      known = withNotes(known, [place], state)
    },
    /** "Somebody else has it", which may be true no more. */
    refusal: (place: number) => {
      known = withNotes(known, [place], "h")
    },
  }

  return {
    actions,
    /** The results of a page's own connecting, hearing and reading in the end. */
    settle: () => {
      actions.connect(0)
      actions.change(0, ".")
      actions.frame(0)
      wire?.slice().forEach(actions.hear)
      actions.answer()
      let readings = 0
      while (known.told === undefined || known.isBehind || known.notes.length > 0) {
        expect(readings++).toBeLessThan(READINGS_MAX)
        actions.ask()
        actions.answer()
      }
      return { shown: shownOf(known)?.places, places: now().places, readings }
    },
  }
}

function frameOf([before, ...moments]: Moment[]): PlacesChanged {
  const end = moments.at(-1) as Moment
  const byState = Map.groupBy(
    new Set(moments.map(({ changed }) => changed)),
    (place) => end.places[place] as string,
  )
  return {
    news: "places-changed",
    performanceId,
    after: (before as Moment).revision,
    revision: end.revision,
    changes: Object.fromEntries([...byState].map(([state, places]) => [state, gapsOf(places)])),
  }
}

type World = ReturnType<typeof openWorld>["actions"]
type Action = { [Name in keyof World]: [Name, ...Parameters<World[Name]>] }[keyof World]

const place = fc.nat(PLACES - 1)
const few = fc.nat(3)
const someState = fc.constantFrom(".", "h", "b", "x")
const often = (...names: ("hear" | "ask" | "look" | "answer" | "cut" | "lose")[]) =>
  fc.constantFrom(...names.map((name): Action => [name]))

const action: fc.Arbitrary<Action> = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(fc.constant("change"), place, someState) },
  { weight: 8, arbitrary: often("hear", "hear", "ask", "look", "answer") },
  { weight: 4, arbitrary: fc.tuple(fc.constant("frame"), few) },
  { weight: 2, arbitrary: fc.tuple(fc.constant("connect"), few) },
  { weight: 2, arbitrary: often("cut", "lose") },
  { weight: 1, arbitrary: fc.tuple(fc.constant("forget"), few) },
  { weight: 1, arbitrary: fc.tuple(fc.constant("action"), place, fc.constantFrom(".", "h")) },
  { weight: 1, arbitrary: fc.tuple(fc.constant("refusal"), place) },
) as fc.Arbitrary<Action>

function live(actions: readonly Action[]) {
  const world = openWorld()
  for (const [name, ...rest] of actions)
    (world.actions[name] as (...all: unknown[]) => void)(...rest)
  return world.settle()
}

test("a page ends with the server's map, whatever was cut, lost, late or forgotten", () => {
  fc.assert(
    fc.property(fc.array(action, { maxLength: 60, size: "max" }), (actions) => {
      const { shown, places } = live(actions)
      expect(shown).toBe(places)
    }),
    { numRuns: 1_000 },
  )
})

// Without this the test above would also pass for a page that reads everything again at each news.
test("and reads once, as long as its connection holds", () => {
  const calm = fc.tuple(
    fc.constant<Action>(["connect", 0]),
    fc.constant<Action>(["hear"]),
    fc.constant<Action>(["ask"]),
  )
  const following = fc.oneof(
    fc.tuple(fc.constant("change" as const), place, someState),
    fc.tuple(fc.constant("frame" as const), few),
    fc.constantFrom<Action>(["hear"], ["look"], ["answer"]),
  )
  fc.assert(
    fc.property(calm, fc.array(following, { maxLength: 60, size: "max" }), (beginning, actions) => {
      const { shown, places, readings } = live([...beginning, ...(actions as Action[])])
      expect([shown, readings]).toEqual([places, 0])
    }),
  )
})
