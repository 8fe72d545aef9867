import { Radio } from "@base-ui/react/radio"
import { RadioGroup } from "@base-ui/react/radio-group"
import { List, Map as MapIcon } from "lucide-react"
import { type RefObject, useState } from "react"
import { useChoosingWords } from "../../app/language/choosing-words.ts"

type Way = "map" | "list"

const WAY_KEY = "podo.way"

/** The two equal ways to look at a hall: who prefers to read does so at every performance. */
export function useWay() {
  const [way, setWay] = useState<Way>(() =>
    localStorage.getItem(WAY_KEY) === "list" ? "list" : "map",
  )
  return {
    way,
    setWay: (chosen: Way) => {
      setWay(chosen)
      localStorage.setItem(WAY_KEY, chosen)
    },
  }
}

type WaySwitchProps = {
  way: Way
  onChange: (way: Way) => void
  ref: RefObject<HTMLDivElement | null>
}

export function WaySwitch({ way: chosen, onChange, ref }: WaySwitchProps) {
  const say = useChoosingWords()
  const ways = [
    { way: "map", Icon: MapIcon, name: say.way.map },
    { way: "list", Icon: List, name: say.way.list },
  ]
  return (
    <RadioGroup
      ref={ref}
      aria-label={say.way.legend}
      value={chosen}
      onValueChange={(way: Way) => onChange(way)}
      className="flex shrink-0 self-start rounded-xl bg-sunken p-1 max-sm:self-stretch"
    >
      {ways.map(({ way, Icon, name }) => (
        <Radio.Root
          key={way}
          value={way}
          className="flex min-h-11 cursor-pointer items-center justify-center gap-1.5 rounded-lg px-4 text-sm font-semibold text-muted data-[checked]:bg-raised data-[checked]:text-ink data-[checked]:shadow-card data-[checked]:ring-1 data-[checked]:ring-line-strong max-sm:flex-1"
        >
          <Icon className="size-4" aria-hidden="true" />
          {name}
        </Radio.Root>
      ))}
    </RadioGroup>
  )
}
