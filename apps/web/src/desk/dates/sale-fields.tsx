import { HOLD_MINUTES_MAX, LIMIT_PER_USER_MAX } from "@podo/contract/limits"
import { useLanguage } from "../../app/language/language.ts"
import { NumberField, SelectField, WallTimeField } from "../desk-fields.tsx"
import type { DatesTyped } from "./dates-typed.ts"
import { CANCELLINGS, CLOSINGS } from "./dates-typing.ts"

/** Asked once for all dates of the form. */
export function SaleFields({ typing, kind, timeZone, onChange }: DatesTyped) {
  const { words } = useLanguage()
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <WallTimeField
        name="dates.saleOpensAt"
        label={words.deskForm.saleOpensAt}
        value={typing.saleOpensAt}
        onValue={(saleOpensAt) => onChange({ saleOpensAt })}
        timeZone={timeZone}
      />
      <SelectField
        name="dates.saleClosesAt"
        label={words.deskForm.saleClosesAt}
        value={typing.closing[kind]}
        onValue={(value) => {
          const closing = CLOSINGS.find((each) => each === value)
          if (closing) onChange({ closing: { ...typing.closing, [kind]: closing } })
        }}
      >
        {CLOSINGS.map((closing) => (
          <option key={closing} value={closing}>
            {words.deskForm.closings[closing]}
          </option>
        ))}
      </SelectField>
      <SelectField
        name="dates.cancelUntil"
        label={words.deskForm.cancelUntil}
        value={typing.cancelling}
        onValue={(value) => {
          const cancelling = CANCELLINGS.find((each) => each === value)
          if (cancelling) onChange({ cancelling })
        }}
        className="sm:col-span-2"
      >
        {CANCELLINGS.map((cancelling) => (
          <option key={cancelling} value={cancelling}>
            {words.deskForm.cancellings[cancelling]}
          </option>
        ))}
      </SelectField>
      <NumberField
        name="dates.limitPerUser"
        label={words.deskForm.limit}
        hint={words.deskForm.limitHint(LIMIT_PER_USER_MAX)}
        value={typing.limitPerUser}
        onValue={(limitPerUser) => onChange({ limitPerUser })}
      />
      <NumberField
        name="dates.holdMinutes"
        label={words.deskForm.holdMinutes}
        hint={words.deskForm.holdHint(HOLD_MINUTES_MAX)}
        value={typing.holdMinutes}
        onValue={(holdMinutes) => onChange({ holdMinutes })}
      />
    </div>
  )
}
