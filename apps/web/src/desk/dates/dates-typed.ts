import type { Hall } from "@podo/contract/hall"
import type { DatesKind, DatesTyping } from "./dates-typing.ts"

/** The dates typed so far, and where. */
export type DatesTyped = {
  typing: DatesTyping
  kind: DatesKind
  /** Null as long as none is chosen. */
  hall: Hall | null
  timeZone: string
  currency: string
  onChange: (change: Partial<DatesTyping>) => void
}
