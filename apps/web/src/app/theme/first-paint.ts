import { applyTheme, keptTheme } from "./applied-theme.ts"

// A blocking script of its own: the page must not flash in the other theme before the rest arrives.
applyTheme(keptTheme())
