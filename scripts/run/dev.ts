import page from "../../apps/web/src/index.html"
import { apiProgram, workerProgram } from "./api-and-worker.ts"
import { openPodo } from "./open-podo.ts"
import { passOnLive } from "./pass-on-live.ts"
import { freePort } from "./ports.ts"
import { runOrExplain } from "./problem.ts"
import type { Program } from "./programs.ts"

// The paths that the API answers, be it that nothing is there. Any other path is the page's.
const API_PATHS = ["/trpc/*", "/api/*", "/healthz", "/readyz", "/posters/*", "/metrics", "/dev/*"]

/** The page from its sources, reloading as they change, in front of the API. */
function pageProgram(port: number, apiPort: number): Program {
  async function askApi(request: Request) {
    const { pathname, search } = new URL(request.url)
    const api = `http://127.0.0.1:${apiPort}${pathname}${search}`
    return fetch(new Request(api, request), { redirect: "manual", decompress: false }).catch(
      () => new Response("The API does not answer.", { status: 502 }),
    )
  }

  const live = passOnLive(`ws://127.0.0.1:${apiPort}/live`)
  return {
    name: "The page",
    start: async () => {
      const server = Bun.serve({
        port,
        websocket: live.websocket,
        development: { hmr: true, console: true },
        routes: {
          "/*": page,
          "/live": (request, own) => live.upgrade(request, own),
          ...Object.fromEntries(API_PATHS.map((path) => [path, askApi])),
        },
      })
      const { promise: ended, resolve } = Promise.withResolvers<number>()
      return {
        ended,
        stop: async () => {
          await server.stop(true)
          resolve(0)
        },
      }
    },
  }
}

await runOrExplain(() =>
  openPodo({
    prepare: async () => {},
    programs: (env, port) => {
      const apiPort = freePort()
      const publicUrl = env["PUBLIC_URL"] || `http://localhost:${port}`
      const apiEnv = { ...env, PORT: String(apiPort), PUBLIC_URL: publicUrl }
      const watch = ["--watch", "--no-clear-screen"]
      return [apiProgram(apiEnv, watch), workerProgram(apiEnv, watch), pageProgram(port, apiPort)]
    },
  }),
)
