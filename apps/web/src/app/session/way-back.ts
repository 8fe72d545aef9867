/** The sign-in page's address, with the way back to where the person is. */
export function signInHref(from = location.pathname + location.search): string {
  return withWayBack("/sign-in", from)
}

/** The address of a page that leads back to `next` when it is done. */
export function withWayBack(path: string, next: string): string {
  return next === "/" ? path : `${path}?next=${encodeURIComponent(next)}`
}

/** Only a path of this site: "//host", "/\\host" and what else a browser reads so would lead away from it. */
export function wayBack(search: string, home = "/"): string {
  const next = new URLSearchParams(search).get("next") ?? home
  const here = "https://here.invalid"
  if (!next.startsWith("/") || !URL.canParse(next, here)) return home
  const { origin, pathname, search: parameters, hash } = new URL(next, here)
  // "/..//host" is on this site, and what is left when its dots are gone is not.
  if (origin !== here || pathname.startsWith("//")) return home
  return pathname + parameters + hash
}
