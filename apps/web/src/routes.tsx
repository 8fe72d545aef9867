import { QueryClientProvider } from "@tanstack/react-query"
import { lazy, Suspense, type ReactNode } from "react"
import { Route, Switch } from "wouter"
import { AccountSkeleton } from "./fan/account/account-skeleton.tsx"
import { queryClient } from "./app/api/trpc.ts"
import { EventSkeleton } from "./fan/event/event-skeleton.tsx"
import { HomeSkeleton } from "./fan/home/home-skeleton.tsx"
import { addWords, useLanguage } from "./app/language/language.ts"
import { PerformanceSkeleton } from "./fan/choosing/performance-skeleton.tsx"
import { useAskedAhead } from "./fan/choosing/use-asked-ahead.ts"
import { BookingsSkeleton } from "./fan/booking/bookings-skeleton.tsx"
import { Footer } from "./app/shell/footer.tsx"
import { Header } from "./app/shell/header.tsx"
import { NotFound } from "./app/shell/not-found.tsx"
import { PageBoundary } from "./app/shell/page-boundary.tsx"
import { MAIN_ID, RouteArrival } from "./app/shell/route-arrival.tsx"
import { WaitsElsewhere } from "./fan/waiting-room/waits-elsewhere.tsx"

const HomePage = lazy(async () => ({
  default: (await import("./fan/home/home-page.tsx")).HomePage,
}))
const EventPage = lazy(async () => ({
  default: (await import("./fan/event/event-page.tsx")).EventPage,
}))
const PerformancePage = lazy(async () => ({
  default: (await import("./fan/choosing/performance-page.tsx")).PerformancePage,
}))
const BookingsPage = lazy(async () => ({
  default: (await import("./fan/booking/bookings-page.tsx")).BookingsPage,
}))
// The words of the desk come with it: fans do not carry them.
const DeskPages = lazy(async () => {
  const [{ DeskPages: pages }, { deskWords }] = await Promise.all([
    import("./desk/desk-pages.tsx"),
    import("./app/language/desk-words.ts"),
  ])
  addWords(deskWords)
  return { default: pages }
})
const Toasts = lazy(async () => ({ default: (await import("./app/shell/toasts.tsx")).Toasts }))
const SignInPage = lazy(async () => ({
  default: (await import("./fan/account/sign-in-page.tsx")).SignInPage,
}))
const SignUpPage = lazy(async () => ({
  default: (await import("./fan/account/sign-up-page.tsx")).SignUpPage,
}))
const AccountPage = lazy(async () => ({
  default: (await import("./fan/account/account-page.tsx")).AccountPage,
}))
const PasswordPage = lazy(async () => ({
  default: (await import("./fan/account/password-page.tsx")).PasswordPage,
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
        <Page key="home" waiting={<HomeSkeleton />}>
          <HomePage />
        </Page>
      </Route>
      <Route path="/events/:eventId">
        {({ eventId }) => (
          <Page key={eventId} waiting={<EventSkeleton />}>
            <EventPage eventId={eventId} />
          </Page>
        )}
      </Route>
      <Route path="/events/:eventId/performances/:performanceId">
        {(ids) => <OnePerformance {...ids} />}
      </Route>
      <Route path="/bookings">
        <Page key="bookings" waiting={<BookingsSkeleton />}>
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
        <Page key="account" waiting={<AccountSkeleton />}>
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
    <Page key={performanceId} waiting={<PerformanceSkeleton />}>
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
