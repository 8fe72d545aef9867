/** The sign-in page's address, with the way back to where the person is. */
export function signInHref(from = location.pathname + location.search): string {
  return from === "/" ? "/sign-in" : `/sign-in?next=${encodeURIComponent(from)}`
}

/** Only a path of this site: "//host" and "/\host" would lead away from it. */
export function wayBack(search: string): string {
  const next = new URLSearchParams(search).get("next") ?? "/"
  return /^\/(?![/\\])/.test(next) ? next : "/"
}
