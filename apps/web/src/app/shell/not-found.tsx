import { useLanguage } from "../language/language.ts"
import { Empty } from "./empty.tsx"
import { PageTitle } from "./page-title.tsx"
import { WayOn } from "./way-on.tsx"

export function NotFound({ hint }: { hint?: string }) {
  const { words } = useLanguage()
  return (
    <>
      <PageTitle title={words.failure.notFoundTitle} />
      <Empty level="h1" title={words.failure.notFoundTitle} hint={hint ?? words.failure.notFound}>
        <WayOn />
      </Empty>
    </>
  )
}
