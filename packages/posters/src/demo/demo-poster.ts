import { blueWhale } from "./blue-whale.ts"
import { desertBicycle } from "./desert-bicycle.ts"
import { foxAndClockmaker } from "./fox-and-clockmaker.ts"
import { galaxyStation } from "./galaxy-station.ts"
import { lastLighthouse } from "./last-lighthouse.ts"
import { midnightDiner } from "./midnight-diner.ts"
import { monthOfLanterns } from "./month-of-lanterns.ts"
import { moonlitPansori } from "./moonlit-pansori.ts"
import { mulbitForest } from "./mulbit-forest.ts"
import { neonGarden } from "./neon-garden.ts"
import { nightOfStrings } from "./night-of-strings.ts"
import { paperMoonCity } from "./paper-moon-city.ts"
import { starclusterFinal } from "./starcluster-final.ts"
import { temperatureOfQuiet } from "./temperature-of-quiet.ts"
import { threeDoors } from "./three-doors.ts"
import { vineyardGhost } from "./vineyard-ghost.ts"
import { waterConcerto } from "./water-concerto.ts"
import type { Wording } from "./ink.ts"

const drawings: Record<string, (wording: Wording) => string> = {
  "vineyard-ghost": vineyardGhost,
  "paper-moon-city": paperMoonCity,
  "blue-whale": blueWhale,
  "last-lighthouse": lastLighthouse,
  "three-doors": threeDoors,
  "fox-and-clockmaker": foxAndClockmaker,
  "desert-bicycle": desertBicycle,
  "galaxy-station": galaxyStation,
  "temperature-of-quiet": temperatureOfQuiet,
  "midnight-diner": midnightDiner,
  "neon-garden": neonGarden,
  "mulbit-forest": mulbitForest,
  "month-of-lanterns": monthOfLanterns,
  "starcluster-final": starclusterFinal,
  "night-of-strings": nightOfStrings,
  "moonlit-pansori": moonlitPansori,
  "water-concerto": waterConcerto,
}

/** A word a line, but a single letter never stands alone. */
const linesOf = (title: string) => title.replace(/^(.) /, "$1\u00a0").split(" ")

/** The texts of a demo poster; `key` names the event of the demo that it is drawn for. */
export type DemoSubject = { key: string; title: string; englishTitle: string; house: string }

/** The poster of an event of the demo: an SVG document of 600 × 800. */
export function demoPosterOf({ key, title, englishTitle, house }: DemoSubject): string {
  const draw = drawings[key]
  if (!draw) throw new Error(`The demo has no poster for ${key}.`)
  return draw({ title: linesOf(title), english: englishTitle, house })
}
