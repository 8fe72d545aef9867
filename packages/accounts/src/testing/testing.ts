import { createServer, type IncomingMessage, type ServerResponse } from "node:http"
import { exportJWK, generateKeyPair } from "jose"
import { Provider } from "oidc-provider"
import type { GoogleSettings } from "../google.ts"

/** The profile of a person at the provider. */
export type Profile = { email?: string; email_verified?: boolean; name?: string }

const CLIENT = { clientId: "podo", clientSecret: "a-secret-between-podo-and-its-provider" }
const DAY_SECONDS = 24 * 60 * 60

/**
 * A real OpenID provider in Google's place, on a port of this machine. It asks who one is (a subject, no password),
 * and one can say no. Podo is registered with it under one way back.
 */
export async function openProvider(redirectUri: string) {
  const profiles = new Map<string, Profile>()
  const port = await listen()
  const origin = `http://127.0.0.1:${port.number}`
  const provider = new Provider(origin, {
    clients: [
      {
        client_id: CLIENT.clientId,
        client_secret: CLIENT.clientSecret,
        redirect_uris: [redirectUri],
        token_endpoint_auth_method: "client_secret_post",
      },
    ],
    pkce: { required: () => true },
    claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name"] },
    // As Google does: all that it knows of a person is in the ID token.
    conformIdTokenClaims: false,
    findAccount: (_context, sub) => ({
      accountId: sub,
      claims: () => ({ sub, ...profiles.get(sub) }),
    }),
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    jwks: { keys: [await newKey()] },
    cookies: { keys: [crypto.randomUUID()] },
    ttl: {
      AccessToken: DAY_SECONDS,
      Grant: DAY_SECONDS,
      IdToken: DAY_SECONDS,
      Interaction: DAY_SECONDS,
      Session: DAY_SECONDS,
    },
  })
  const answer = provider.callback()
  port.answerWith((request, response) => {
    if (!request.url?.startsWith("/interaction/")) return answer(request, response)
    return interact(provider, request, response)
  })

  const settings: GoogleSettings = {
    ...CLIENT,
    issuer: origin,
    authorizationUrl: `${origin}/auth`,
    tokenUrl: `${origin}/token`,
    jwksUrl: `${origin}/jwks`,
  }
  return {
    settings,
    /** By subject; who is not in here has no e-mail and no name. */
    profiles,
    /** Goes through the provider's pages as the browser of this subject would: the address that leads back to Podo. */
    logIn: (url: string, subject: string) => walk(url, redirectUri, { subject }),
    refuse: (url: string) => walk(url, redirectUri, { refuse: "yes" }),
    close: port.close,
  }
}

export type OpenIdProvider = Awaited<ReturnType<typeof openProvider>>

async function newKey() {
  const { privateKey } = await generateKeyPair("RS256", { extractable: true })
  return { ...(await exportJWK(privateKey)), alg: "RS256", use: "sig", kid: crypto.randomUUID() }
}

/** The provider has to know its own address before it can be made. */
async function listen() {
  type Listener = (request: IncomingMessage, response: ServerResponse) => unknown
  let listener: Listener = (_request, response) => response.end()
  const server = createServer((request, response) => void listener(request, response))
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening))
  const address = server.address()
  if (address === null || typeof address === "string") throw new Error("The provider has no port.")
  return {
    number: address.port,
    answerWith: (answer: Listener) => {
      listener = answer
    },
    close: () => {
      server.closeAllConnections()
      return new Promise<void>((closed) => server.close(() => closed()))
    },
  }
}

const PAGE = `<!doctype html><html lang="en"><title>Provider</title><h1>Who are you?</h1>
<form method="post">
  <label>Subject <input name="subject"></label>
  <button>Continue</button>
  <button name="refuse" value="yes">Cancel</button>
</form></html>`

async function interact(provider: Provider, request: IncomingMessage, response: ServerResponse) {
  if (request.method !== "POST") {
    response.setHeader("content-type", "text/html").end(PAGE)
    return
  }
  const form = await formOf(request)
  if (form.get("refuse")) {
    await provider.interactionFinished(request, response, { error: "access_denied" })
    return
  }
  const accountId = form.get("subject") ?? ""
  const grant = new provider.Grant({ accountId, clientId: CLIENT.clientId })
  grant.addOIDCScope("openid email profile")
  const grantId = await grant.save()
  await provider.interactionFinished(request, response, {
    login: { accountId },
    consent: { grantId },
  })
}

async function formOf(request: IncomingMessage): Promise<URLSearchParams> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return new URLSearchParams(Buffer.concat(chunks).toString())
}

const STEPS_MAX = 10

async function walk(
  start: string,
  redirectUri: string,
  form: Record<string, string>,
): Promise<string> {
  const cookies = new Map<string, string>()
  let url = start
  let init: RequestInit = {}
  for (let step = 0; step < STEPS_MAX; step++) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ")
    const response = await fetch(url, { ...init, redirect: "manual", headers: { cookie } })
    for (const set of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(set) ?? []
      cookies.set(name, value)
    }
    const location = response.headers.get("location")
    if (location) url = new URL(location, url).href
    if (url.startsWith(redirectUri)) return url
    if (!response.ok && !location) throw new Error(`${url} says: ${await response.text()}`)
    init = location ? {} : { method: "POST", body: new URLSearchParams(form) }
  }
  throw new Error(`The provider never led back to ${redirectUri}.`)
}
