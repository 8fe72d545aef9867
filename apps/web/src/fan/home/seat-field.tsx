const ROWS = 7
const CENTER_X = 320
const CENTER_Y = -260

type Dot = { key: string; x: number; y: number; look: string }

/** Rows of a hall seen from above, some of its seats still purple. Decoration only. */
export function SeatField({ className }: { className: string }) {
  return (
    <svg viewBox="0 0 640 260" className={className} aria-hidden="true">
      {DOTS.map(({ key, x, y, look }) => (
        <circle key={key} cx={x} cy={y} r="9" className={look} />
      ))}
    </svg>
  )
}

const DOTS = Array.from({ length: ROWS }, (_, row) => row).flatMap(rowOfDots)

function rowOfDots(row: number): Dot[] {
  const radius = 300 + row * 34
  const seats = 15 + row * 2
  return Array.from({ length: seats }, (_, seat) => {
    const angle = Math.PI / 2 + ((seat - (seats - 1) / 2) * 27) / radius
    return {
      key: `${row}-${seat}`,
      x: Math.round(CENTER_X + radius * Math.cos(angle)),
      y: Math.round(CENTER_Y + radius * Math.sin(angle)),
      look: lookOf(row, seat),
    }
  })
}

/** Scattered, and the same on each visit. */
function lookOf(row: number, seat: number): string {
  const draw = (row * 37 + seat * 61 + row * seat * 13) % 11
  if (draw < 3) return "fill-grape"
  return draw < 5 ? "fill-grape/45" : "fill-grape/12"
}
