import { Area } from "@podo/contract/ids"
import { AREA_CHARS_MAX } from "@podo/contract/limits"

/** Room for what tells two areas apart. */
const SLUG_CHARS_MAX = AREA_CHARS_MAX - 4

const slugOf = (name: string) =>
  name
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/\p{M}/gu, "")
    .replaceAll(/[^a-z0-9]+/g, "-")
    .slice(0, SLUG_CHARS_MAX)
    .replaceAll(/^-+|-+$/g, "")

/** A short name for each area: of the letters and digits that it has, or a1, a2, a3 … */
export function areaKeysOf(names: string[]): Area[] {
  const taken = new Set<string>()
  return names.map((name, index) => {
    const wish = slugOf(name) || `a${index + 1}`
    let key = wish
    for (let number = 2; taken.has(key); number++) key = `${wish}-${number}`
    taken.add(key)
    return Area.parse(key)
  })
}
