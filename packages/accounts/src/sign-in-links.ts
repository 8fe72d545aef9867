import { createHash, randomBytes } from "node:crypto"
import { UserId } from "@podo/contract/ids"
import type { Redis } from "@podo/redis/connect"
import type { Accounts } from "./accounts.ts"
import { startSession } from "./start-session.ts"
import type { Visit } from "./visit.ts"

const CODE_BYTES = 24
const LINK_SECONDS = 3_600

// The key is a hash: a reader of Redis must not be able to sign in with it.
const keyOf = (code: string) =>
  `sign-in-link:${createHash("sha256").update(code).digest("base64url")}`

/** A code that signs one person in, once, within an hour. For development: the address with it is the password. */
export async function mintSignInLink(redis: Redis, userId: UserId): Promise<string> {
  const code = randomBytes(CODE_BYTES).toString("base64url")
  await redis.set(keyOf(code), userId, "EX", LINK_SECONDS)
  return code
}

/** Signs in the person of a link, on the device that asks. False where the link is used up, too old or made up. */
export async function redeemSignInLink(
  accounts: Accounts,
  visit: Visit,
  code: string,
): Promise<boolean> {
  const userId = UserId.safeParse(await accounts.redis.getdel(keyOf(code)))
  if (!userId.success) return false
  await startSession(accounts, visit, userId.data)
  return true
}
