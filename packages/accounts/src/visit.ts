/** The parts of a request, and of its answer, that an account action needs. */
export type Visit = {
  headers: Headers
  /** Of the person, not of a proxy in between; an IPv6 address stands for its network. */
  address: string
  /** Adds a Set-Cookie header to the answer. */
  setCookie: (cookie: string) => void
}
