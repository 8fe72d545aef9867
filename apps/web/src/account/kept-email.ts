const KEPT_AS = "podo.email"

// In the tab and not in an address: from sign-in to sign-up and to a new password nobody types it twice.

export function keptEmail(): string {
  return sessionStorage.getItem(KEPT_AS) ?? ""
}

export function keepEmail(email: string) {
  sessionStorage.setItem(KEPT_AS, email)
}

/** Whoever comes to this screen next is not greeted with somebody else's address. */
export function forgetEmail() {
  sessionStorage.removeItem(KEPT_AS)
}
