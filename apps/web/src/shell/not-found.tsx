import { useLanguage } from "../language/language.ts"
import { ButtonLink } from "./button.tsx"
import { Empty } from "./empty.tsx"
import { PageTitle } from "./page-title.tsx"

export function NotFound({ hint }: { hint?: string }) {
  const { words } = useLanguage()
  return (
    <>
      <PageTitle title={words.failure.notFoundTitle} />
      <Empty level="h1" title={words.failure.notFoundTitle} hint={hint ?? words.failure.notFound}>
        <ButtonLink href="/">{words.failure.backHome}</ButtonLink>
      </Empty>
    </>
  )
}
