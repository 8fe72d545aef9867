import { Menu } from "@base-ui/react/menu"
import type { ReactNode } from "react"

export const MENU_LINE =
  "flex min-h-11 w-full items-center gap-3 rounded-lg px-3 text-sm font-medium outline-none data-[highlighted]:bg-sunken"

export function MenuCard({ children }: { children: ReactNode }) {
  return (
    <Menu.Portal>
      <Menu.Positioner align="end" sideOffset={8} className="z-40">
        <Menu.Popup className="max-w-[min(20rem,calc(100vw-2rem))] min-w-52 rounded-2xl bg-raised p-1.5 text-ink shadow-float ring-1 ring-line transition-[opacity,scale] duration-150 outline-none data-[ending-style]:scale-95 data-[ending-style]:opacity-0 data-[starting-style]:scale-95 data-[starting-style]:opacity-0">
          {children}
        </Menu.Popup>
      </Menu.Positioner>
    </Menu.Portal>
  )
}
