import type { Category } from "@podo/contract/catalog"

/** In the order in which people read them. */
export const CATEGORIES = [
  "musical",
  "concert",
  "festival",
  "play",
  "classical",
  "sports",
] as const satisfies Category[]
