type Told = { title: string; body: string; tag: string }

/** Chrome on Android shows none that a page makes, and says so only when it is too late. */
export const canNotify = () =>
  "Notification" in globalThis && isSecureContext && !/Android/.test(navigator.userAgent)

export const notificationState = () => (canNotify() ? Notification.permission : "denied")

/** Asks the person, who has pressed for it. */
export function askToNotify(): Promise<NotificationPermission> {
  return Notification.requestPermission()
}

/** Only where it is allowed, and nobody is looking at the page. */
export function notify({ title, body, tag }: Told) {
  if (notificationState() !== "granted" || !document.hidden) return
  try {
    const told = new Notification(title, { body, tag, requireInteraction: true })
    told.addEventListener("click", () => {
      focus()
      told.close()
    })
  } catch {
    // Some browsers have it, and refuse it to pages.
  }
}
