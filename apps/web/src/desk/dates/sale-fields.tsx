import { HOLD_MINUTES_MAX, LIMIT_PER_USER_MAX } from "@podo/contract/limits"
import { useLanguage } from "../../app/language/language.ts"
import { NumberField, SelectField, WallTimeField } from "../desk-fields.tsx"
import type { DatesAsked } from "./dates-asked.ts"
import { CANCELLINGS, CLOSINGS, type WithDates } from "./dates-typing.ts"

/** Asked once for all dates of the form. */
export function SaleFields({ kind, timeZone }: Pick<DatesAsked, "kind" | "timeZone">) {
  const { words } = useLanguage()
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <WallTimeField<WithDates>
        name="dates.saleOpensAt"
        label={words.deskForm.saleOpensAt}
        timeZone={timeZone}
      />
      <SelectField<WithDates>
        // By its kind: the field of the one is not the field of the other.
        key={kind}
        name={`dates.closing.${kind}`}
        label={words.deskForm.saleClosesAt}
      >
        {CLOSINGS.map((closing) => (
          <option key={closing} value={closing}>
            {words.deskForm.closings[closing]}
          </option>
        ))}
      </SelectField>
      <SelectField<WithDates>
        name="dates.cancelling"
        label={words.deskForm.cancelUntil}
        className="sm:col-span-2"
      >
        {CANCELLINGS.map((cancelling) => (
          <option key={cancelling} value={cancelling}>
            {words.deskForm.cancellings[cancelling]}
          </option>
        ))}
      </SelectField>
      <NumberField<WithDates>
        name="dates.limitPerUser"
        label={words.deskForm.limit}
        hint={words.deskForm.limitHint(LIMIT_PER_USER_MAX)}
      />
      <NumberField<WithDates>
        name="dates.holdMinutes"
        label={words.deskForm.holdMinutes}
        hint={words.deskForm.holdHint(HOLD_MINUTES_MAX)}
      />
    </div>
  )
}
