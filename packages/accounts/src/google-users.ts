import { Email, type Language } from "@podo/contract/account"
import { UserId } from "@podo/contract/ids"
import { NAME_CHARS_MAX } from "@podo/contract/limits"
import type { Database, Transaction } from "@podo/db/connect"
import { isDuplicate } from "@podo/db/errors"
import { inTransaction } from "@podo/db/transaction"
import { type GoogleClaims, LoginFailed } from "./google.ts"
import { findUserAtGoogle, insertUserAtGoogle, lockUserByEmail } from "./google-users.queries.ts"
import { insertUser } from "./users.queries.ts"

const ATTEMPTS_MAX = 3

/**
 * The account of somebody at Google, made or linked when they come for the first time.
 * Fails with email_not_found, email_not_verified, account_not_linked.
 */
export async function accountOf(
  db: Database,
  claims: GoogleClaims,
  language: Language,
): Promise<UserId> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await inTransaction(db, (trx) => findOrMake(trx, claims, language))
    } catch (error) {
      // The same person in another tab was faster: now there is an account to be found.
      if (!isDuplicate(error) || attempt === ATTEMPTS_MAX) throw error
    }
  }
}

async function findOrMake(
  trx: Transaction,
  claims: GoogleClaims,
  language: Language,
): Promise<UserId> {
  const known = await findUserAtGoogle(trx, claims.sub)
  if (known) return provedOf(known)
  const email = emailOf(claims)
  const owner = await lockUserByEmail(trx, email)
  // To the database some e-mails are the same that are two people's.
  if (owner && owner.email !== email) throw new LoginFailed("account_not_linked")
  const userId = owner ? provedOf(owner) : UserId.parse(Bun.randomUUIDv7())
  if (!owner) await insertUser(trx, { id: userId, name: nameOf(claims, email), email, language })
  await insertUserAtGoogle(trx, userId, claims.sub)
  return userId
}

/** An account from a time when nobody had to prove the e-mail may have been made by anyone, with a password of theirs. */
function provedOf({ id, emailVerified }: { id: UserId; emailVerified: boolean }): UserId {
  if (!emailVerified) throw new LoginFailed("account_not_linked")
  return id
}

function emailOf(claims: GoogleClaims): string {
  const email = Email.safeParse(claims.email)
  if (!email.success) throw new LoginFailed("email_not_found")
  if (claims.email_verified !== true) throw new LoginFailed("email_not_verified")
  return email.data
}

/** A name as it could have been typed here. */
function nameOf({ name = "" }: GoogleClaims, email: string): string {
  return tidy(name) || tidy(email.slice(0, email.indexOf("@")))
}

// Cleaned again after the cut, which may have left half of a sign.
const tidy = (name: string) => clean(clean(name).slice(0, NAME_CHARS_MAX))
const clean = (name: string) => name.replaceAll(/\p{C}/gu, "").trim()
