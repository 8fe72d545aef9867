import type { Me, SignIn } from "@podo/contract/account"
import { hashKey, useQuery, useSuspenseQuery } from "@tanstack/react-query"
import { api, queryClient, trpc } from "../api/trpc.ts"

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

export function keepMe(me: Me) {
  queryClient.setQueryData(meOptions().queryKey, me)
}

export async function signIn(credentials: SignIn) {
  await api.account.signIn.mutate(credentials)
  await meetAnew()
}

/** The cookie is another person's now: asks who that is, and shows them nothing of who was here before. */
export async function meetAnew() {
  await forgetAllButMe()
  await queryClient.invalidateQueries({ queryKey: meOptions().queryKey })
}

/** From now on this is a guest. The caller leads away first from pages that only a person has. */
export async function meetGuest() {
  queryClient.setQueryData(meOptions().queryKey, null)
  await forgetAllButMe()
}

async function forgetAllButMe() {
  await queryClient.cancelQueries()
  const me = hashKey(meOptions().queryKey)
  await queryClient.resetQueries({ predicate: ({ queryHash }) => queryHash !== me })
}
