import type { EventDetail } from "@podo/contract/catalog"
import { refusalOf } from "../api/refusals.ts"
import { useLanguage } from "../language/language.ts"
import { Button } from "../shell/button.tsx"
import { Notice } from "../shell/notice.tsx"
import { setQuantity } from "./choice.ts"
import type { PlaceNames } from "./place-names.ts"
import { useRefusalSentence } from "./refusal-sentence.ts"
import type { Choosing } from "./use-choice.ts"
import type { Claim } from "./use-claim.ts"

type ClaimProblemProps = { event: EventDetail; choosing: Choosing; claim: Claim; names: PlaceNames }

/** Why nothing is held. Where fewer are left than were wanted, those can be had with one press. */
export function ClaimProblem({ event, choosing, claim, names }: ClaimProblemProps) {
  const { words, formats } = useLanguage()
  const sentence = useRefusalSentence(names, event.timeZone)
  const refusal = refusalOf(claim.error)
  // The seats that are gone are named already.
  if (claim.error === null || refusal?.code === "PLACES_TAKEN") return null
  const left = refusal?.code === "NOT_ENOUGH_PLACES" ? refusal.remaining : 0
  const { standing } = choosing.choice
  return (
    <Notice tone="error">
      <p>{sentence(claim.error)}</p>
      {left > 0 && standing !== null ? (
        <Button
          look="outline"
          className="mt-2"
          onClick={() => {
            const fewer = setQuantity(standing.area, left, choosing.max)
            choosing.change(fewer)
            claim.claim(fewer)
          }}
        >
          {words.performance.holdFewer(formats.number(left))}
        </Button>
      ) : null}
    </Notice>
  )
}
