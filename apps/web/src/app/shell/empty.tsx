import type { ReactNode } from "react"
import { GrapeMark } from "./grape-mark.tsx"

type EmptyProps = { title: string; hint?: string; children?: ReactNode; level?: "h1" | "h2" }

export function Empty({ title, hint, children, level: Heading = "h2" }: EmptyProps) {
  return (
    <div className="flex flex-col items-center gap-3 rounded-3xl bg-sunken px-6 py-16 text-center">
      <GrapeMark className="size-14 opacity-40 grayscale" />
      <Heading className="text-lg font-bold">{title}</Heading>
      {hint === undefined ? null : <p className="max-w-md text-balance text-muted">{hint}</p>}
      {children === undefined ? null : <div className="mt-3">{children}</div>}
    </div>
  )
}
