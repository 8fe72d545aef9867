export const THEMES = ["system", "light", "dark"] as const
export type Theme = (typeof THEMES)[number]

const KEPT_AS = "podo.theme"

export function keptTheme(): Theme {
  const kept = localStorage.getItem(KEPT_AS)
  return THEMES.find((theme) => theme === kept) ?? "system"
}

export function keepTheme(theme: Theme) {
  localStorage.setItem(KEPT_AS, theme)
}

/** The stylesheet reads the attribute; without one it follows the device. */
export function applyTheme(theme: Theme) {
  if (theme === "system") delete document.documentElement.dataset["theme"]
  else document.documentElement.dataset["theme"] = theme
}
