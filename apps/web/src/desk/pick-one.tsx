import { Radio } from "@base-ui/react/radio"
import { RadioGroup } from "@base-ui/react/radio-group"

type PickOneProps<Choice extends string> = {
  label: string
  choices: readonly Choice[]
  words: Record<Choice, string>
  value: Choice
  onValue: (choice: Choice) => void
}

/** A few choices side by side, of which one holds. */
export function PickOne<Choice extends string>(props: PickOneProps<Choice>) {
  const { label, choices, words, value, onValue } = props
  return (
    <RadioGroup
      aria-label={label}
      value={value}
      onValueChange={(chosen: Choice) => onValue(chosen)}
      className="flex flex-wrap self-start rounded-xl bg-sunken p-1"
    >
      {choices.map((choice) => (
        <Radio.Root
          key={choice}
          value={choice}
          className="flex min-h-11 cursor-pointer items-center rounded-lg px-4 text-sm font-semibold text-muted data-[checked]:bg-raised data-[checked]:text-ink data-[checked]:shadow-card data-[checked]:ring-1 data-[checked]:ring-line-strong"
        >
          {words[choice]}
        </Radio.Root>
      ))}
    </RadioGroup>
  )
}
