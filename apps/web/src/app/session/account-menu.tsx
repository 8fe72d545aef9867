import { lazy, Suspense } from "react"
import { useLocation } from "wouter"
import { useLanguage } from "../language/language.ts"
import { ButtonLink } from "../shell/button.tsx"
import { useMe } from "./session.ts"
import { signInHref } from "./way-back.ts"

const SignedInMenu = lazy(async () => ({
  default: (await import("./signed-in-menu.tsx")).SignedInMenu,
}))

/** They have a way back of their own, which is not themselves. */
const ENTRANCES = new Set(["/sign-in", "/sign-up", "/password"])

export function AccountMenu() {
  const { words } = useLanguage()
  const me = useMe()
  // Read again on each navigation: the way back is the page the person is on.
  useLocation()
  if (me === undefined) return <div className="h-11 w-20" />
  if (me !== null) {
    return (
      <Suspense fallback={<div className="h-11 w-11 sm:w-32" />}>
        <SignedInMenu me={me} />
      </Suspense>
    )
  }
  const isEntrance = ENTRANCES.has(location.pathname)
  const href = isEntrance ? `/sign-in${location.search}` : signInHref()
  return (
    <ButtonLink
      href={href}
      look={isEntrance ? "outline" : "primary"}
      className="ml-1 whitespace-nowrap"
    >
      {words.header.signIn}
    </ButtonLink>
  )
}
