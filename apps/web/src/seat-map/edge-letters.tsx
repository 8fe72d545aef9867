import type { House } from "./house.ts"
import type { Zoom } from "./use-zoom.ts"
import { onPane, onPlan } from "./zoom-limits.ts"

const SIZE_PX = 12
const INSET_PX = 13

/** Zoomed in, the row letters at the row ends are out of sight: repeat them at the edge of the pane. */
export function EdgeLetters({ house, zoom }: { house: House; zoom: Zoom }) {
  const { view, size } = zoom
  const at = onPlan(view, { x: INSET_PX, y: 0 }).x
  const rows = house.blocks.flatMap((block) => block.rows)
  return rows.map(({ key, row, seats }) => {
    const inView = seats.filter((seat) => {
      const { x, y } = onPane(view, seat)
      return x > INSET_PX && x < size.width && y > 0 && y < size.height
    })
    const nearest = inView.toSorted((a, b) => a.x - b.x)[0]
    const isCut = seats.some(({ x }) => x < at)
    if (!nearest || !isCut) return null
    const letters = SIZE_PX / view.k
    const width = (0.7 * row.length + 0.9) * letters
    return (
      <g key={key} className="edge-letter" aria-hidden="true">
        <rect
          x={at - width / 2}
          y={nearest.y - 0.8 * letters}
          width={width}
          height={1.6 * letters}
          rx={0.4 * letters}
        />
        <text x={at} y={nearest.y} fontSize={letters}>
          {row}
        </text>
      </g>
    )
  })
}
