import type { Language, StartGoogle } from "@podo/contract/account"
import { useMutation, useQuery } from "@tanstack/react-query"
import { trpc } from "../../app/api/trpc.ts"
import { useLanguage } from "../../app/language/language.ts"
import { Button } from "../../app/shell/button.tsx"
import { Notice } from "../../app/shell/notice.tsx"
import { GoogleMark } from "./google-mark.tsx"
import { withWayBack } from "../../app/session/way-back.ts"

/** Below all else: whether there is such a way is known late, and nothing may move when it is. */
export function GoogleWay({ next }: { next: string }) {
  const { words, language } = useLanguage()
  const { data: ways } = useQuery(
    trpc.account.waysIn.queryOptions(undefined, { staleTime: Infinity }),
  )
  const leaving = useMutation({
    mutationFn: () => googleAddress(next, language),
    onSuccess: (url) => location.assign(url),
  })
  if (!ways?.google) return null
  return (
    <div className="flex flex-col gap-4">
      <p
        aria-hidden="true"
        className="flex items-center gap-3 text-xs text-muted before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line"
      >
        {words.google.or}
      </p>
      <Button
        look="outline"
        size="large"
        isPending={leaving.isPending}
        onClick={() => leaving.mutate()}
      >
        <GoogleMark />
        {words.google.enter}
      </Button>
      {leaving.error === null ? null : (
        <Notice tone="error">{words.google.problems.unknown}</Notice>
      )}
    </div>
  )
}

async function googleAddress(next: string, language: Language): Promise<string> {
  const answer = await fetch("/api/auth/sign-in/social", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({
      provider: "google",
      callbackURL: next,
      errorCallbackURL: withWayBack("/sign-in", next),
      language,
    } satisfies StartGoogle),
  })
  const { url } = (await answer.json()) as { url?: string }
  if (!answer.ok || url === undefined) throw new Error(`Google cannot be asked: ${answer.status}.`)
  return url
}
