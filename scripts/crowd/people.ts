import { randomOf } from "@podo/db/racing"

/** The behaviour of a person while they wait. */
type Habit =
  /** Trusts the line: asks when they are told to. */
  | "waits"
  /** Reloads the page again and again. */
  | "reloads"
  /** Tries to claim places without having been let in. */
  | "sneaks"
  /** Closes the tab for good. */
  | "closes"
  /** Loses the network for a while. */
  | "vanishes"
  /** Gives the place up, thinks again and begins at the end. */
  | "leaves"

/** The behaviour of a person who holds places. */
type Ending = "confirms" | "gives-back" | "walks-away"

/** One of the crowd, with everything that they will decide. */
export type Person = {
  /** Counted from the opening of the sale; negative: they come to the lobby. */
  comesAtMs: number
  hears: "live" | "poll"
  habit: Habit
  /** From entering until the habit shows for the first time. */
  habitAfterMs: number
  /** How long they are away, or until they do it again. */
  habitMs: number
  quantity: number
  /** The best places rather than some that they name. */
  wantsBest: boolean
  choosesMs: number
  decidesMs: number
  ending: Ending
  /** For what they cannot decide before they see it: which places, and the jitter of their questions. */
  seed: number
}

export type CrowdWishes = {
  users: number
  seed: number
  /** For how long before the opening people come to the lobby. */
  lobbyMs: number
  /** Places that one person may have. */
  quantityMax: number
  /** One second of the distributions takes so many ms. */
  secondMs: number
}

type Shares<Name extends string> = readonly (readonly [Name, number])[]

const HABITS: Shares<Habit> = [
  ["waits", 0.55],
  ["reloads", 0.1],
  ["sneaks", 0.1],
  ["closes", 0.08],
  ["vanishes", 0.1],
  ["leaves", 0.07],
]
const ENDINGS: Shares<Ending> = [
  ["confirms", 0.8],
  ["gives-back", 0.12],
  ["walks-away", 0.08],
]
const ARRIVALS: Shares<"early" | "on-time" | "late"> = [
  ["early", 0.4],
  ["on-time", 0.4],
  ["late", 0.2],
]
const HEARS: Shares<Person["hears"]> = [
  ["live", 0.7],
  ["poll", 0.3],
]
const BEST_SHARE = 0.6
/** Medians, in seconds. */
const CHOOSES = 2
const DECIDES = 1.5
const PATIENCE = 6
const AWAY = 3
const BETWEEN_RELOADS = 0.7
/** Means, in seconds. */
const ON_TIME = 1
const LATE = 15

/** The same wishes are the same people, who decide the same. */
export function crowdOf(wishes: CrowdWishes): Person[] {
  const random = randomOf(wishes.seed)
  return Array.from({ length: wishes.users }, () => personOf(wishes, random))
}

function personOf({ lobbyMs, quantityMax, secondMs }: CrowdWishes, random: () => number): Person {
  const about = (seconds: number) => Math.round(seconds * secondMs * logNormal(random))
  const habit = oneOf(HABITS, random)
  const comesAtMs = {
    early: () => -Math.round(random() * lobbyMs),
    "on-time": () => Math.round(exponential(ON_TIME * secondMs, random)),
    late: () => Math.round(exponential(LATE * secondMs, random)),
  }[oneOf(ARRIVALS, random)]()
  return {
    comesAtMs,
    hears: oneOf(HEARS, random),
    habit,
    habitAfterMs: about(habit === "reloads" || habit === "sneaks" ? BETWEEN_RELOADS : PATIENCE),
    habitMs: about(habit === "reloads" || habit === "sneaks" ? BETWEEN_RELOADS : AWAY),
    quantity: 1 + Math.floor(random() * quantityMax),
    wantsBest: random() < BEST_SHARE,
    choosesMs: about(CHOOSES),
    decidesMs: about(DECIDES),
    ending: oneOf(ENDINGS, random),
    seed: Math.floor(random() * 2 ** 31),
  }
}

function oneOf<Name extends string>(shares: Shares<Name>, random: () => number): Name {
  let left = random()
  for (const [name, share] of shares) {
    left -= share
    if (left < 0) return name
  }
  return (shares.at(-1) as (typeof shares)[number])[0]
}

const exponential = (mean: number, random: () => number) => -mean * Math.log(1 - random())

/** Around 1: most people are quick, and a few take their time. */
function logNormal(random: () => number): number {
  const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
  return Math.exp(0.5 * normal)
}
