import { createContext } from "react"
import type { SeatLook } from "./seat-look.ts"
import type { SeatWords } from "../app/language/seat-words.ts"

type Rules = {
  /** Besides open seats nothing can be selected, unless this says so. */
  pressable?: ReadonlySet<SeatLook>
  /** A page whose reader is no buyer may call things otherwise. Must keep its identity. */
  reword?: (say: SeatWords) => SeatWords
}

/** The differences of a map that nobody buys from. */
export const SeatRules = createContext<Rules>({})
