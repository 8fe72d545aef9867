import { SEARCH_CHARS_MAX } from "@podo/contract/limits"
import { Search, X } from "lucide-react"
import { useEffect, useRef, useState } from "react"
import { useLanguage } from "../../app/language/language.ts"
import { endsInHalfSyllable } from "./match.ts"

const TYPING_PAUSE_MS = 250
// A Korean syllable is put together key by key: the pause after each is no end of typing yet.
const COMPOSING_PAUSE_MS = 400

type SearchBoxProps = { search: string; onSearch: (search: string) => void }

/** Searches as one types, a little after the last key. */
function useTyping({ search, onSearch }: SearchBoxProps) {
  const [typed, setTyped] = useState(search)
  const [searched, setSearched] = useState(search)
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined)

  // A person who has gone to another page meanwhile must not be called back by a search that is still to come.
  useEffect(() => () => clearTimeout(pause.current), [])

  // The address changed by itself (going back, clearing the filters): show what it says.
  if (search !== searched) {
    setSearched(search)
    if (search !== typed.trim()) setTyped(search)
  }

  const type = (text: string, isComposing: boolean) => {
    setTyped(text)
    clearTimeout(pause.current)
    if (isComposing && endsInHalfSyllable(text)) return
    const pauseMs = isComposing ? COMPOSING_PAUSE_MS : TYPING_PAUSE_MS
    pause.current = setTimeout(() => onSearch(text), pauseMs)
  }
  const searchNow = (text: string) => {
    setTyped(text)
    clearTimeout(pause.current)
    onSearch(text)
  }
  return { typed, type, searchNow }
}

export function SearchBox(props: SearchBoxProps) {
  const { words } = useLanguage()
  const { typed, type, searchNow } = useTyping(props)
  return (
    <search className="relative mt-3 w-full max-w-xl">
      <form
        className="relative flex items-center"
        onSubmit={(submitted) => {
          submitted.preventDefault()
          searchNow(typed)
        }}
      >
        <Search className="pointer-events-none absolute left-4.5 size-5 text-muted" aria-hidden />
        <input
          type="text"
          inputMode="search"
          enterKeyHint="search"
          role="searchbox"
          aria-label={words.home.search}
          placeholder={words.home.searchHint}
          maxLength={SEARCH_CHARS_MAX}
          value={typed}
          onChange={(changed) =>
            type(changed.target.value, (changed.nativeEvent as InputEvent).isComposing)
          }
          onCompositionEnd={(ended) => type(ended.currentTarget.value, false)}
          className="min-h-13 w-full rounded-2xl bg-raised pr-13 pl-12.5 text-base shadow-card ring-1 ring-line ring-inset placeholder:text-muted hover:ring-line-strong"
        />
        {typed === "" ? null : (
          <button
            type="button"
            aria-label={words.home.clearSearch}
            onClick={() => searchNow("")}
            className="absolute right-1 grid size-11 place-items-center rounded-xl text-muted hover:text-ink"
          >
            <X className="size-4.5" aria-hidden="true" />
          </button>
        )}
      </form>
    </search>
  )
}
