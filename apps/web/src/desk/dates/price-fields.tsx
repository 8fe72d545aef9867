import { Checkbox } from "@base-ui/react/checkbox"
import type { Hall } from "@podo/contract/hall"
import { Check } from "lucide-react"
import { useController, useFormContext, useFormState } from "react-hook-form"
import type { Formats } from "../../app/language/formats.ts"
import { useLanguage } from "../../app/language/language.ts"
import { MoneyField, NumberField } from "../desk-fields.tsx"
import type { DatesAsked } from "./dates-asked.ts"
import {
  hasSharedGrades,
  isGround,
  type PriceGroup,
  priceGroupsOf,
  usualCapacity,
  type WithDates,
} from "./dates-typing.ts"

export function PriceFields({ hall, kind, currency }: DatesAsked) {
  const { words } = useLanguage()
  const { field } = useController<WithDates, "dates.isByArea">({ name: "dates.isByArea" })
  if (hall === null) return <p className="text-sm text-muted">{words.deskForm.pricesWait}</p>
  const groups = priceGroupsOf(hall, field.value)
  return (
    <>
      {hasSharedGrades(hall) ? <ByArea isByArea={field.value} onChange={field.onChange} /> : null}
      {groups.length > PRICED_ONE_BY_ONE_MAX ? (
        <OnePrice groups={groups} currency={currency} />
      ) : null}
      <div className="grid gap-4 sm:grid-cols-2">
        {groups.map((group) => (
          <PriceOfGroup key={group.key} {...{ group, hall, kind, currency }} />
        ))}
      </div>
    </>
  )
}

const PRICED_ONE_BY_ONE_MAX = 4

type OnePriceProps = { groups: PriceGroup[]; currency: string }

/** A stadium has dozens of areas and few prices: written to all of them, then the others are changed. */
function OnePrice({ groups, currency }: OnePriceProps) {
  const { words } = useLanguage()
  const { setValue } = useFormContext<WithDates>()
  const { isSubmitted } = useFormState()
  return (
    <MoneyField
      name="onePrice"
      label={words.deskForm.onePrice}
      hint={words.deskForm.onePriceHint}
      isOptional
      onPrice={(price) => {
        for (const { key } of groups) {
          setValue(`dates.prices.${key}`, price, { shouldValidate: isSubmitted })
        }
      }}
      currency={currency}
      className="sm:max-w-72"
    />
  )
}

type PriceOfGroupProps = Pick<DatesAsked, "kind" | "currency"> & { hall: Hall; group: PriceGroup }

/** A price, and where nobody has a seat the number of places beside it. */
function PriceOfGroup({ group, hall, kind, currency }: PriceOfGroupProps) {
  const { words, formats, named } = useLanguage()
  const { key, areas } = group
  const names = areas.map((area) => named(area.name, area.englishName))
  const grade = areas[0]?.grade
  const places = areas.reduce((sum, { capacity }) => sum + capacity, 0)
  const title = key.startsWith("grade-") && grade ? grade : (names[0] ?? "")
  const capacityLabel = kind === "days" ? words.deskForm.capacityADay : words.deskForm.capacity
  return (
    <>
      <MoneyField<WithDates>
        name={`dates.prices.${key}`}
        label={words.deskForm.price(title)}
        currency={currency}
        {...(!isGround(hall) && {
          hint:
            names.length === 1 && names[0] === title
              ? words.deskHalls.places(formats.number(places))
              : words.deskForm.areasOf(shortList(names, formats), formats.number(places)),
        })}
      />
      {isGround(hall)
        ? areas.map((area) => (
            <NumberField<WithDates>
              key={area.area}
              name={`dates.capacities.${area.area}`}
              label={capacityLabel(named(area.name, area.englishName))}
              usual={usualCapacity(area, kind)}
            />
          ))
        : null}
    </>
  )
}

/** A stadium has dozens of areas: the first and the last say which. */
function shortList(names: string[], { between }: Formats): string {
  return names.length <= 4 ? names.join(", ") : between(names[0] ?? "", names.at(-1) ?? "")
}

type ByAreaProps = { isByArea: boolean; onChange: (isByArea: boolean) => void }

function ByArea({ isByArea, onChange }: ByAreaProps) {
  const { words } = useLanguage()
  return (
    // oxlint-disable-next-line jsx-a11y/label-has-associated-control -- The box within is a button of its own kind.
    <label className="-my-1.5 flex min-h-11 cursor-pointer items-center gap-3 self-start text-sm font-medium">
      <Checkbox.Root
        checked={isByArea}
        onCheckedChange={onChange}
        className="grid size-6 place-items-center rounded-md bg-raised ring-1 ring-line-strong ring-inset data-[checked]:bg-grape data-[checked]:ring-grape"
      >
        <Checkbox.Indicator className="text-white">
          <Check className="size-4" strokeWidth={3} aria-hidden="true" />
        </Checkbox.Indicator>
      </Checkbox.Root>
      {words.deskForm.byArea}
    </label>
  )
}
