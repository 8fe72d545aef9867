import { lazy } from "react"
import { Redirect, Route, Switch } from "wouter"
import { isOrganizer, useKnownMe } from "../app/session/session.ts"
import { signInHref } from "../app/session/way-back.ts"
import { useLanguage } from "../app/language/language.ts"
import { ButtonLink } from "../app/shell/button.tsx"
import { Empty } from "../app/shell/empty.tsx"
import { NotFound } from "../app/shell/not-found.tsx"
import { PageBoundary } from "../app/shell/page-boundary.tsx"
import { PageTitle } from "../app/shell/page-title.tsx"
import { SkeletonBlock } from "../app/shell/skeleton.tsx"

const DeskPage = lazy(async () => ({ default: (await import("./desk-page.tsx")).DeskPage }))
const NewEventPage = lazy(async () => ({
  default: (await import("./event/new-event-page.tsx")).NewEventPage,
}))
const DeskEventPage = lazy(async () => ({
  default: (await import("./event/desk-event-page.tsx")).DeskEventPage,
}))
const HallsPage = lazy(async () => ({
  default: (await import("./halls/halls-page.tsx")).HallsPage,
}))
const NewHallPage = lazy(async () => ({
  default: (await import("./halls/new-hall-page.tsx")).NewHallPage,
}))
const RoomPage = lazy(async () => ({ default: (await import("./room/room-page.tsx")).RoomPage }))
const SalePage = lazy(async () => ({ default: (await import("./sale/sale-page.tsx")).SalePage }))

/** All that is at the desk, for those who may be there. */
export function DeskPages() {
  const me = useKnownMe()
  if (me === null) return <Redirect to={signInHref()} replace />
  if (!isOrganizer(me)) return <NotOrganizer />
  return (
    <Switch>
      <Route path="/desk">{() => page("desk", <DeskPage />)}</Route>
      <Route path="/desk/events/new">{() => page("new event", <NewEventPage />)}</Route>
      <Route path="/desk/events/:eventId">
        {({ eventId }) => page(eventId, <DeskEventPage eventId={eventId} />)}
      </Route>
      <Route path="/desk/events/:eventId/performances/:performanceId/room">
        {(ids) => page(ids.performanceId, <RoomPage {...ids} />)}
      </Route>
      <Route path="/desk/halls">{() => page("halls", <HallsPage />)}</Route>
      <Route path="/desk/halls/new">{() => page("new hall", <NewHallPage />)}</Route>
      <Route path="/desk/performances/:performanceId">
        {({ performanceId }) => page(performanceId, <SalePage performanceId={performanceId} />)}
      </Route>
      <Route>
        <NotFound />
      </Route>
    </Switch>
  )
}

function page(key: string, children: React.ReactNode) {
  return (
    <PageBoundary key={key} waiting={<DeskSkeleton />}>
      {children}
    </PageBoundary>
  )
}

/** No error: they may have come by a link of a colleague. */
function NotOrganizer() {
  const { words } = useLanguage()
  return (
    <>
      <PageTitle title={words.desk.title} />
      <Empty level="h1" title={words.desk.notOrganizer} hint={words.desk.notOrganizerHint}>
        <ButtonLink href="/">{words.failure.backHome}</ButtonLink>
      </Empty>
    </>
  )
}

const ROWS = ["a", "b", "c"]

function DeskSkeleton() {
  return (
    <div className="flex flex-col gap-6">
      <SkeletonBlock className="h-9 w-52" />
      {ROWS.map((row) => (
        <SkeletonBlock key={row} className="h-28 w-full rounded-2xl" />
      ))}
    </div>
  )
}
