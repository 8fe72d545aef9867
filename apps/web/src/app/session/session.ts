import type { Me, SignIn } from "@podo/contract/account"
import { hashKey, useQuery, useSuspenseQuery } from "@tanstack/react-query"
import { api, queryClient, trpc } from "../api/trpc.ts"
import { forgetTyping } from "./kept-typing.ts"
import { forgetSignedOut, rememberSignedOut } from "./signed-out-elsewhere.ts"

const meOptions = () => ({
  ...trpc.account.me.queryOptions(undefined, { staleTime: 60_000 }),
  queryFn: askWhoIsHere,
})

async function askWhoIsHere(): Promise<Me | null> {
  const me = await api.account.me.query()
  const before = knownMe()
  if (me === null && before) rememberSignedOut(before)
  return me
}

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

export function knownMe() {
  return queryClient.getQueryData(meOptions().queryKey)
}

/** Tells when somebody else is here than was before; a guest is somebody, too. */
export function onMeChanged(listener: () => void) {
  const me = hashKey(meOptions().queryKey)
  let before = knownMe()
  return queryClient.getQueryCache().subscribe(({ query }) => {
    if (query.queryHash !== me) return
    const now = knownMe()
    if (now === undefined || now?.userId === before?.userId) return
    const isFirst = before === undefined
    before = now
    if (!isFirst) listener()
  })
}

/** The roles that may work at the desk. */
export function isOrganizer({ roles }: Me): boolean {
  return roles.includes("organizer") || roles.includes("admin")
}

export function keepMe(me: Me) {
  queryClient.setQueryData(meOptions().queryKey, me)
}

export function askMe(): Promise<Me | null> {
  return queryClient.fetchQuery({ ...meOptions(), staleTime: 0 })
}

export async function signIn(credentials: SignIn) {
  await api.account.signIn.mutate(credentials)
  await meetAnew()
}

/** The cookie is another person's now: asks who that is, and shows them nothing of who was here before. */
export async function meetAnew() {
  tellOtherTabs("came")
  await showAnew()
}

/** From now on this is a guest. The caller leads away first from pages that only a person has. */
export async function meetGuest() {
  tellOtherTabs("left")
  await showGuest()
}

type Passage = "came" | "left"

const otherTabs = new BroadcastChannel("podo.session")

otherTabs.addEventListener("message", ({ data }: MessageEvent<Passage>) => {
  // A person who left did so of their own will: no tab greets the next one with their address.
  void (data === "left" ? showGuest() : showAnew())
})

function tellOtherTabs(passage: Passage) {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- No window: it has but one origin.
  otherTabs.postMessage(passage)
}

async function showAnew() {
  await forgetAllButMe()
  await queryClient.invalidateQueries({ queryKey: meOptions().queryKey })
}

async function showGuest() {
  forgetTyping()
  forgetSignedOut()
  queryClient.setQueryData(meOptions().queryKey, null)
  await forgetAllButMe()
}

async function forgetAllButMe() {
  await queryClient.cancelQueries()
  const me = hashKey(meOptions().queryKey)
  await queryClient.resetQueries({ predicate: ({ queryHash }) => queryHash !== me })
}
