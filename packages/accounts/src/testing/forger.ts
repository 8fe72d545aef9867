import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT } from "jose"
import type { GoogleSettings } from "../google.ts"

type Forged = {
  claims?: Record<string, unknown>
  alg?: "RS256" | "HS256" | "none"
  key?: "own" | "foreign"
}

const CLIENT = { clientId: "podo", clientSecret: "a-secret-between-podo-and-its-provider" }

/** A provider that answers as it is told to: what a real one never does, Podo has to see through. */
export async function openForger() {
  const own = await generateKeyPair("RS256", { extractable: true })
  const foreign = await generateKeyPair("RS256")
  const key = { ...(await exportJWK(own.publicKey)), alg: "RS256", use: "sig", kid: "own" }
  const answers = new Map<string, () => Response | Promise<Response>>()
  const server = Bun.serve({
    port: 0,
    hostname: "127.0.0.1",
    routes: {
      "/jwks": () => Response.json({ keys: [key] }),
      "/token": async (request) => {
        const code = new URLSearchParams(await request.text()).get("code") ?? ""
        return answers.get(code)?.() ?? Response.json({ error: "invalid_grant" }, { status: 400 })
      },
    },
    fetch: () => new Response(null, { status: 404 }),
  })
  const origin = `http://127.0.0.1:${server.port}`

  /** An ID token that would be good, but for what is asked. */
  async function forge({ claims, alg = "RS256", key: whose = "own" }: Forged): Promise<string> {
    const now = Math.floor(Date.now() / 1000)
    const payload = { iss: origin, aud: CLIENT.clientId, iat: now, exp: now + 60, ...claims }
    if (alg === "none") return new UnsecuredJWT(payload).encode()
    const pair = whose === "own" ? own : foreign
    // The public key as the secret of a signature is the classic of these forgeries.
    const signer = alg === "RS256" ? pair.privateKey : new TextEncoder().encode(key.n)
    return new SignJWT(payload).setProtectedHeader({ alg, kid: key.kid }).sign(signer)
  }

  const settings: GoogleSettings = {
    ...CLIENT,
    issuer: origin,
    authorizationUrl: `${origin}/auth`,
    tokenUrl: `${origin}/token`,
    jwksUrl: `${origin}/jwks`,
  }
  return {
    settings,
    forge,
    /** The answer of the token endpoint to a request with this code. */
    answer: (code: string, how: () => Response | Promise<Response>) => answers.set(code, how),
    close: () => server.stop(true),
  }
}

export type Forger = Awaited<ReturnType<typeof openForger>>
