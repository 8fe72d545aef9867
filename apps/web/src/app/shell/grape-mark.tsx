const BERRIES = [
  [8.5, 13],
  [16, 13],
  [23.5, 13],
  [12.25, 19.7],
  [19.75, 19.7],
  [16, 26.4],
] as const

export function GrapeMark({ className = "size-8" }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" className={className} aria-hidden="true">
      <path
        d="M16 9c0-4 2-6.5 6-7"
        fill="none"
        className="stroke-leaf"
        strokeWidth="2.6"
        strokeLinecap="round"
      />
      <path d="M17 8c3-3 7-3 9-1-2 3-6 4-9 1Z" className="fill-leaf" />
      {BERRIES.map(([x, y]) => (
        <g key={`${x} ${y}`}>
          <circle cx={x} cy={y} r="4.3" className="fill-grape" />
          <circle cx={x - 1.4} cy={y - 1.4} r="1.2" fill="#fff" opacity=".5" />
        </g>
      ))}
    </svg>
  )
}
