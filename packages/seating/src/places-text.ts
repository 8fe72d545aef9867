import { areaOf } from "@podo/catalog/known-terms"
import type { PricedArea } from "@podo/catalog/sale-terms.queries"
import type { Place } from "@podo/contract/ids"
import { z } from "zod"

/** Places in their order as a text, by area: see areas.lua. */
export function textOfPlaces(terms: { areas: PricedArea[] }, places: Place[]): string {
  const groups = Map.groupBy(places.toSorted(ascending), (place) => areaOf(terms, place).area)
  return [...groups].map(([area, its]) => `${area}:${its.join(",")}`).join(";")
}

/** The places in such a text, or in one without areas. */
export const PlacesText = z
  .string()
  .regex(/^([a-z0-9-]+:\d+(,\d+)*(;[a-z0-9-]+:\d+(,\d+)*)*|\d+(,\d+)*|)$/)
  .transform(placesIn)

export function placesIn(text: string): Place[] {
  if (text === "") return []
  return text.split(";").flatMap((group) =>
    group
      .slice(group.indexOf(":") + 1)
      .split(",")
      .map(Number),
  )
}

export const ascending = (one: Place, other: Place) => one - other
