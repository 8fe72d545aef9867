import type { Stores } from "@podo/stores/stores"
import { mintPerformance, type PerformanceWishes } from "@podo/db/testing"
import { mintSession, type openTestApi, type Visitor } from "./api.ts"

/** The page of a fresh performance, and people who look at it, none of them with JavaScript. */
export async function mintPage(
  stores: Stores,
  api: ReturnType<typeof openTestApi>,
  wishes: PerformanceWishes,
) {
  const { performanceId, eventId, area } = await mintPerformance(stores, wishes)
  const path = `/events/${eventId}/performances/${performanceId}/line`
  const openPerson = async (language: "ko" | "en" = "en") => {
    const { token, userId } = await mintSession(stores)
    await api.mutate("account.update", { language }, token)
    const visitor = api.openVisitor({
      headers: { authorization: `Bearer ${token}`, "accept-language": language },
    })
    return { ...browserOf(visitor, path), userId, token }
  }
  return { performanceId, eventId, area, path, openPerson }
}

/** The behaviour of a browser without JavaScript with the page. */
export function browserOf(visitor: Visitor, path: string) {
  const seen = async (response: Response | Promise<Response>) => pageOf(await response)
  return {
    visitor,
    look: (at = path) => seen(visitor.fetch(at)),
    /** Sends a form, and follows where the answer leads, as a browser does. */
    press: async (action: string, fields: Record<string, string> = {}) => {
      const response = await visitor.fetch(`${path}/${action}`, {
        method: "POST",
        headers: { "content-type": "application/x-www-form-urlencoded" },
        body: new URLSearchParams(fields).toString(),
      })
      const to = response.headers.get("location")
      return seen(to === null ? response : visitor.fetch(to))
    },
  }
}

export async function pageOf(response: Response) {
  const text = await response.text()
  const [, seconds, address] =
    /http-equiv="refresh" content="(\d+);\s*url=([^"]*)"/.exec(text) ?? []
  const hidden = [...text.matchAll(/type="hidden" name="(\w+)" value="([^"]*)"/g)]
  return {
    status: response.status,
    headers: response.headers,
    text,
    words: text.replaceAll(/<[^>]*>/g, " ").replaceAll(/\s+/g, " "),
    reload: seconds === undefined ? null : { seconds: Number(seconds), address: address ?? "" },
    fields: Object.fromEntries(hidden.map(([, name = "", value = ""]) => [name, value])),
    actions: [...text.matchAll(/action="[^"]*\/([\w-]+)"/g)].map(([, action]) => action),
  }
}
