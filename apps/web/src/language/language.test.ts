import { expect, test } from "bun:test"
import { en } from "./en.ts"
import { formatsOf, readsAnotherClock } from "./formats.ts"
import { ko } from "./ko.ts"

const HANGUL = /[가-힣]/

function sentencesOf(words: object): string[] {
  return Object.values(words).flatMap((word: unknown) => {
    if (typeof word === "string") return [word]
    return typeof word === "object" && word !== null ? sentencesOf(word) : []
  })
}

test("no sentence is empty, and English ones are in English but for the name of Korean", () => {
  expect([...sentencesOf(ko), ...sentencesOf(en)].filter((sentence) => sentence === "")).toEqual([])
  expect(sentencesOf(en).filter((sentence) => HANGUL.test(sentence))).toEqual(["한국어"])
})

test("money is written as each language does, from the currency's minor unit", () => {
  expect(formatsOf("ko").money(132_000, "KRW")).toBe("132,000원")
  expect(formatsOf("en").money(132_000, "KRW")).toBe("₩132,000")
  expect(formatsOf("en").money(1_250, "EUR")).toBe("€12.50")
})

test("times are read in the event's zone, with the year where it is another", () => {
  const startsAt = "2031-01-19T10:30:00.000Z"
  expect(formatsOf("ko").dayAndClock(startsAt, "Asia/Seoul")).toBe("2031년 1월 19일 (일) 오후 7:30")
  expect(formatsOf("en").dayAndClock(startsAt, "Asia/Seoul")).toBe("Sun 19 January 2031 19:30")
  expect(readsAnotherClock(startsAt, Intl.DateTimeFormat().resolvedOptions().timeZone)).toBe(false)
})
