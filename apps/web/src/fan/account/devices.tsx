import { Dialog } from "@base-ui/react/dialog"
import type { SignedInDevice } from "@podo/contract/account"
import { useMutation } from "@tanstack/react-query"
import { Monitor, Smartphone } from "lucide-react"
import { useRef } from "react"
import { useLocation } from "wouter"
import { ownZone } from "../../app/language/formats.ts"
import { useLanguage } from "../../app/language/language.ts"
import { SkeletonBlock } from "../../app/shell/skeleton.tsx"
import { Button, buttonLook } from "../../app/shell/button.tsx"
import { PageBoundary } from "../../app/shell/page-boundary.tsx"
import { tell } from "../../app/shell/toasts.tsx"
import { deviceOf } from "./device-name.ts"
import { useDevices, useEndSession } from "./devices-query.ts"
import { api } from "../../app/api/trpc.ts"
import { DialogCard } from "../../app/shell/dialog-card.tsx"
import { useFailureSentence } from "../../app/shell/failure.tsx"
import { Notice } from "../../app/shell/notice.tsx"
import { meetGuest } from "../../app/session/session.ts"

/** No device's last use is known more exactly than this. */
const KNOWN_TO_MS = 10 * 60_000

export function Devices() {
  const { words } = useLanguage()
  const heading = useRef<HTMLHeadingElement>(null)
  return (
    <section className="flex flex-col gap-3">
      <h2 ref={heading} tabIndex={-1} className="text-lg font-bold">
        {words.devices.title}
      </h2>
      {/* The rest of the page is of use without them. */}
      <PageBoundary waiting={<SkeletonBlock className="h-18 w-full rounded-3xl" />}>
        {/* The button that was pressed goes away with its line. */}
        <DeviceList onEnd={() => heading.current?.focus({ preventScroll: true })} />
      </PageBoundary>
      <SignOutEverywhere />
    </section>
  )
}

function DeviceList({ onEnd }: { onEnd: () => void }) {
  const devices = useDevices()
  return (
    <ul className="flex flex-col divide-y divide-line rounded-3xl bg-raised px-5 ring-1 ring-line sm:px-6">
      {devices.toSorted(thisFirst).map((device) => (
        <Device key={device.sessionId} device={device} onEnd={onEnd} />
      ))}
    </ul>
  )
}

function thisFirst(one: SignedInDevice, other: SignedInDevice): number {
  return Number(other.isThis) - Number(one.isThis)
}

type DeviceProps = { device: SignedInDevice; onEnd: () => void }

function Device({ device, onEnd }: DeviceProps) {
  const { words, formats } = useLanguage()
  const { isThis, sessionId, signedInAt, lastUsedAt } = device
  const name = useDeviceName(device)
  const ending = useEndSession(() => tell(words.devices.ended(name)))
  const Icon = deviceOf(device.userAgent).isHandheld ? Smartphone : Monitor
  return (
    <li className="flex min-h-18 flex-wrap items-center justify-end gap-x-4 gap-y-2 py-3">
      <Icon className="size-6 shrink-0 text-muted" aria-hidden="true" />
      <div className="min-w-0 flex-1 basis-20">
        <p className="font-semibold">
          {name}
          {isThis ? (
            <span className="ml-2 inline-block rounded-full bg-wash px-2 text-xs font-semibold text-grape-ink">
              {words.devices.here}
            </span>
          ) : null}
        </p>
        <p className="text-xs text-muted">
          {used()} · {words.devices.signedIn(formats.day(signedInAt, ownZone()))}
        </p>
      </div>
      {isThis ? null : (
        <Button
          look="outline"
          aria-label={words.devices.endOf(name)}
          onClick={() => {
            onEnd()
            ending.mutate({ sessionId })
          }}
        >
          {words.devices.end}
        </Button>
      )}
    </li>
  )

  function used() {
    if (isThis) return words.devices.usedNow
    if (Date.now() - Date.parse(lastUsedAt) < KNOWN_TO_MS) return words.devices.usedJustNow
    return words.devices.used(formats.ago(lastUsedAt))
  }
}

function useDeviceName({ userAgent }: SignedInDevice): string {
  const { words } = useLanguage()
  const { browser, system } = deviceOf(userAgent)
  if (browser === undefined) return system ?? words.devices.unknown
  return system === undefined ? browser : words.devices.named(browser, system)
}

function SignOutEverywhere() {
  const { words } = useLanguage()
  const sentence = useFailureSentence()
  const [, navigate] = useLocation()
  const leaving = useMutation({
    mutationFn: () => api.account.endAllSessions.mutate(),
    onSuccess: async () => {
      navigate("/")
      tell(words.devices.allEnded)
      await meetGuest()
    },
  })
  return (
    <Dialog.Root>
      <Dialog.Trigger className={buttonLook("quiet", "medium", "self-start")}>
        {words.devices.endAll}
      </Dialog.Trigger>
      <DialogCard title={words.devices.endAllTitle}>
        <Dialog.Description className="text-muted">{words.devices.endAllHint}</Dialog.Description>
        {leaving.error === null ? null : <Notice tone="error">{sentence(leaving.error)}</Notice>}
        <div className="grid gap-2 sm:grid-cols-2">
          <Dialog.Close className={buttonLook("outline", "large")}>
            {words.devices.endAllNo}
          </Dialog.Close>
          <Button size="large" isPending={leaving.isPending} onClick={() => leaving.mutate()}>
            {leaving.isPending ? words.account.busy : words.devices.end}
          </Button>
        </div>
      </DialogCard>
    </Dialog.Root>
  )
}
