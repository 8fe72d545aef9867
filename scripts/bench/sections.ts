import { availability, list, search } from "./catalog/catalog-sections.ts"
import { live } from "./live/live-section.ts"
import { line } from "./line/line-section.ts"
import { map } from "./map/map-section.ts"
import { browsers } from "./map/two-browsers-section.ts"
import { pages } from "./ramp/ramp-section.ts"
import type { Section } from "./section.ts"
import { aloneSection } from "./sections/alone.ts"
import { beside } from "./sections/beside.ts"
import { booking } from "./sections/booking.ts"
import { best, claim } from "./sections/claim.ts"
import { cancel, confirm } from "./sections/confirm.ts"
import { contention } from "./sections/contention.ts"
import { empty } from "./sections/empty.ts"
import { visitors, waiting } from "./sections/load-tests.ts"
import { overload } from "./sections/overload.ts"
import { redis } from "./sections/redis.ts"
import { sizes } from "./sections/sizes.ts"

/** In the order in which they run, and are told. */
export const sections: Section[] = [
  booking,
  aloneSection,
  sizes,
  empty,
  claim,
  best,
  confirm,
  cancel,
  contention,
  overload,
  beside,
  redis,
  line,
  list,
  search,
  availability,
  live,
  visitors,
  waiting,
  pages,
  map,
  browsers,
]
