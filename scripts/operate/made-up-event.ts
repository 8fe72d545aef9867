import { Category } from "@podo/contract/catalog"
import { CreateEvent } from "@podo/contract/desk"
import { EventId, type HallId, type VenueId } from "@podo/contract/ids"

const FIRST_DAY = 7
const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/** Where made-up events are: one standing area, "day". */
export type Grounds = { venueId: VenueId; hallId: HallId }

const words = ["달빛", "바다", "숲", "별", "여름밤", "골목", "비", "종이배", "기차", "겨울"]
const englishWords = [
  "Moonlit",
  "Sea",
  "Forest",
  "Star",
  "Midsummer",
  "Alley",
  "Rain",
  "Boat",
  "Train",
  "Winter",
]
const kinds = ["뮤지컬", "콘서트", "축제", "연극", "협주곡", "결승전"]
const englishKinds = ["Musical", "Concert", "Festival", "Play", "Concerto", "Final"]

/** An event of one standing day that is on sale, the next one a day later. */
export function madeUpEvent(
  number: number,
  { venueId, hallId }: Grounds,
  day: number,
): CreateEvent {
  const word = number % words.length
  const kind = number % kinds.length
  const midnight = Math.floor(Date.now() / DAY_MS) * DAY_MS + (FIRST_DAY + day) * DAY_MS
  const at = (ms: number) => new Date(ms).toISOString()
  return CreateEvent.parse({
    eventId: EventId.parse(Bun.randomUUIDv7()),
    title: `${words[word]} ${kinds[kind]} ${number + 1}`,
    englishTitle: `${englishWords[word]} ${englishKinds[kind]} ${number + 1}`,
    description: `${words[(word + 3) % words.length]}과 ${words[(word + 7) % words.length]}의 하루.`,
    category: Category.options[kind],
    venueId,
    dates: {
      hallId,
      areas: [{ area: "day", price: 10_000 + (number % 9) * 5_000 }],
      performances: [
        {
          startsAt: at(midnight + HOUR_MS),
          endsAt: at(midnight + 12 * HOUR_MS),
          saleOpensAt: at(Date.now() - HOUR_MS),
          saleClosesAt: at(midnight + 12 * HOUR_MS),
          cancelUntil: at(midnight),
          limitPerUser: 4,
        },
      ],
    },
  })
}
