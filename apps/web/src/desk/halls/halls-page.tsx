import type { Hall } from "@podo/contract/hall"
import { Plus } from "lucide-react"
import { useLanguage } from "../../app/language/language.ts"
import { ButtonLink } from "../../app/shell/button.tsx"
import { Empty } from "../../app/shell/empty.tsx"
import { Badge } from "../badge.tsx"
import { DeskHead } from "../desk-section.tsx"
import { useHalls } from "./halls-query.ts"

export function HallsPage() {
  const { words } = useLanguage()
  const halls = useHalls()
  return (
    <div className="flex flex-col gap-8">
      <div className="flex flex-wrap items-end justify-between gap-3">
        <DeskHead back={words.desk.back} backHref="/desk" title={words.deskHalls.title} />
        <ButtonLink href="/desk/halls/new">
          <Plus className="size-4.5" aria-hidden="true" />
          {words.deskHalls.import}
        </ButtonLink>
      </div>
      {halls.length === 0 ? (
        <Empty title={words.deskHalls.empty} hint={words.deskHalls.emptyHint} />
      ) : null}
      <HallList title={words.deskHalls.mine} halls={halls.filter(({ isMine }) => isMine)} />
      <HallList title={words.deskHalls.everybodys} halls={halls.filter(({ isMine }) => !isMine)} />
    </div>
  )
}

function HallList({ title, halls }: { title: string; halls: Hall[] }) {
  if (halls.length === 0) return null
  return (
    <section className="flex flex-col gap-3">
      <h2 className="text-lg font-bold">{title}</h2>
      <ul className="grid gap-3 lg:grid-cols-2">
        {halls.map((hall) => (
          <HallCard key={hall.hallId} hall={hall} />
        ))}
      </ul>
    </section>
  )
}

function HallCard({ hall }: { hall: Hall }) {
  const { words, formats, named } = useLanguage()
  const kinds = [...new Set(hall.areas.map(({ kind }) => kind))]
  return (
    <li className="flex flex-col gap-1 rounded-2xl bg-raised p-4 ring-1 ring-line ring-inset">
      <div className="flex flex-wrap items-baseline justify-between gap-x-3">
        <h3 className="font-bold">
          {named(hall.venue.name, hall.venue.englishName)} · {named(hall.name, hall.englishName)}
        </h3>
        <p className="font-semibold whitespace-nowrap">
          {words.deskHalls.places(formats.number(hall.capacity))}
        </p>
      </div>
      <p lang="ko" className="text-sm text-muted">
        {hall.venue.address}
      </p>
      <p className="mt-1 flex flex-wrap gap-1.5">
        <Badge>{words.deskHalls.areas(formats.number(hall.areas.length))}</Badge>
        {kinds.map((kind) => (
          <Badge key={kind}>{words.deskHalls.kinds[kind]}</Badge>
        ))}
      </p>
    </li>
  )
}
