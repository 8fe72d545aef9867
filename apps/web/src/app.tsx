import { QueryClientProvider } from "@tanstack/react-query"
import { lazy, Suspense, type ReactNode } from "react"
import { Route, Switch } from "wouter"
import { AccountBones } from "./account/account-bones.tsx"
import { queryClient } from "./api/trpc.ts"
import { EventBones } from "./event/event-bones.tsx"
import { HomeBones } from "./home/home-bones.tsx"
import { addWords, useLanguage } from "./language/language.ts"
import { PerformanceBones } from "./performance/performance-bones.tsx"
import { useAskedAhead } from "./performance/use-asked-ahead.ts"
import { BookingsBones } from "./booking/bookings-bones.tsx"
import { Footer } from "./shell/footer.tsx"
import { Header } from "./shell/header.tsx"
import { NotFound } from "./shell/not-found.tsx"
import { PageBoundary } from "./shell/page-boundary.tsx"
import { MAIN_ID, RouteArrival } from "./shell/route-arrival.tsx"
import { WaitsElsewhere } from "./waiting-room/waits-elsewhere.tsx"

const HomePage = lazy(async () => ({ default: (await import("./home/home-page.tsx")).HomePage }))
const EventPage = lazy(async () => ({
  default: (await import("./event/event-page.tsx")).EventPage,
}))
const PerformancePage = lazy(async () => ({
  default: (await import("./performance/performance-page.tsx")).PerformancePage,
}))
const BookingsPage = lazy(async () => ({
  default: (await import("./booking/bookings-page.tsx")).BookingsPage,
}))
// What is said at the desk comes with it: fans do not carry its words.
const DeskPages = lazy(async () => {
  const [{ DeskPages: pages }, { deskWords }] = await Promise.all([
    import("./desk/desk-pages.tsx"),
    import("./language/desk-words.ts"),
  ])
  addWords(deskWords)
  return { default: pages }
})
const Toasts = lazy(async () => ({ default: (await import("./shell/toasts.tsx")).Toasts }))
const SignInPage = lazy(async () => ({
  default: (await import("./account/sign-in-page.tsx")).SignInPage,
}))
const SignUpPage = lazy(async () => ({
  default: (await import("./account/sign-up-page.tsx")).SignUpPage,
}))
const AccountPage = lazy(async () => ({
  default: (await import("./account/account-page.tsx")).AccountPage,
}))
const PasswordPage = lazy(async () => ({
  default: (await import("./account/password-page.tsx")).PasswordPage,
}))

export function App() {
  return (
    <QueryClientProvider client={queryClient}>
      <RouteArrival />
      <SkipLink />
      <div>
        <Header />
        <WaitsElsewhere />
        {/* As high as the screen: what loads late never pushes the footer about before one's eyes. */}
        <main
          id={MAIN_ID}
          tabIndex={-1}
          className="mx-auto min-h-[calc(100dvh-4rem)] w-full max-w-6xl px-4 pt-6 sm:px-6 sm:pt-10"
        >
          <Pages />
        </main>
        <Footer />
      </div>
      <Suspense>
        <Toasts />
      </Suspense>
    </QueryClientProvider>
  )
}

function Pages() {
  return (
    <Switch>
      <Route path="/">
        <Page key="home" waiting={<HomeBones />}>
          <HomePage />
        </Page>
      </Route>
      <Route path="/events/:eventId">
        {({ eventId }) => (
          <Page key={eventId} waiting={<EventBones />}>
            <EventPage eventId={eventId} />
          </Page>
        )}
      </Route>
      <Route path="/events/:eventId/performances/:performanceId">
        {(ids) => <OnePerformance {...ids} />}
      </Route>
      <Route path="/bookings">
        <Page key="bookings" waiting={<BookingsBones />}>
          <BookingsPage />
        </Page>
      </Route>
      <Route path="/sign-in">
        <Page key="sign-in" waiting={<div className="min-h-96" />}>
          <SignInPage />
        </Page>
      </Route>
      <Route path="/sign-up">
        <Page key="sign-up" waiting={<div className="min-h-96" />}>
          <SignUpPage />
        </Page>
      </Route>
      <Route path="/account">
        <Page key="account" waiting={<AccountBones />}>
          <AccountPage />
        </Page>
      </Route>
      <Route path="/password">
        <Page key="password" waiting={<div className="min-h-96" />}>
          <PasswordPage />
        </Page>
      </Route>
      {/* One way in: whoever may not be at the desk is told so before any of its pages asks for anything. */}
      <Route path="/desk/*?">
        <Page key="desk" waiting={<div className="min-h-96" />}>
          <DeskPages />
        </Page>
      </Route>
      <Route>
        <NotFound />
      </Route>
    </Switch>
  )
}

function OnePerformance({ eventId, performanceId }: { eventId: string; performanceId: string }) {
  useAskedAhead(eventId, performanceId)
  return (
    <Page key={performanceId} waiting={<PerformanceBones />}>
      <PerformancePage eventId={eventId} performanceId={performanceId} />
    </Page>
  )
}

function Page({ children, waiting }: { children: ReactNode; waiting: ReactNode }) {
  return <PageBoundary waiting={waiting}>{children}</PageBoundary>
}

function SkipLink() {
  const { words } = useLanguage()
  return (
    <a
      href={`#${MAIN_ID}`}
      className="fixed top-2 left-2 z-50 -translate-y-24 rounded-xl bg-grape px-4 py-3 font-semibold text-white focus:translate-y-0"
    >
      {words.skip}
    </a>
  )
}
