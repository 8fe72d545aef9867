import { useEffect, useState } from "react"

/** Places that lapse open again a few random seconds later; after this they are somebody else's. */
const RETURN_MS = 12_000

const NONE: readonly number[] = []

export type Returning = ReturnType<typeof useReturning>

/** The places of a person's own hold that lapsed a moment ago, while they may still come back. */
export function useReturning() {
  const [places, setPlaces] = useState(NONE)
  useEffect(() => {
    if (places.length === 0) return undefined
    const timer = setTimeout(() => setPlaces(NONE), RETURN_MS)
    return () => clearTimeout(timer)
  }, [places])
  return { places, begin: setPlaces }
}
