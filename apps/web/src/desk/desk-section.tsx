import { ChevronLeft } from "lucide-react"
import type { ReactNode } from "react"
import { Link } from "wouter"
import { PageTitle } from "../app/shell/page-title.tsx"

type DeskSectionProps = { title: string; hint?: ReactNode; children: ReactNode }

/** The subject of the part on the left, its fields on the right; below each other on a phone. */
export function DeskSection({ title, hint, children }: DeskSectionProps) {
  return (
    <section className="grid gap-x-10 gap-y-4 border-t border-line pt-6 lg:grid-cols-[14rem_1fr]">
      <div className="flex flex-col gap-1">
        <h2 className="text-lg font-bold">{title}</h2>
        {hint === undefined ? null : <p className="text-sm text-muted">{hint}</p>}
      </div>
      <div className="flex min-w-0 flex-col gap-5">{children}</div>
    </section>
  )
}

/** Where one came from. */
export function BackLink({ href, children }: { href: string; children: string }) {
  return (
    <Link
      href={href}
      className="-ml-2 inline-flex min-h-11 items-center gap-0.5 self-start rounded-xl pr-3 pl-1 text-sm font-semibold text-muted hover:text-ink"
    >
      <ChevronLeft className="size-5" aria-hidden="true" />
      {children}
    </Link>
  )
}

type DeskHeadProps = { back: string; backHref: string; title: string; lead?: string }

export function DeskHead({ back, backHref, title, lead }: DeskHeadProps) {
  return (
    <div className="-mt-3 flex flex-col gap-1 sm:-mt-5">
      <PageTitle title={title} />
      <BackLink href={backHref}>{back}</BackLink>
      <h1 className="text-2xl font-extrabold sm:text-3xl">{title}</h1>
      {lead === undefined ? null : <p className="text-muted">{lead}</p>}
    </div>
  )
}
