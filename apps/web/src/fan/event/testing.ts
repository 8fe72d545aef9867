import { EventDetail, PerformanceOnSale } from "@podo/contract/catalog"

/** A festival day in Seoul with 100 places, unless something else is wished for. */
export function performanceOnSale(wishes: Partial<PerformanceOnSale> = {}): PerformanceOnSale {
  const remaining = wishes.remaining ?? 100
  return PerformanceOnSale.parse({
    performanceId: crypto.randomUUID(),
    startsAt: "2026-05-02T04:00:00.000Z",
    endsAt: "2026-05-02T13:00:00.000Z",
    saleOpensAt: "2026-04-01T11:00:00.000Z",
    saleClosesAt: "2026-05-02T12:00:00.000Z",
    cancelUntil: "2026-05-01T14:59:00.000Z",
    limitPerUser: 4,
    waitingRoom: false,
    saleState: remaining > 0 ? "open" : "sold-out",
    cancelled: false,
    capacity: 100,
    remaining,
    mine: false,
    areas: [
      {
        area: "field",
        name: "잔디",
        englishName: "Field",
        kind: "standing",
        price: 50_000,
        capacity: 100,
        remaining,
      },
    ],
    ...wishes,
  })
}

export function eventOnSale(performances: PerformanceOnSale[]): EventDetail {
  return EventDetail.parse({
    eventId: crypto.randomUUID(),
    now: "2026-04-20T00:00:00.000Z",
    title: "물빛숲 페스티벌",
    englishTitle: "Mulbit Forest",
    description: "-",
    englishDescription: null,
    category: "festival",
    posterUrl: "/poster",
    venueName: "공원",
    venueEnglishName: "Park",
    venueAddress: "-",
    hallName: "들판",
    hallEnglishName: "Field",
    timeZone: "Asia/Seoul",
    currency: "KRW",
    startsAt: performances[0]?.startsAt,
    endsAt: performances.at(-1)?.endsAt,
    performances,
  })
}
