import { PLACE_STATES } from "@podo/contract/limits"
import { refusalOf } from "../../app/api/refusals.ts"
import { useLanguage } from "../../app/language/language.ts"
import { Button } from "../../app/shell/button.tsx"
import { Notice } from "../../app/shell/notice.tsx"
import { setQuantity } from "./choice.ts"
import { useChoosingWords } from "../../app/language/choosing-words.ts"
import type { HallNow } from "./hall-now.ts"
import type { OnSale } from "./on-sale.ts"
import { useRefusalSentence } from "./refusal-sentence.ts"
import type { Buyer } from "./use-buyer.ts"
import { ANY_PRICE, priceKeyOf, type Wish } from "./wish.ts"

type ClaimProblemProps = { sale: OnSale; hall: HallNow; buyer: Buyer }

/** Why nothing is held, and what can be had instead with one press. */
export function ClaimProblem({ sale, hall, buyer }: ClaimProblemProps) {
  const { choosing, claim, toPanel } = buyer
  const { words, formats } = useLanguage()
  const sentence = useRefusalSentence(sale, hall)
  const refusal = refusalOf(claim.error)
  // The seats that are gone are named already, and a wait is counted down.
  const isSaid = refusal?.code === "PLACES_TAKEN" || refusal?.code === "TOO_MANY_HOLDS"
  if (claim.error === null || isSaid) return null
  const left = refusal?.code === "NOT_ENOUGH_PLACES" ? refusal.remaining : 0
  if (refusal?.code === "NOT_ENOUGH_PLACES" && claim.wished !== undefined) {
    return <NotEnough hall={hall} buyer={buyer} wished={claim.wished} left={left} />
  }
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
            toPanel()
          }}
        >
          {words.performance.holdFewer(formats.number(left))}
        </Button>
      ) : null}
    </Notice>
  )
}

type NotEnoughProps = { hall: HallNow; buyer: Buyer; wished: Wish; left: number }

/** Fewer of the same, or as many for another price: each is one press. */
function NotEnough({ hall, buyer, wished, left }: NotEnoughProps) {
  const { wishing, claim, toPanel } = buyer
  const { formats } = useLanguage()
  const say = useChoosingWords()
  const quantity = Math.min(left, wished.quantity - 1)
  const isAnySeat = priceKeyOf(wished.price) === priceKeyOf(wishing.anyPrice)
  const find = (wish: Wish) => {
    wishing.change(wish)
    claim.find(wish)
    toPanel()
  }
  return (
    <Notice tone="error">
      <p>
        {left === 0 && hasOnlyWheelchairs(hall)
          ? say.best.onlyWheelchairs
          : say.best.notEnough(left, formats.number(left))}
      </p>
      <div className="mt-2 flex flex-wrap gap-2 empty:hidden">
        {quantity < 1 ? null : (
          <Button
            look="outline"
            onClick={() =>
              find({ ...wished, quantity, wheelchairs: Math.min(wished.wheelchairs, quantity) })
            }
          >
            {say.best.findFewer(formats.number(quantity))}
          </Button>
        )}
        {wished.price.kind === "any" ? null : (
          <Button
            look="outline"
            onClick={() => find({ ...wished, price: isAnySeat ? ANY_PRICE : wishing.anyPrice })}
          >
            {isAnySeat ? say.best.findStanding : say.best.findAtAnyPrice}
          </Button>
        )}
      </div>
    </Notice>
  )
}

/** They are found only for who asks for them. */
function hasOnlyWheelchairs({ seats = [], places }: HallNow): boolean {
  const open = seats.filter(({ place }) => places[place] === PLACE_STATES.open)
  return open.length > 0 && open.every(({ accessible, companion }) => accessible || companion)
}
