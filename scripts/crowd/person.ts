import type { MintedSession } from "@podo/accounts/mint-sessions"
import type { Standing } from "@podo/contract/waiting-room"
import { randomOf } from "@podo/db/racing"
import { connectApi } from "../operate/api-client.ts"
import { buy, type Buyer, claim } from "./buyer.ts"
import { type Diary, emptyDiary } from "./diary.ts"
import type { Person } from "./people.ts"
import { asking, readStay, type Scene } from "./scene.ts"
import { addressOf, askInMs, hearLine, hearNothing, type LineListener } from "./line-listener.ts"

/** Before a question that nobody answered is asked again. */
const RETRY_MS = 1_000

/** Somebody who has come, and what they look at while they wait. */
type Waiter = Buyer & {
  open: () => LineListener
  listener: LineListener
  /** The view of this person. Nothing: they could not be told. */
  standing: Standing | undefined
  askAt: number
  habitAt: number
}

/** One of the crowd, from when they come until they are through with it. */
export async function goThrough(
  person: Person,
  { userId, token }: MintedSession,
  scene: Scene,
): Promise<Diary> {
  const diary = emptyDiary(userId, person)
  const { url, performanceId, opensAt, endsAt } = scene
  await Bun.sleep(Math.max(0, Math.min(opensAt + person.comesAtMs, endsAt) - Date.now()))
  if (Date.now() >= endsAt) return diary
  const address = addressOf(person.seed)
  const open = () =>
    person.hears === "live" ? hearLine({ url, token, performanceId, address }) : hearNothing()
  const waiter: Waiter = {
    api: connectApi(url, token, { "x-forwarded-for": address }),
    scene,
    diary,
    random: randomOf(person.seed),
    open,
    listener: open(),
    standing: undefined,
    askAt: 0,
    habitAt: person.habit === "waits" ? Infinity : Date.now() + person.habitAfterMs,
  }
  try {
    await enter(waiter)
    while (Date.now() < scene.endsAt && (await goOn(waiter)));
  } catch (error) {
    diary.failures.push(String(error))
  }
  hangUp(waiter)
  return diary
}

/** The next thing that somebody does. False: that was the last. */
async function goOn(waiter: Waiter): Promise<boolean> {
  const { diary, standing, scene } = waiter
  switch (standing?.state) {
    case "admitted":
      // A person who comes too late to claim looks where they stand.
      if (await buy(waiter)) return false
      await ask(waiter)
      return true
    case "sold-out":
      diary.end = "found it sold out"
      return false
    case "closed":
      diary.end = "was not let into the line"
      return false
    case "absent":
      await enter(waiter)
      return true
    case "lobby":
    case "waiting":
    case undefined: {
      const began = Date.now()
      const isStaying = await wait(waiter)
      if (isStaying) diary.waitedMs += Math.min(Date.now(), scene.endsAt) - began
      return diary.end !== "closed the tab"
    }
  }
}

/** False: they were away for some of that time. */
async function wait(waiter: Waiter): Promise<boolean> {
  const { askAt, habitAt, scene, listener } = waiter
  const nextAt = Math.min(askAt, habitAt, scene.endsAt)
  const told = await listener.next(Math.max(0, nextAt - Date.now()))
  if (told === "news") await ask(waiter)
  else if (Date.now() >= habitAt) return followHabit(waiter)
  else if (Date.now() >= askAt) await ask(waiter)
  return true
}

async function followHabit(waiter: Waiter): Promise<boolean> {
  const { api, scene, diary, standing } = waiter
  const { habit, habitMs } = diary.person
  const ofLine = { performanceId: scene.performanceId }
  waiter.habitAt = Infinity
  switch (habit) {
    case "waits":
      return true
    case "reloads":
      waiter.habitAt = Date.now() + habitMs
      hangUp(waiter)
      waiter.listener = waiter.open()
      await enter(waiter)
      return true
    case "sneaks":
      waiter.habitAt = Date.now() + habitMs
      // A success is looked into.
      if ((await claim(waiter, { ...ofLine, quantity: 1 })).result) await ask(waiter)
      return true
    case "closes":
      diary.end = "closed the tab"
      endStay(waiter)
      hangUp(waiter)
      return false
    case "leaves":
      // Before it is asked for: it is not known when it was done.
      endStay(waiter)
      if (standing) await asking(scene, diary, "leave", () => api.waitingRoom.leave.mutate(ofLine))
      return goAway(waiter)
    case "vanishes":
      endStay(waiter)
      return goAway(waiter)
  }
}

async function goAway(waiter: Waiter): Promise<boolean> {
  hangUp(waiter)
  await Bun.sleep(waiter.diary.person.habitMs)
  waiter.listener = waiter.open()
  await enter(waiter)
  return false
}

function endStay({ diary, scene }: Waiter) {
  const stay = diary.stays.at(-1)
  if (stay) stay.presentUntil = Math.min(stay.presentUntil, Date.now() + scene.aheadMs)
}

async function enter(waiter: Waiter) {
  const { api, scene, diary } = waiter
  const { performanceId } = scene
  const call = () => api.waitingRoom.enter.mutate({ performanceId })
  const { result } = await asking(scene, diary, "enter", call)
  see(waiter, result)
  if (result?.state !== "lobby" && result?.state !== "waiting") return
  const stay = await readStay(scene, diary.userId)
  const before = diary.stays.at(-1)
  if (before?.presentUntil === Infinity) diary.questions += 1
  // Coming again keeps the place: it is the same stay, unless they were away.
  if (before?.presentUntil !== Infinity || before.score !== stay.score) diary.stays.push(stay)
}

async function ask(waiter: Waiter) {
  const { api, scene, diary } = waiter
  diary.questions += 1
  const { performanceId } = scene
  const call = () => api.waitingRoom.status.query({ performanceId })
  see(waiter, (await asking(scene, diary, "status", call)).result)
}

function see(waiter: Waiter, standing: Standing | undefined) {
  const { listener, random } = waiter
  waiter.standing = standing
  waiter.askAt = Date.now() + (standing ? askInMs(standing, listener, random) : RETRY_MS)
}

function hangUp({ listener, diary }: Waiter) {
  diary.heard += listener.heard()
  listener.close()
}
