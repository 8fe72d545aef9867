import type { EventPlan } from "../event-plan.ts"
import { mulbitForest, starclusterFinal } from "./festival-posters.ts"
import type { Wording } from "./ink.ts"
import { moonlitPansori, nightOfStrings, waterConcerto } from "./classical-posters.ts"
import { galaxyStation, midnightDiner, neonGarden, temperatureOfQuiet } from "./concert-posters.ts"
import { desertBicycle, foxAndClockmaker, lastLighthouse, threeDoors } from "./play-posters.ts"
import { blueWhale, paperMoonCity, vineyardGhost } from "./musical-posters.ts"

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
  "starcluster-final": starclusterFinal,
  "night-of-strings": nightOfStrings,
  "moonlit-pansori": moonlitPansori,
  "water-concerto": waterConcerto,
}

/** A word a line, but a single letter never stands alone. */
const linesOf = (title: string) => title.replace(/^(.) /, "$1\u00a0").split(" ")

/** An SVG document of 600 × 800. */
export function posterOf({ key, title, englishTitle, hall }: EventPlan): string {
  const draw = drawings[key]
  if (!draw) throw new Error(`Nobody has drawn a poster for ${key}.`)
  return draw({
    title: linesOf(title),
    english: englishTitle,
    house: hall.venue.name,
  })
}
