import { useState } from "react"

export type Way = "map" | "list"

const WAY_KEY = "podo.way"

/** The two equal ways to look at a hall: who prefers to read does so at every performance. */
export function useWay() {
  const [way, setWay] = useState<Way>(() =>
    localStorage.getItem(WAY_KEY) === "list" ? "list" : "map",
  )
  return {
    way,
    setWay: (chosen: Way) => {
      setWay(chosen)
      localStorage.setItem(WAY_KEY, chosen)
    },
  }
}
