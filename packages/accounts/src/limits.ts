import { CODES_PER_EMAIL, SIGN_INS_PER_ACCOUNT } from "@podo/contract/limits"
import type { RateLimit } from "@podo/redis/rate-limit"

const QUARTER_HOUR_SECONDS = 15 * 60
const DAY_SECONDS = 24 * 60 * 60

/**
 * How often what can be guessed may be tried. Limits by address are wide: behind one address of a mobile network
 * or a concert hall there are thousands of people.
 */
export const limits = {
  /** Failed sign-ins for one e-mail, from wherever they come. */
  signInsPerAccount: limit("sign-in-account", SIGN_INS_PER_ACCOUNT),
  /** Of a browser that has signed in to this account before: strangers cannot lock it out. */
  signInsPerDevice: limit("sign-in-device", SIGN_INS_PER_ACCOUNT),
  signInsPerAddress: limit("sign-in-address", 200),
  /**
   * Successful ones, of browsers that are new to the account: a script that owns 1,000 accounts needs three quarters
   * of an hour for their sessions, and people who share an address come with sessions of a week.
   */
  sessionsPerAddress: limit("session-address", 300),
  codesPerEmail: limit("code-email", CODES_PER_EMAIL),
  /** Five guesses at each: a day of them finds one code in five thousand. */
  codesPerEmailADay: { name: "code-email-day", times: 40, seconds: DAY_SECONDS },
  /** Of a person or a browser that we know: strangers who ask for codes cannot use these up. */
  codesPerAcquaintance: limit("code-known", CODES_PER_EMAIL),
  codesPerAddress: limit("code-address", 200),
  triesPerAddress: limit("code-try-address", 200),
  /** Each login counts twice: there and back. */
  googlePerAddress: limit("google-address", 400),
} as const

function limit(name: string, times: number): RateLimit {
  return { name, times, seconds: QUARTER_HOUR_SECONDS }
}
