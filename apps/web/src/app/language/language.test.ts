import { describe, expect, test } from "bun:test"
import { join } from "node:path"
import { choosingWords } from "./choosing-words.ts"
import { seatWords } from "./seat-words.ts"
import { deskWords } from "./desk-words.ts"
import { en as everybodysEn } from "@podo/words/en/page"
import { formatsOf, ownZone, readsAnotherClock } from "./formats.ts"
import { ko as everybodysKo } from "@podo/words/ko/page"
import { roomWords } from "./room-words.ts"
import { spokenWait } from "@podo/words/spoken-wait"

const ko = { ...everybodysKo, ...deskWords.ko, choosing: choosingWords.ko, room: roomWords.ko }
const en = { ...everybodysEn, ...deskWords.en, choosing: choosingWords.en, room: roomWords.en }

const source = join(import.meta.dir, "../..")
const HANGUL = /[가-힣]/

function sentencesOf(words: object): string[] {
  return Object.values(words).flatMap((word: unknown) => {
    if (typeof word === "string") return [word]
    return typeof word === "object" && word !== null ? sentencesOf(word) : []
  })
}

test("no sentence is empty, and English ones are in English but for the name of Korean", () => {
  expect([...sentencesOf(ko), ...sentencesOf(en)].filter((sentence) => sentence === "")).toEqual([])
  expect(sentencesOf(en).filter((sentence) => HANGUL.test(sentence))).toEqual(["한국어", "한국어"])
})

/** "performance.seats": below that a page may pick by a name that only data knows. */
function namesOf(words: object, depth = 1): string[] {
  return Object.entries(words).flatMap(([name, word]: [string, unknown]) =>
    typeof word === "object" && word !== null && depth > 0
      ? namesOf(word, depth - 1).map((inner) => `${name}.${inner}`)
      : [name],
  )
}

async function sourcesOfPages(): Promise<string> {
  const paths = await Array.fromAsync(new Bun.Glob("**/*.{ts,tsx}").scan(source))
  return (await Promise.all(paths.map((path) => Bun.file(join(source, path)).text()))).join("\n")
}

test("every sentence is said somewhere", async () => {
  const pages = await sourcesOfPages()
  const { refusals: _, choosing, room, ...words } = ko
  const isSaid = (spoken: string) =>
    new RegExp(`\\b${spoken.replaceAll(".", "\\.")}\\b`).test(pages)
  expect(namesOf(words).filter((name) => !isSaid(`words.${name}`))).toEqual([])
  expect(namesOf(room).filter((name) => !isSaid(`say.${name}`))).toEqual([])
  expect(namesOf(choosing).filter((name) => !isSaid(`say.${name}`))).toEqual([])
  expect(namesOf(seatWords.ko, 0).filter((name) => !isSaid(`say.${name}`))).toEqual([])
})

test("money is written as each language does, from the currency's minor unit", () => {
  expect(formatsOf("ko").money(132_000, "KRW")).toBe("132,000원")
  expect(formatsOf("en").money(132_000, "KRW")).toBe("₩132,000")
  expect(formatsOf("en").money(1_250, "EUR")).toBe("€12.50")
})

// Tests run on a clock in UTC.
describe("times are read in the event's zone", () => {
  const startsAt = "2031-01-19T10:30:00.000Z"

  test("which is named where the reader's clock shows something else, and the year is another", () => {
    const when = (language: "ko" | "en", zone: string) =>
      formatsOf(language).dayAndClock(startsAt, zone)
    expect(when("ko", "Asia/Seoul")).toBe("2031년 1월 19일 (일) 오후 7:30 (한국 시간)")
    expect(when("en", "Asia/Seoul")).toBe("Sun 19 January 2031 19:30 (Seoul time)")
    expect(when("en", "America/New_York")).toBe("Sun 19 January 2031 05:30 (New York time)")
    expect(when("ko", "Asia/Tokyo")).toBe("2031년 1월 19일 (일) 오후 7:30 (일본 시간)")
  })

  test("and not named where it shows the same at that moment", () => {
    const clock = (instant: string) => formatsOf("en").clock(instant, "Europe/London")
    expect(clock(startsAt)).toBe("10:30")
    expect(clock("2031-07-19T10:30:00.000Z")).toBe("11:30 (London time)")
    expect(readsAnotherClock(startsAt, ownZone())).toBe(false)
  })

  test("from the first to the last hour, of another day as well", () => {
    const { hours } = formatsOf("en")
    expect(hours(startsAt, "2031-01-19T13:00:00.000Z", "Asia/Seoul")).toBe(
      "19:30 – 22:00 (Seoul time)",
    )
    expect(hours(startsAt, "2031-01-19T17:00:00.000Z", "UTC")).toBe("10:30 – 17:00")
    expect(hours(startsAt, "2031-01-19T17:00:00.000Z", "Asia/Seoul")).toBe(
      "19:30 – Mon 20 January 2031 02:00 (Seoul time)",
    )
  })

  test("as Koreans write a range, with a year and without", () => {
    const { hours, dayRange } = formatsOf("ko")
    expect(hours(startsAt, "2031-01-19T17:00:00.000Z", "UTC")).toBe("오전 10:30~오후 5:00")
    const thisYear = new Date().getUTCFullYear()
    expect(dayRange("2031-01-02", "2031-02-03")).toBe("2031년 1월 2일~2월 3일")
    expect(dayRange(`${thisYear}-05-02`, `${thisYear}-05-09`)).toBe("5월 2일~9일")
  })
})

test("days of a calendar have no zone", () => {
  const { ko: korean, en: english } = { ko: formatsOf("ko"), en: formatsOf("en") }
  expect([korean.fullDay("2031-05-03"), english.fullDay("2031-05-03")]).toEqual([
    "2031년 5월 3일 토요일",
    "Saturday 3 May 2031",
  ])
  expect([korean.month("2031-05-01"), english.month("2031-05-01")]).toEqual([
    "2031년 5월",
    "May 2031",
  ])
  expect([korean.shortNumber(1_234), korean.shortNumber(200_000)]).toEqual(["1,234", "20만"])
})

test("a moment a while ago is told as people tell it", () => {
  const ago = (language: "ko" | "en", hours: number) =>
    formatsOf(language).ago("2031-01-19T00:00:00.000Z", Date.UTC(2031, 0, 19) + hours * 3_600_000)
  expect([ago("ko", 0), ago("ko", 3), ago("ko", 25)]).toEqual(["지금", "3시간 전", "어제"])
  expect([ago("en", 0.5), ago("en", 49), ago("en", -1)]).toEqual([
    "30 minutes ago",
    "2 days ago",
    "now",
  ])
})

test("a wait is told in the unit that people would count it in", () => {
  const units = { hours: many("h"), minutes: many("min"), seconds: many("s") }
  const waits = [1, 713_000, 90 * 60_000, 91 * 60_000, 24 * 60 * 60_000]
  expect(waits.map((ms) => spokenWait(ms, units))).toEqual([
    "1 s",
    "12 min",
    "90 min",
    "2 h",
    "24 h",
  ])
})

const many = (unit: string) => (count: number) => `${count} ${unit}`
