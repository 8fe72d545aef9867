import type { Hall } from "@podo/contract/hall"
import type { DatesKind } from "./dates-typing.ts"

/** The dates that a form asks for, and where they are. */
export type DatesAsked = {
  kind: DatesKind
  /** Null as long as none is chosen. */
  hall: Hall | null
  timeZone: string
  currency: string
}
