/** A term, and digits that are there to be compared and copied. */
export function Digits({ term, children }: { term: string; children: string }) {
  return (
    <div>
      <dt className="font-semibold">{term}</dt>
      <dd className="font-mono text-xs break-all select-all">{children}</dd>
    </div>
  )
}
