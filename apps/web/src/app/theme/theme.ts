import { useSyncExternalStore } from "react"
import { applyTheme, keepTheme, keptTheme, type Theme } from "./applied-theme.ts"

let current = keptTheme()
const listeners = new Set<() => void>()

export function useTheme(): Theme {
  return useSyncExternalStore(subscribe, () => current)
}

export function setTheme(theme: Theme) {
  current = theme
  keepTheme(theme)
  applyTheme(theme)
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
