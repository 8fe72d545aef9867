import { Menu } from "@base-ui/react/menu"
import type { Me } from "@podo/contract/account"
import { useMutation } from "@tanstack/react-query"
import { ClipboardList, LogOut, Ticket, UserRound } from "lucide-react"
import { Link, useLocation } from "wouter"
import { useLanguage } from "../language/language.ts"
import { MENU_LINE, MenuCard } from "../shell/menu-card.tsx"
import { tell } from "../shell/toasts.tsx"
import { api } from "../api/trpc.ts"
import { isOrganizer, meetGuest } from "./session.ts"

export function SignedInMenu({ me }: { me: Me }) {
  const { words } = useLanguage()
  const [, navigate] = useLocation()
  const leaving = useMutation({
    mutationFn: () => api.account.signOut.mutate(),
    onSuccess: async () => {
      navigate("/")
      tell(words.account.signedOut)
      await meetGuest()
    },
    onError: () => tell(words.account.signOutFailed),
  })
  return (
    <>
      <Link
        href="/bookings"
        className="hidden min-h-11 items-center rounded-xl px-3 text-sm font-semibold hover:bg-sunken sm:flex"
      >
        {words.header.bookings}
      </Link>
      <Menu.Root>
        <Menu.Trigger
          aria-label={words.header.account(me.name)}
          className="grid size-11 place-items-center rounded-full"
        >
          <span className="grid size-9 place-items-center rounded-full bg-wash font-bold text-grape-ink ring-1 ring-wash-line">
            {me.name.slice(0, 1).toUpperCase()}
          </span>
        </Menu.Trigger>
        <MenuCard>
          <div className="px-3 pt-2 pb-2.5">
            <p className="truncate font-semibold">{me.name}</p>
            <p className="truncate text-xs text-muted">{me.email}</p>
          </div>
          <Menu.LinkItem render={<Link href="/bookings" />} className={MENU_LINE} closeOnClick>
            <Ticket className="size-4.5 text-muted" aria-hidden="true" />
            {words.header.bookings}
          </Menu.LinkItem>
          {isOrganizer(me) ? (
            <Menu.LinkItem render={<Link href="/desk" />} className={MENU_LINE} closeOnClick>
              <ClipboardList className="size-4.5 text-muted" aria-hidden="true" />
              {words.header.desk}
            </Menu.LinkItem>
          ) : null}
          <Menu.LinkItem render={<Link href="/account" />} className={MENU_LINE} closeOnClick>
            <UserRound className="size-4.5 text-muted" aria-hidden="true" />
            {words.header.myAccount}
          </Menu.LinkItem>
          <Menu.Item className={MENU_LINE} onClick={() => leaving.mutate()}>
            <LogOut className="size-4.5 text-muted" aria-hidden="true" />
            {words.header.signOut}
          </Menu.Item>
        </MenuCard>
      </Menu.Root>
    </>
  )
}
