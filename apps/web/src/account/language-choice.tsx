import { Radio } from "@base-ui/react/radio"
import { RadioGroup } from "@base-ui/react/radio-group"
import type { Language, Me } from "@podo/contract/account"
import { useMutation } from "@tanstack/react-query"
import { api } from "../api/trpc.ts"
import { setLanguage, useLanguage } from "../language/language.ts"
import { useFailureSentence } from "../shell/failure.tsx"
import { tell } from "../shell/toasts.tsx"
import { keepMe } from "./session.ts"

const LANGUAGES = ["ko", "en"] as const satisfies Language[]

export function LanguageChoice({ me }: { me: Me }) {
  const { words } = useLanguage()
  const sentence = useFailureSentence()
  const choosing = useMutation({
    mutationFn: (language: Language) => api.account.update.mutate({ language }),
    // The page speaks it at once, whatever becomes of the mails.
    onMutate: setLanguage,
    onSuccess: keepMe,
    onError: (error) => tell(sentence(error)),
  })
  return (
    <RadioGroup
      aria-label={words.me.language}
      value={choosing.isPending ? choosing.variables : me.language}
      onValueChange={(language: Language) => choosing.mutate(language)}
      className="flex rounded-xl bg-sunken p-1"
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
