import type { HallPlan } from "./hall-plan.ts"
import { park } from "./park.ts"
import { stadium } from "./stadium.ts"
import { studio } from "./studio.ts"
import { theatre } from "./theatre.ts"
import { village } from "./village.ts"

/** Every hall of the demo. */
export const hallPlans: HallPlan[] = [studio, theatre, park, village, stadium]
