import { DRAW_HEX_DIGITS, DRAWS_PER_PAGE } from "./limits.ts"
import type { Draw } from "./waiting-room.ts"

// The check of a draw, which anybody can run: Web Crypto alone, in a browser, in Bun, or copied elsewhere.

const NO_DRAW = /[^0-9a-f]/
const HMAC = { name: "HMAC", hash: "SHA-256" }
const textBytes = new TextEncoder()

/** SHA-256 of a text, as hex digits. */
export async function hashOfText(text: string): Promise<string> {
  return hexOf(await crypto.subtle.digest("SHA-256", textBytes.encode(text)))
}

/** The draws of people in one performance: the first 52 bits of an HMAC whose key is the seed's text. */
export async function drawerOf(seed: string, performanceId: string) {
  const key = await crypto.subtle.importKey("raw", textBytes.encode(seed), HMAC, false, ["sign"])
  return async (userId: string): Promise<string> => {
    const hmac = await crypto.subtle.sign(HMAC, key, textBytes.encode(`${performanceId}:${userId}`))
    return hexOf(hmac).slice(0, DRAW_HEX_DIGITS)
  }
}

/** SHA-256 over all draws in their order, with nothing between. */
export async function digestOfDraws(pages: readonly string[]): Promise<string> {
  const bytes = new Uint8Array(pages.reduce((sum, text) => sum + text.length, 0))
  let at = 0
  for (const text of pages) {
    textBytes.encodeInto(text, bytes.subarray(at))
    at += text.length
    await breathe()
  }
  return hexOf(await crypto.subtle.digest("SHA-256", bytes))
}

const hexOf = (bytes: ArrayBuffer) =>
  Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, "0")).join("")

const drawAt = (text: string, index: number) =>
  text.slice(index * DRAW_HEX_DIGITS, (index + 1) * DRAW_HEX_DIGITS)

export const countOfDraws = (pages: readonly string[]): number =>
  pages.reduce((sum, text) => sum + text.length, 0) / DRAW_HEX_DIGITS

/** A draw's place among draws in ascending order, from 1; null where it is not among them. */
export function placeAmong(pages: readonly string[], draw: string): number | null {
  const page = pages.findLastIndex((text) => drawAt(text, 0) <= draw && text !== "")
  const text = pages[page] ?? ""
  let low = 0
  let high = text.length / DRAW_HEX_DIGITS
  while (low < high) {
    const middle = (low + high) >> 1
    if (drawAt(text, middle) < draw) low = middle + 1
    else high = middle
  }
  return drawAt(text, low) === draw ? countOfDraws(pages.slice(0, page)) + low + 1 : null
}

/** The checks, each by itself: a failed one is named. */
export const DRAW_CHECKS = [
  /** The hash is the one that this reader was shown earlier, if they were. */
  "hash",
  /** The seed is the one whose hash was told before the opening. */
  "seed",
  /** Every page is full but the last, and has nothing but draws. */
  "pages",
  /** There are as many draws as it is said that people were there. */
  "entrants",
  /** Each draw is greater than the one before: none is out of its place, none is there twice. */
  "order",
  /** The draws are those that were sealed. */
  "digest",
  /** The reader stands where their own draw says, or nowhere if it is not among them. */
  "place",
] as const
export type DrawCheck = (typeof DRAW_CHECKS)[number]

export type DrawFindings = {
  /** In the order of DRAW_CHECKS; empty where all is right. */
  wrong: DrawCheck[]
  /** The reader's own draw and where it is among the others; null for who did not say who they are. */
  mine: { draw: string; place: number | null } | null
}

export type DrawToCheck = {
  performanceId: string
  /** As the server told it to this reader. */
  draw: Draw
  pages: readonly string[]
  /** Whose place is looked at as well. */
  userId?: string | undefined
  /** The hash that this reader was shown earlier. */
  hashSeen?: string | undefined
}

/** Which checks a draw does not pass. A million draws leave the page time to breathe between two pages. */
export async function checkDraw(asked: DrawToCheck): Promise<DrawFindings> {
  const { performanceId, draw, pages, userId, hashSeen } = asked
  const seed = draw.seed ?? ""
  const drawn = seed && userId ? await (await drawerOf(seed, performanceId))(userId) : null
  const mine = drawn === null ? null : { draw: drawn, place: placeAmong(pages, drawn) }
  const holds: Record<DrawCheck, boolean> = {
    hash: hashSeen === undefined || hashSeen === draw.seedHash,
    seed: (await hashOfText(seed)) === draw.seedHash,
    pages: await arePages(pages),
    entrants: countOfDraws(pages) === draw.entrants,
    order: await areInOrder(pages),
    digest: (await digestOfDraws(pages)) === draw.digest,
    place: mine === null || mine.place === (draw.mine?.place ?? null),
  }
  return { wrong: DRAW_CHECKS.filter((check) => !holds[check]), mine }
}

async function arePages(pages: readonly string[]): Promise<boolean> {
  for (const [page, text] of pages.entries()) {
    const isLast = page === pages.length - 1
    const draws = text.length / DRAW_HEX_DIGITS
    const isOfSize = isLast ? draws >= 1 && draws <= DRAWS_PER_PAGE : draws === DRAWS_PER_PAGE
    if (!isOfSize || !Number.isInteger(draws) || NO_DRAW.test(text)) return false
    await breathe()
  }
  return true
}

async function areInOrder(pages: readonly string[]): Promise<boolean> {
  let last = ""
  for (const text of pages) {
    for (let index = 0; index * DRAW_HEX_DIGITS < text.length; index++) {
      const draw = drawAt(text, index)
      if (draw <= last) return false
      last = draw
    }
    await breathe()
  }
  return true
}

const breathe = () => new Promise<void>((resolve) => setTimeout(resolve))
