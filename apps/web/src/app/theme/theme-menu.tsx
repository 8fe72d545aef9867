import { Menu } from "@base-ui/react/menu"
import { Check, Monitor, Moon, Sun } from "lucide-react"
import { useSyncExternalStore } from "react"
import { useLanguage } from "../language/language.ts"
import { MENU_LINE, MenuCard } from "../shell/menu-card.tsx"
import { THEMES, type Theme, applyTheme, keepTheme, keptTheme } from "./applied-theme.ts"

const ICONS = { system: Monitor, light: Sun, dark: Moon }

export function ThemeMenu() {
  const { words } = useLanguage()
  const theme = useTheme()
  const Icon = ICONS[theme]
  return (
    <Menu.Root>
      <Menu.Trigger
        aria-label={words.header.theme}
        className="grid size-11 place-items-center rounded-xl text-muted hover:bg-sunken hover:text-ink data-[popup-open]:bg-sunken"
      >
        <Icon className="size-5" aria-hidden="true" />
      </Menu.Trigger>
      <MenuCard>
        <Menu.RadioGroup value={theme} onValueChange={(chosen: Theme) => setTheme(chosen)}>
          {THEMES.map((each) => (
            <ThemeChoice key={each} theme={each} />
          ))}
        </Menu.RadioGroup>
      </MenuCard>
    </Menu.Root>
  )
}

function ThemeChoice({ theme }: { theme: Theme }) {
  const { words } = useLanguage()
  const Icon = ICONS[theme]
  return (
    <Menu.RadioItem value={theme} closeOnClick className={MENU_LINE}>
      <Icon className="size-4.5 text-muted" aria-hidden="true" />
      <span className="flex-1">{words.header.themes[theme]}</span>
      <Menu.RadioItemIndicator>
        <Check className="size-4.5 text-grape-ink" aria-hidden="true" />
      </Menu.RadioItemIndicator>
    </Menu.RadioItem>
  )
}

let current = keptTheme()
const listeners = new Set<() => void>()

function useTheme(): Theme {
  return useSyncExternalStore(subscribe, () => current)
}

function setTheme(theme: Theme) {
  current = theme
  keepTheme(theme)
  applyTheme(theme)
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
