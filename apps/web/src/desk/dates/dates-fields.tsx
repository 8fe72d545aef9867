import { useLanguage } from "../../app/language/language.ts"
import { DatesPreview } from "./dates-preview.tsx"
import type { DatesTyped } from "./dates-typed.ts"
import { PriceFields } from "./price-fields.tsx"
import { RowFields } from "./row-fields.tsx"
import { RunFields } from "./run-fields.tsx"
import { SaleFields } from "./sale-fields.tsx"

/** Which dates, how they are sold, and what they cost. */
export function DatesFields(props: DatesTyped) {
  const { words } = useLanguage()
  return (
    <>
      {props.kind === "days" ? <RunFields {...props} /> : <RowFields {...props} />}
      <Part title={words.deskForm.prices}>
        <PriceFields {...props} />
      </Part>
      <Part title={words.deskForm.sale}>
        <SaleFields {...props} />
      </Part>
      <DatesPreview {...props} />
    </>
  )
}

function Part({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <fieldset className="flex min-w-0 flex-col gap-4">
      <legend className="mb-3 font-bold">{title}</legend>
      {children}
    </fieldset>
  )
}
