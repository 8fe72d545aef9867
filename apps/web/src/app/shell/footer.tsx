import { useLanguage } from "../language/language.ts"
import { GrapeMark } from "./grape-mark.tsx"

export function Footer() {
  const { words } = useLanguage()
  return (
    <footer className="mt-20 border-t border-line bg-sunken">
      <div className="mx-auto flex max-w-6xl flex-col gap-1.5 px-4 py-10 text-sm text-muted sm:px-6">
        <p className="flex items-start gap-2 font-semibold text-ink">
          <GrapeMark className="size-5 shrink-0" />
          {words.footer.promise}
        </p>
        <p>{words.footer.license}</p>
      </div>
    </footer>
  )
}
