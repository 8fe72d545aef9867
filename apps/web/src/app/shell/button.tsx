import type { ComponentProps } from "react"
import { Link } from "wouter"

type Look = "primary" | "quiet" | "quiet-danger" | "outline" | "danger"
type Size = "medium" | "large"

const BASE =
  "inline-flex items-center justify-center gap-2 rounded-xl text-center font-semibold transition-colors select-none disabled:cursor-not-allowed aria-disabled:cursor-progress aria-disabled:opacity-80"

const LOOKS: Record<Look, string> = {
  primary:
    "bg-grape text-white hover:bg-grape-deep disabled:bg-sunken disabled:text-muted disabled:ring-1 disabled:ring-line disabled:ring-inset",
  "quiet-danger": "text-ember hover:bg-ember-wash",
  quiet: "text-grape-ink hover:bg-wash disabled:text-muted",
  outline:
    "bg-raised text-ink ring-1 ring-line ring-inset hover:bg-sunken hover:ring-line-strong disabled:bg-sunken disabled:text-muted",
  danger: "bg-ember-wash text-ember ring-1 ring-ember/30 ring-inset hover:ring-ember",
}

const SIZES: Record<Size, string> = {
  medium: "min-h-11 px-4 py-2 text-sm",
  large: "min-h-13 px-6 py-3 text-base",
}

export function buttonLook(look: Look = "primary", size: Size = "medium", more = "") {
  return `${BASE} ${LOOKS[look]} ${SIZES[size]} ${more}`
}

type Dressed = { look?: Look; size?: Size; className?: string }

type ButtonProps = ComponentProps<"button"> &
  Dressed & {
    /** Pressed already. Not disabled: the focus would be lost to the page. */
    isPending?: boolean
  }

export function Button({ look, size, className, isPending = false, ...rest }: ButtonProps) {
  const pending = isPending ? { "aria-disabled": true, onClick: undefined } : {}
  return (
    <button type="button" {...rest} {...pending} className={buttonLook(look, size, className)} />
  )
}

type ButtonLinkProps = Dressed & { href: string; children: React.ReactNode; "aria-label"?: string }

/** Goes somewhere, and looks like a button. */
export function ButtonLink({ look, size, className, ...rest }: ButtonLinkProps) {
  return <Link {...rest} className={buttonLook(look, size, className)} />
}
