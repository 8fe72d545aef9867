import "../../map/seat-map.css"

/** The colour that a price has on the map. */
export function TierSample({ tier }: { tier: number }) {
  return (
    <span
      data-tier={tier}
      aria-hidden="true"
      className="forced-color-adjust-none size-3.5 shrink-0 rounded-[4px] bg-(--tier)"
    />
  )
}
