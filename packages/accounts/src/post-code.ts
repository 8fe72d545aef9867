import type { Accounts } from "./accounts.ts"
import type { CodeWish } from "./codes.queries.ts"
import { letters } from "./letters.ts"
import { findUser } from "./users.queries.ts"

/** Mails a code to whom it is for. Its answer is not waited for: how long it takes would tell whether there is somebody. */
export function postCode(accounts: Accounts, wish: CodeWish, code: string) {
  accounts.mailer.post(mailFor(accounts, wish, code))
}

/** The owner of an account is told of it instead. */
async function mailFor({ db, publicUrl }: Accounts, wish: CodeWish, code: string) {
  const { purpose, email, userId, language } = wish
  const owner = userId === null ? undefined : await findUser(db, userId)
  if (purpose === "sign-up") {
    const letter = owner
      ? letters[owner.language].alreadyHere(publicUrl)
      : letters[language].signUp(code)
    return { to: owner?.email ?? email, ...letter }
  }
  if (!owner) return null
  const letter =
    purpose === "password" ? letters[language].password(code) : letters[language].deletion(code)
  // Never to the address that was typed: two spellings that the database takes for one may be two people's.
  return { to: owner.email, ...letter }
}
