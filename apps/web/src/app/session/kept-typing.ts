const KEPT_AS = { email: "podo.email", name: "podo.name" }

type Field = keyof typeof KEPT_AS

// In the tab and not in an address: from sign-in to sign-up and to a new password nobody types it twice.

export function keptTyping(field: Field): string {
  return sessionStorage.getItem(KEPT_AS[field]) ?? ""
}

export function keepTyping(field: Field, typed: string) {
  sessionStorage.setItem(KEPT_AS[field], typed)
}

const FORMS = "podo.form."

/** The values typed into a long form, under its name; null when nothing is kept. */
export function keptForm(name: string): string | null {
  return sessionStorage.getItem(FORMS + name)
}

/** Nothing that is too large for the tab to keep is worth an error. */
export function keepForm(name: string, typed: string) {
  try {
    sessionStorage.setItem(FORMS + name, typed)
  } catch {
    sessionStorage.removeItem(FORMS + name)
  }
}

export function forgetForm(name: string) {
  sessionStorage.removeItem(FORMS + name)
}

/** The next person at this screen is not greeted with somebody else's address, nor with their unfinished forms. */
export function forgetTyping() {
  for (const key of Object.values(KEPT_AS)) sessionStorage.removeItem(key)
  for (const key of Object.keys(sessionStorage)) {
    if (key.startsWith(FORMS)) sessionStorage.removeItem(key)
  }
}
