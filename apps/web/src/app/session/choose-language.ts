import type { Language } from "@podo/contract/account"
import { useMutation } from "@tanstack/react-query"
import { mustSignIn } from "../api/refusals.ts"
import { api } from "../api/trpc.ts"
import { setLanguage, spokenNow } from "../language/language.ts"
import { failureSentence } from "../shell/failure.tsx"
import { keepMe, useMe } from "./session.ts"

/** The page speaks it at once; somebody's mails do too, or neither does. */
export function useChooseLanguage(): (language: Language) => void {
  const me = useMe()
  const telling = useMutation({
    // One after the other: the last choice must be the last to arrive.
    scope: { id: "language" },
    mutationFn: (language: Language) => api.account.update.mutate({ language }),
    onMutate: (language) => {
      const before = spokenNow().language
      setLanguage(language)
      return before
    },
    onSuccess: keepMe,
    onError: async (error, language, before) => {
      if (mustSignIn(error)) return
      if (before !== undefined && spokenNow().language === language) setLanguage(before)
      // Not with the header: half a library comes with it.
      const { tell } = await import("../shell/toasts.tsx")
      tell(failureSentence(spokenNow(), error))
    },
  })
  return me ? telling.mutate : setLanguage
}
