import { SEARCH_CHARS_MAX } from "@podo/contract/limits"
import { Search, X } from "lucide-react"
import { useEffect, useRef, useState } from "react"
import { useLanguage } from "../../app/language/language.ts"

const TYPING_PAUSE_MS = 250

/** Searches once the typing pauses. The search text is personal, and stays out of the address. */
export function SearchField({ onSearch }: { onSearch: (search: string) => void }) {
  const { words } = useLanguage()
  const [typed, setTyped] = useState("")
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(pause.current), [])

  const type = (text: string, pauseMs: number) => {
    setTyped(text)
    clearTimeout(pause.current)
    pause.current = setTimeout(() => onSearch(text.trim()), pauseMs)
  }
  return (
    <search className="relative min-w-0 flex-1 basis-72">
      <form
        className="relative flex items-center"
        onSubmit={(submitted) => {
          submitted.preventDefault()
          type(typed, 0)
        }}
      >
        <Search className="pointer-events-none absolute left-4 size-5 text-muted" aria-hidden />
        <input
          type="text"
          inputMode="search"
          enterKeyHint="search"
          role="searchbox"
          aria-label={words.deskSale.search}
          placeholder={words.deskSale.searchHint}
          maxLength={SEARCH_CHARS_MAX}
          autoCapitalize="none"
          spellCheck={false}
          value={typed}
          onChange={(changed) => type(changed.target.value, TYPING_PAUSE_MS)}
          className="min-h-11 w-full rounded-xl bg-raised pr-12 pl-11 text-base ring-1 ring-line-strong ring-inset placeholder:text-muted"
        />
        {typed === "" ? null : (
          <button
            type="button"
            aria-label={words.deskSale.clearSearch}
            onClick={() => type("", 0)}
            className="absolute right-0 grid size-11 place-items-center rounded-xl text-muted hover:text-ink"
          >
            <X className="size-4.5" aria-hidden="true" />
          </button>
        )}
      </form>
    </search>
  )
}
