/** The line's own words before the page's title. */
export type Call = { words: string; isTurn: boolean }

/**
 * A tab has one title, whatever number of lines it waits in: whose turn it is speaks first, then who came first. It can
 * be shown again and again, for whatever else names the page does so when it likes.
 */
export function titleOf(page: { title: string }) {
  const calls = new Map<unknown, Call>()
  let own = page.title
  let shown = own
  function show() {
    // Somebody else has written it since: that is the page's own.
    if (page.title !== shown) own = page.title
    const all = [...calls.values()]
    const call = all.find(({ isTurn }) => isTurn) ?? all[0]
    shown = call === undefined ? own : `${call.words} · ${own}`
    if (page.title !== shown) page.title = shown
  }
  return {
    show,
    say: (line: unknown, call: Call) => {
      calls.set(line, call)
      show()
    },
    /** Answers with whether any other line has still something to say. */
    end: (line: unknown): boolean => {
      calls.delete(line)
      show()
      return calls.size > 0
    },
  }
}
