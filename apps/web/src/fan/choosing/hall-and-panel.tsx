import { useRef } from "react"
import { useChoosingWords } from "../../app/language/choosing-words.ts"
import { useLanguage } from "../../app/language/language.ts"
import { LiveSign } from "../../app/live/live-sign.tsx"
import { Notice } from "../../app/shell/notice.tsx"
import type { HallNow } from "./hall-now.ts"
import { HoldPanel } from "./hold-panel.tsx"
import type { OnSale } from "./on-sale.ts"
import { panelProps } from "./panel.ts"
import { DAY_GRID, PAGE_GRID } from "./performance-skeleton.tsx"
import { SeatedHall } from "./seated-hall.tsx"
import { SelectionPanel } from "./selection-panel.tsx"
import { StandingToChoose } from "./standing-areas.tsx"
import { type Buyer, type Owned, useBuyer } from "./use-buyer.ts"

type HallAndPanelProps = { sale: OnSale; hall: HallNow; owned: Owned }

/** The hall on one side, and on the other what is chosen or held of it. */
export function HallAndPanel({ sale, hall, owned }: HallAndPanelProps) {
  const panel = useRef<HTMLElement>(null)
  const toPanel = () => panel.current?.focus({ preventScroll: true })
  const buyer = useBuyer({ sale, hall, owned, toPanel })
  const { hold } = buyer
  const label = usePanelLabel(buyer)
  return (
    <div className={sale.layout === "day" ? DAY_GRID : PAGE_GRID}>
      <Hall hall={hall} buyer={buyer} />
      <aside
        ref={panel}
        {...panelProps}
        aria-label={label}
        className={`${PANEL} ${PANEL_OF[sale.layout]}`}
      >
        {hold === null ? (
          <SelectionPanel sale={sale} hall={hall} buyer={buyer} />
        ) : (
          <HoldPanel sale={sale} hall={hall} buyer={buyer} hold={hold} />
        )}
      </aside>
    </div>
  )
}

function Hall({ hall, buyer }: { hall: HallNow; buyer: Buyer }) {
  const { words } = useLanguage()
  const { areas } = hall.plan
  return (
    <div className="flex min-w-0 flex-col gap-4">
      {hall.isStale ? <Notice tone="warning">{words.performance.stale}</Notice> : <LiveSign />}
      {areas.some(({ kind }) => kind === "seated") ? (
        <SeatedHall hall={hall} buyer={buyer} />
      ) : (
        <StandingToChoose hall={hall} buyer={buyer} areas={areas} />
      )}
    </div>
  )
}

const PANEL =
  "sticky z-20 bg-raised shadow-float ring-1 ring-line outline-none lg:bottom-auto lg:mx-0 lg:rounded-3xl lg:shadow-card"
const PANEL_OF = {
  /** At the thumb, from edge to edge. */
  page: "bottom-0 -mx-4 rounded-t-3xl sm:-mx-6 lg:top-24 flat:top-3 flat:bottom-auto! flat:mx-0! flat:max-h-[calc(100dvh-1.5rem)] flat:overflow-y-auto flat:rounded-3xl!",
  /** In the middle of a page, at the thumb only while its tickets are on the screen. */
  day: "bottom-3 rounded-3xl lg:static",
}

function usePanelLabel({ hold, isFound }: Buyer): string {
  const { words } = useLanguage()
  const say = useChoosingWords()
  if (hold === null) return words.performance.yours
  return isFound ? say.found.title : words.hold.title
}
