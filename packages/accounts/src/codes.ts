import { createHmac, randomInt } from "node:crypto"
import type { CodePurpose, CodeSent, EnteredCode } from "@podo/contract/account"
import { CodeId } from "@podo/contract/ids"
import { CODE_DIGITS, CODE_MINUTES, TRIES_PER_CODE } from "@podo/contract/limits"
import { Refused } from "@podo/contract/refusal"
import type { Transaction } from "@podo/db/connect"
import { isOrphan } from "@podo/db/errors"
import { againWhenLocked } from "@podo/db/transaction"
import { spend } from "@podo/redis/rate-limit"
import type { Accounts } from "./accounts.ts"
import {
  chargeTry,
  type CodeFor,
  type CodeRow,
  type CodeWish,
  deleteCode,
  findCode,
  insertCode,
  renewCode,
} from "./codes.queries.ts"
import { knownDevice } from "./known-device.ts"
import { limits } from "./limits.ts"
import { postCode } from "./post-code.ts"
import type { Visit } from "./visit.ts"

const CODE_MS = CODE_MINUTES * 60 * 1000

/** Before anything else is done for a code. Refuses with TOO_MANY_REQUESTS. */
export async function countCode(accounts: Accounts, visit: Visit, wish: CodeFor) {
  const { redis } = accounts
  const { purpose, email, userId } = wish
  // A person who asks to be deleted is signed in.
  const known = purpose === "deletion" ? userId : knownDevice(accounts, visit, email)
  if (known !== null) return spend(redis, limits.codesPerAcquaintance, known)
  const mailbox = mailboxOf(email)
  await spend(redis, limits.codesPerAddress, visit.address)
  await spend(redis, limits.codesPerEmail, mailbox)
  await spend(redis, limits.codesPerEmailADay, mailbox)
}

/** Many mail servers put what is addressed to name+anything where name's mail goes. */
const mailboxOf = (email: string) => email.replace(/\+[^@]*@/, "@")

/** Makes a code, and mails it if there is somebody to mail it to; whoever asks cannot tell. */
export async function sendCode(accounts: Accounts, wish: CodeWish): Promise<CodeSent> {
  const id = CodeId.parse(Bun.randomUUIDv7())
  const { code, secret } = newCode(accounts, id)
  const owned = await insertFor(accounts, { ...wish, id, ...secret })
  postCode(accounts, owned, code)
  return sent(id, secret)
}

/** An account may be deleted while somebody asks for a code to it: then it is as if there had been none. */
async function insertFor(
  { db }: Accounts,
  code: CodeWish & Pick<CodeRow, "id" | "codeHash" | "expiresAt">,
) {
  try {
    await againWhenLocked(() => insertCode(db, code))
    return code
  } catch (error) {
    if (!isOrphan(error)) throw error
    if (code.purpose === "deletion") throw new Refused({ code: "SIGN_IN_REQUIRED" })
    const unowned = { ...code, userId: null }
    await againWhenLocked(() => insertCode(db, unowned))
    return unowned
  }
}

/** Another code for what was asked before; the one before it is no longer good. Refuses with CODE_EXPIRED, TOO_MANY_REQUESTS. */
export async function resendCode(
  accounts: Accounts,
  visit: Visit,
  codeId: CodeId,
): Promise<CodeSent> {
  const asked = await findCode(accounts.db, codeId)
  if (!asked) throw new Refused({ code: "CODE_EXPIRED" })
  await countCode(accounts, visit, asked)
  const { code, secret } = newCode(accounts, codeId)
  const renewed = { id: codeId, ...secret }
  if (!(await againWhenLocked(() => renewCode(accounts.db, renewed)))) {
    throw new Refused({ code: "CODE_EXPIRED" })
  }
  postCode(accounts, asked, code)
  return sent(codeId, secret)
}

function newCode({ secret }: Accounts, id: CodeId) {
  const code = String(randomInt(10 ** CODE_DIGITS)).padStart(CODE_DIGITS, "0")
  return {
    code,
    secret: { codeHash: hashOf(secret, id, code), expiresAt: new Date(Date.now() + CODE_MS) },
  }
}

const sent = (codeId: CodeId, { expiresAt }: { expiresAt: Date }): CodeSent => ({
  codeId,
  expiresAt: expiresAt.toISOString(),
})

/**
 * The request that the code was sent for, if it is the right one and still good.
 * Refuses with CODE_WRONG, CODE_SPENT, CODE_EXPIRED or TOO_MANY_REQUESTS.
 */
export async function checkCode(
  { db, redis, secret }: Accounts,
  { address }: Visit,
  purpose: CodePurpose,
  { codeId, code }: EnteredCode,
): Promise<CodeRow> {
  await spend(redis, limits.triesPerAddress, address)
  const charged = { id: codeId, purpose, triesMax: TRIES_PER_CODE, now: new Date() }
  const hasTry = await againWhenLocked(() => chargeTry(db, charged))
  const asked = await findCode(db, codeId)
  if (!asked || asked.purpose !== purpose) throw new Refused({ code: "CODE_EXPIRED" })
  if (!hasTry) {
    const spent = asked.expiresAt > charged.now
    throw new Refused({ code: spent ? "CODE_SPENT" : "CODE_EXPIRED" })
  }
  if (asked.codeHash === hashOf(secret, codeId, code)) return asked
  const triesLeft = Math.max(0, TRIES_PER_CODE - asked.tries)
  throw new Refused(triesLeft > 0 ? { code: "CODE_WRONG", triesLeft } : { code: "CODE_SPENT" })
}

/** Uses the code up, as a part of what it does. Refuses with CODE_EXPIRED when somebody was faster. */
export async function takeCode(trx: Transaction, checked: CodeRow) {
  if (!(await deleteCode(trx, checked))) throw new Refused({ code: "CODE_EXPIRED" })
}

/** Six digits are quickly tried out by whoever reads the table, but not without the secret. */
function hashOf(secret: string, codeId: CodeId, code: string): string {
  return createHmac("sha256", secret).update(`${codeId}:${code}`).digest("hex")
}
