import { Radio } from "@base-ui/react/radio"
import { RadioGroup } from "@base-ui/react/radio-group"
import type { Language } from "@podo/contract/account"
import { useLanguage } from "../../app/language/language.ts"
import { useChooseLanguage } from "../../app/session/choose-language.ts"

const LANGUAGES = ["ko", "en"] as const satisfies Language[]

export function LanguageChoice() {
  const { words, language: spoken } = useLanguage()
  const choose = useChooseLanguage()
  return (
    <RadioGroup
      aria-label={words.me.language}
      value={spoken}
      onValueChange={(language: Language) => choose(language)}
      className="flex flex-wrap rounded-xl bg-sunken p-1"
    >
      {LANGUAGES.map((language) => (
        <Radio.Root
          key={language}
          value={language}
          lang={language}
          className="flex min-h-11 cursor-pointer items-center rounded-lg px-4 text-sm font-semibold text-muted data-[checked]:bg-raised data-[checked]:text-ink data-[checked]:shadow-card data-[checked]:ring-1 data-[checked]:ring-line-strong"
        >
          {words.me.languages[language]}
        </Radio.Root>
      ))}
    </RadioGroup>
  )
}
