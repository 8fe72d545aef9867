import { classical } from "./classical.ts"
import { concerts } from "./concerts.ts"
import type { EventPlan } from "./event-plan.ts"
import { festivals } from "./festivals.ts"
import { musicals } from "./musicals.ts"
import { plays } from "./plays.ts"

/** Every event of the demo. */
export const eventPlans: EventPlan[] = [
  ...musicals,
  ...plays,
  ...concerts,
  ...festivals,
  ...classical,
]
