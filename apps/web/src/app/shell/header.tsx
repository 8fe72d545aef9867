import { Languages } from "lucide-react"
import { lazy, Suspense } from "react"
import { Link } from "wouter"
import { AccountMenu } from "../session/account-menu.tsx"
import { useChooseLanguage } from "../session/choose-language.ts"
import { useLanguage } from "../language/language.ts"
import { GrapeMark } from "./grape-mark.tsx"

// Menus bring half a library with them, and nobody opens one before the page is there.
const ThemeMenu = lazy(async () => ({
  default: (await import("../theme/theme-menu.tsx")).ThemeMenu,
}))

export function Header() {
  const { words } = useLanguage()
  return (
    <header className="top-0 z-30 [@media(min-height:30rem)]:sticky border-b border-line bg-paper/90 backdrop-blur-md">
      <div className="mx-auto flex min-h-16 max-w-6xl flex-wrap items-center justify-end gap-1 px-4 sm:px-6">
        <Link
          href="/"
          aria-label={words.header.home}
          className="-ml-1 flex min-h-11 items-center gap-2 rounded-xl pr-2 pl-1"
        >
          <GrapeMark />
          <span className="text-xl font-extrabold tracking-tight whitespace-nowrap max-[22rem]:hidden">
            {words.product}
          </span>
        </Link>
        <div className="flex-1" />
        <LanguageSwitch />
        <Suspense fallback={<div className="size-11" />}>
          <ThemeMenu />
        </Suspense>
        <AccountMenu />
      </div>
    </header>
  )
}

function LanguageSwitch() {
  const { language, words } = useLanguage()
  const choose = useChooseLanguage()
  const other = language === "ko" ? "en" : "ko"
  return (
    <button
      type="button"
      lang={other}
      onClick={() => choose(other)}
      className="flex min-h-11 items-center gap-1.5 rounded-xl px-2.5 text-sm font-semibold whitespace-nowrap text-muted hover:bg-sunken hover:text-ink"
    >
      <Languages className="size-5 max-sm:hidden" aria-hidden="true" />
      {words.header.otherLanguage}
    </button>
  )
}
