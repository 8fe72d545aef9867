import type { Category } from "@podo/contract/catalog"
import type { EventId } from "@podo/contract/ids"

export type PosterSubject = {
  eventId: EventId
  title: string
  englishTitle: string | null
  category: Category
}

const escaped = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;")

/** An SVG document of 600 × 800, the same for the same event, title and category. */
export function drawPoster({ title }: PosterSubject): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 800"><rect width="600" height="800" fill="#5b2a86"/><text x="40" y="400" font-size="40" fill="#fff">${escaped(title)}</text></svg>`
}
