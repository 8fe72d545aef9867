import { CalendarDays } from "lucide-react"
import { lazy, Suspense, useState } from "react"
import { useLanguage } from "../../app/language/language.ts"
import { Chip } from "../../app/shell/chip.tsx"
import { type ChangeListing, type Listing, SPANS } from "./listing.ts"

// The calendar is a library of its own, and few choose their own dates.
const DatesDialog = lazy(async () => ({
  default: (await import("./dates-dialog.tsx")).DatesDialog,
}))

type DateChipsProps = { listing: Listing; onChange: ChangeListing }

/** Pressed again, a span is let go. */
export function DateChips({ listing: { when }, onChange }: DateChipsProps) {
  const { words, formats } = useLanguage()
  const [isOpen, setOpen] = useState<boolean>()
  const range = typeof when === "object" ? when : undefined
  return (
    <>
      {SPANS.map((span) => (
        <Chip
          key={span}
          isOn={when === span}
          onPress={() => onChange({ when: when === span ? undefined : span })}
        >
          {words.home.whens[span]}
        </Chip>
      ))}
      <Chip isOn={range !== undefined} onPress={() => setOpen(true)}>
        <CalendarDays className="size-4" aria-hidden="true" />
        {range === undefined ? words.home.chooseDates : formats.dayRange(range.from, range.to)}
      </Chip>
      {/* Stays once it was asked for: only then can it give the focus back when it closes. */}
      {isOpen === undefined ? null : (
        <Suspense>
          <DatesDialog
            isOpen={isOpen}
            range={range}
            onClose={() => setOpen(false)}
            onChoose={(chosen) => {
              setOpen(false)
              onChange({ when: chosen })
            }}
          />
        </Suspense>
      )}
    </>
  )
}
