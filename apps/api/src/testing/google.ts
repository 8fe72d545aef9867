import type { Me } from "@podo/contract/account"
import type { Visitor } from "./api.ts"

export const WAY_BACK = "http://localhost/api/auth/callback/google"
export const NEXT = "/events?sort=soonest"
export const ERROR_PAGE = "/sign-in?next=%2Fevents"

/** A browser on its way to the provider: what the button on the page does. */
export async function setOff(visitor: Visitor, wish: Record<string, unknown> = {}) {
  const answer = await press(visitor, {
    provider: "google",
    callbackURL: NEXT,
    errorCallbackURL: ERROR_PAGE,
    ...wish,
  })
  if (answer.status !== 200) throw new Error(await answer.text())
  const { url } = (await answer.json()) as { url: string }
  return new URL(url)
}

export const press = (visitor: Visitor, body: unknown) =>
  visitor.fetch("/api/auth/sign-in/social", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  })

/** The browser comes back: where it is sent on to. Never anything but a redirect. */
export async function comeBack(visitor: Visitor, url: string | URL): Promise<string> {
  const { pathname, search } = new URL(url)
  const answer = await visitor.fetch(pathname + search, { headers: { accept: "text/html" } })
  const to = answer.headers.get("location")
  if (answer.status !== 302 || to === null) {
    throw new Error(`${answer.status} ${await answer.text()}`)
  }
  return to.replace("http://localhost", "")
}

export const failed = (code: string) => `${ERROR_PAGE}&error=${code}`

/** The person who is signed in on this browser; null when nobody is. */
export async function whoIs(visitor: Visitor): Promise<Me | null> {
  const { status, data, text } = await visitor.query("account.me")
  if (status !== 200) throw new Error(text)
  return data as Me | null
}
