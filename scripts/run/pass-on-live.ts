/** The state of a browser's connection: where it is passed on to, and what it says before that is open. */
type Passing = { headers: Record<string, string>; upstream?: WebSocket; early: string[] }

const PASSED_ON = ["cookie", "origin", "user-agent"]
const COME_BACK = 1012
/** Codes that say that there was none cannot be sent. */
const isSendable = (code: number) => code === 1000 || (code >= 1007 && code < 1015) || code >= 3000

/** Hands the live connections of a page in development on to the API, which a restart of it does not outlive. */
export function passOnLive(url: string) {
  return {
    upgrade: (request: Request, server: Bun.Server<Passing>): Response | undefined => {
      const headers = Object.fromEntries(
        PASSED_ON.map((name) => [name, request.headers.get(name) ?? ""]).filter(([, said]) => said),
      ) as Passing["headers"]
      const isUpgraded = server.upgrade(request, { data: { headers, early: [] } })
      return isUpgraded ? undefined : new Response("Upgrade required.", { status: 426 })
    },
    websocket: {
      open: (browser) => {
        // Bun's own takes headers; browsers' types do not know it.
        const options = { headers: browser.data.headers } as unknown as string[]
        const upstream = new WebSocket(url, options)
        browser.data.upstream = upstream
        upstream.addEventListener("open", () => {
          for (const said of browser.data.early) upstream.send(said)
        })
        upstream.addEventListener("message", ({ data }) => void browser.send(String(data)))
        upstream.addEventListener("close", ({ code }) =>
          browser.close(isSendable(code) ? code : COME_BACK),
        )
      },
      message: ({ data: { upstream, early } }, said) => {
        if (upstream?.readyState === WebSocket.OPEN) upstream.send(said)
        else early.push(String(said))
      },
      close: ({ data }) => data.upstream?.close(),
    } satisfies Bun.WebSocketHandler<Passing>,
  }
}
