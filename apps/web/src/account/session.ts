import { useQuery, useSuspenseQuery } from "@tanstack/react-query"
import { queryClient, trpc } from "../api/trpc.ts"

const meOptions = () => trpc.account.me.queryOptions(undefined, { staleTime: 60_000 })

/** Undefined while it is being asked, null for a guest. */
export function useMe() {
  return useMeQuery().data
}

export function useMeQuery() {
  return useQuery(meOptions())
}

/** For pages that are nothing without a person: waits until it is known who that is. */
export function useKnownMe() {
  return useSuspenseQuery(meOptions()).data
}

export type Credentials = { email: string; password: string }
export type NewAccount = Credentials & { name: string }

/** Why an account could not be used; `unknown` is a defect. */
export type AccountProblem =
  | "wrong"
  | "emailTaken"
  | "emailInvalid"
  | "passwordShort"
  | "tooMany"
  | "unreachable"
  | "unknown"

const PROBLEMS: Record<string, AccountProblem> = {
  INVALID_EMAIL_OR_PASSWORD: "wrong",
  INVALID_PASSWORD: "wrong",
  USER_NOT_FOUND: "wrong",
  USER_ALREADY_EXISTS: "emailTaken",
  USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL: "emailTaken",
  INVALID_EMAIL: "emailInvalid",
  PASSWORD_TOO_SHORT: "passwordShort",
}

export class AccountProblemError extends Error {
  override readonly name = "AccountProblemError"
  readonly problem: AccountProblem
  constructor(problem: AccountProblem) {
    super(problem)
    this.problem = problem
  }
}

export async function signIn(credentials: Credentials) {
  await post("/api/auth/sign-in/email", credentials)
  await meetAnew()
}

export async function signUp(account: NewAccount) {
  await post("/api/auth/sign-up/email", account)
  await meetAnew()
}

export async function signOut() {
  await post("/api/auth/sign-out", {})
  await meetAnew()
}

/** Nothing that one person saw may be shown to the next. */
async function meetAnew() {
  await queryClient.cancelQueries()
  await queryClient.resetQueries()
}

async function post(path: string, body: object) {
  const answer = await fetch(path, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  }).catch(() => undefined)
  if (answer?.ok) return
  throw new AccountProblemError(await problemOf(answer))
}

async function problemOf(answer: Response | undefined): Promise<AccountProblem> {
  if (answer === undefined) return "unreachable"
  if (answer.status === 429) return "tooMany"
  const body = (await answer.json().catch(() => undefined)) as { code?: string } | undefined
  return PROBLEMS[body?.code ?? ""] ?? "unknown"
}
