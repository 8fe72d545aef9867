import { useLocation } from "wouter"
import { useLanguage } from "../language/language.ts"
import { ButtonLink } from "./button.tsx"

/** From a page that cannot be shown to the one that it belongs to. */
export function WayOn() {
  const { words } = useLanguage()
  const [path] = useLocation()
  if (path.startsWith("/desk/")) return <ButtonLink href="/desk">{words.header.desk}</ButtonLink>
  return <ButtonLink href="/">{words.failure.backHome}</ButtonLink>
}
