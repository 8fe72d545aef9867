import { useState } from "react"
import { forgetForm, keepForm, keptForm } from "../app/session/kept-typing.ts"
import { useMe } from "../app/session/session.ts"

export type KeptValues<Values> = {
  /** The values to begin with. */
  values: Values
  keep: (values: Values) => void
  forget: () => void
}

/**
 * The values typed into a form, through reloads and visits to other pages; each person's own. A new
 * `release` of its shape forgets what was kept in an older one.
 */
export function useKeptValues<Values>(
  form: string,
  release: number,
  fresh: () => Values,
): KeptValues<Values> {
  const name = `${form}.${release}.${useMe()?.userId ?? ""}`
  const [values] = useState(() => (parse(keptForm(name)) as Values | null) ?? fresh())
  return {
    values,
    keep: (typed) => keepForm(name, JSON.stringify(typed)),
    forget: () => forgetForm(name),
  }
}

function parse(text: string | null): unknown {
  if (text === null) return null
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
