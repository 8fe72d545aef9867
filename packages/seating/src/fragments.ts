import admissionLua from "./admission.lua" with { type: "text" }
import areasLua from "./areas.lua" with { type: "text" }
import bestApartLua from "./best-apart.lua" with { type: "text" }
import bestBesideLua from "./best-beside.lua" with { type: "text" }
import bestTogetherLua from "./best-together.lua" with { type: "text" }
import claimLua from "./claim.lua" with { type: "text" }
import dueLua from "./due.lua" with { type: "text" }
import endedHoldsLua from "./ended-holds.lua" with { type: "text" }
import feedLua from "./feed.lua" with { type: "text" }
import foldFeedLua from "./fold-feed.lua" with { type: "text" }
import holdsLua from "./holds.lua" with { type: "text" }
import letGoLua from "./let-go.lua" with { type: "text" }
import passingTimeLua from "./passing-time.lua" with { type: "text" }
import performanceLua from "./performance.lua" with { type: "text" }
import returningLua from "./returning.lua" with { type: "text" }
import runsLua from "./runs.lua" with { type: "text" }
import saleLua from "./sale.lua" with { type: "text" }
import statesLua from "./states.lua" with { type: "text" }
import usersLua from "./users.lua" with { type: "text" }
import writeRunsLua from "./write-runs.lua" with { type: "text" }

/** Shared Lua, by the names under which scripts include it. */
export const fragments = {
  admission: admissionLua,
  areas: areasLua,
  "best-apart": bestApartLua,
  "best-beside": bestBesideLua,
  "best-together": bestTogetherLua,
  claim: claimLua,
  due: dueLua,
  "ended-holds": endedHoldsLua,
  feed: feedLua,
  "fold-feed": foldFeedLua,
  holds: holdsLua,
  "let-go": letGoLua,
  "passing-time": passingTimeLua,
  performance: performanceLua,
  returning: returningLua,
  runs: runsLua,
  sale: saleLua,
  states: statesLua,
  users: usersLua,
  "write-runs": writeRunsLua,
} as const
