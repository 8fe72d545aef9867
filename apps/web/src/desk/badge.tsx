import type { Instant } from "@podo/contract/ids"
import type { ReactNode } from "react"
import { useLanguage } from "../app/language/language.ts"

const TONES = {
  plain: "bg-sunken text-muted ring-line",
  grape: "bg-wash text-grape-ink ring-wash-line",
  leaf: "bg-leaf-wash text-leaf ring-leaf/25",
  amber: "bg-amber-wash text-amber ring-amber/25",
  ember: "bg-ember-wash text-ember ring-ember/25",
} as const

export type Tone = keyof typeof TONES

export function Badge({ tone = "plain", children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span
      className={`inline-flex rounded-full px-2.5 py-0.5 text-xs font-semibold whitespace-nowrap ring-1 ring-inset ${TONES[tone]}`}
    >
      {children}
    </span>
  )
}

export function PublishedBadge({ publishedAt }: { publishedAt: Instant | null }) {
  const { words } = useLanguage()
  return publishedAt === null ? (
    <Badge tone="amber">{words.desk.draft}</Badge>
  ) : (
    <Badge tone="leaf">{words.desk.published}</Badge>
  )
}
