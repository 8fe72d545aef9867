import type { AppRouter } from "@podo/api/router"
import { createTRPCClient, httpLink, TRPCClientError } from "@trpc/client"

/** A Podo that runs somewhere, as one signed-in person sees it: typed from here to the router. */
export const connectApi = (url: string, token: string, others: Record<string, string> = {}) =>
  createTRPCClient<AppRouter>({
    links: [
      httpLink({ url: `${url}/trpc`, headers: { authorization: `Bearer ${token}`, ...others } }),
    ],
  })

export type Api = ReturnType<typeof connectApi>

/** Why a call did not succeed: the refusal's code, or what went wrong with the network or the server. */
export function codeOf(error: unknown): string {
  if (!(error instanceof TRPCClientError)) throw error
  const data = error.data as { refusal?: { code: string }; code?: string } | undefined
  return data?.refusal?.code ?? data?.code ?? "NO_ANSWER"
}
