import { askMe, knownMe, onMeChanged } from "../session/session.ts"
import { type Connection, openConnection, type Pace } from "./connection.ts"

const PACE: Pace = {
  firstMs: 500,
  lastMs: 15_000,
  silenceMs: 20_000,
  answerMs: 5_000,
  steadyMs: 10_000,
  lingerMs: 30_000,
  againMs: 3_000,
}

/** Signing out is told to this page as well; only a session that ended elsewhere has to be asked for. */
const ASK_ME_AFTER_MS = 300

let connection: Connection | undefined

/** This tab's connection. Made when it is first asked for, opened when something is wanted of it. */
export function live(): Connection {
  connection ??= ofTab()
  return connection
}

function ofTab(): Connection {
  const { protocol, host } = location
  const own = openConnection({
    url: `${protocol === "https:" ? "wss" : "ws"}://${host}/live`,
    pace: PACE,
    onSessionEnded: askWhoIsHereSoon,
  })
  let hearsAs: string | null | undefined
  own.hear((news) => {
    if (news.news !== "connected") return
    hearsAs = news.userId
    const me = knownMe()
    if (me !== undefined && (me?.userId ?? null) !== hearsAs) askWhoIsHereSoon()
  })
  onMeChanged(() => {
    if (!own.isConnected() || (knownMe()?.userId ?? null) !== hearsAs) own.renew()
  })
  for (const turn of ["online", "offline"]) window.addEventListener(turn, own.wake)
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") own.wake()
  })
  // A page with an open connection cannot be kept for the way back to it.
  window.addEventListener("pagehide", own.rest)
  window.addEventListener("pageshow", ({ persisted }) => {
    if (persisted) own.wake()
  })
  return own
}

function askWhoIsHereSoon() {
  setTimeout(() => void askMe().catch(() => undefined), ASK_ME_AFTER_MS)
}
