import { CircleAlert, CircleCheck, Info } from "lucide-react"
import type { ReactNode } from "react"

const TONES = {
  info: { look: "bg-wash text-ink", icon: <Info className="text-grape-ink" /> },
  warning: { look: "bg-amber-wash text-ink", icon: <CircleAlert className="text-amber" /> },
  error: { look: "bg-ember-wash text-ink", icon: <CircleAlert className="text-ember" /> },
  success: { look: "bg-leaf-wash text-ink", icon: <CircleCheck className="text-leaf" /> },
} as const

type NoticeProps = { tone: keyof typeof TONES; children: ReactNode; className?: string }

/** A sentence about what just happened, read out at once. */
export function Notice({ tone, children, className = "" }: NoticeProps) {
  const { look, icon } = TONES[tone]
  return (
    <div
      role={tone === "error" || tone === "warning" ? "alert" : "status"}
      className={`flex items-start gap-2.5 rounded-xl px-4 py-3 text-sm ${look} ${className}`}
    >
      <span className="mt-0.5 shrink-0 [&>svg]:size-4.5" aria-hidden="true">
        {icon}
      </span>
      <div className="min-w-0 flex-1">{children}</div>
    </div>
  )
}
