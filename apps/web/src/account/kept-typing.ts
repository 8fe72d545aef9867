const KEPT_AS = { email: "podo.email", name: "podo.name" }

type Field = keyof typeof KEPT_AS

// In the tab and not in an address: from sign-in to sign-up and to a new password nobody types it twice.

export function keptTyping(field: Field): string {
  return sessionStorage.getItem(KEPT_AS[field]) ?? ""
}

export function keepTyping(field: Field, typed: string) {
  sessionStorage.setItem(KEPT_AS[field], typed)
}

/** Whoever comes to this screen next is not greeted with somebody else's address. */
export function forgetTyping() {
  for (const key of Object.values(KEPT_AS)) sessionStorage.removeItem(key)
}
