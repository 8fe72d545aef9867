import { useState } from "react"
import { forgetForm, keepForm, keptForm } from "../app/session/kept-typing.ts"
import { useMe } from "../app/session/session.ts"

type Kept<State> = [State, (change: Partial<State>) => void, () => void]

/**
 * The values typed into a form, through reloads and visits to other pages; each person's own. A new
 * `release` of its shape forgets what was kept in an older one.
 */
export function useKeptState<State extends object>(
  form: string,
  release: number,
  fresh: () => State,
): Kept<State> {
  const name = `${form}.${release}.${useMe()?.userId ?? ""}`
  const [state, setState] = useState(() => (parse(keptForm(name)) as State | null) ?? fresh())
  const change = (changed: Partial<State>) =>
    setState((before) => {
      const next = { ...before, ...changed }
      keepForm(name, JSON.stringify(next))
      return next
    })
  const startOver = () => {
    forgetForm(name)
    setState(fresh())
  }
  return [state, change, startOver]
}

function parse(text: string | null): unknown {
  if (text === null) return null
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
