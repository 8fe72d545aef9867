import type { Me } from "@podo/contract/account"
import { useEffect, useState } from "react"
import { keepTyping } from "./kept-typing.ts"

const KEPT_AS = "podo.signed-out"

/** Not of their own will: the sign-in page will say so, and know who they are. */
export function rememberSignedOut({ email }: Me) {
  keepTyping("email", email)
  sessionStorage.setItem(KEPT_AS, "elsewhere")
}

export function forgetSignedOut() {
  sessionStorage.removeItem(KEPT_AS)
}

/** Said once. */
export function useSignedOutElsewhere(): boolean {
  const [isSo] = useState(() => sessionStorage.getItem(KEPT_AS) !== null)
  useEffect(forgetSignedOut, [])
  return isSo
}
