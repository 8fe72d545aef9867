import { useEffect } from "react"
import { useLanguage } from "../language/language.ts"

/** Names the tab, the history entry, and what a screen reader says on arrival. */
export function PageTitle({ title }: { title?: string }) {
  const { words } = useLanguage()
  const full = title === undefined ? words.product : `${title} · ${words.product}`
  useEffect(() => {
    document.title = full
  }, [full])
  return null
}
