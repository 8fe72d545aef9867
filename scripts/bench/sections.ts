import { booking } from "./sections/booking.ts"
import type { Section } from "./section.ts"

/** In the order in which they run, and are told. */
export const sections: Section[] = [booking]
