import type { Corner } from "@podo/contract/seating"
import { cornersAlong, type Curve, radians, seatsAlong, type Span } from "./curve.ts"
import { planOf, ROW_LETTERS, type SeatPlan, withPairs } from "./hall-plan.ts"

const CAPACITY = 1_200
const CENTER_X = 410
const FIRST_ROW_RADIUS = 250
const ROW_PITCH = 12
const PAD = 8
// From the middle of an aisle to the outline of an area, and to the middle of the first seat.
const INSET = 6
const MARGIN = 13

const house: Curve = {
  from: 0,
  arcs: [{ center: [CENTER_X, -80], radius: FIRST_ROW_RADIUS, until: Math.PI }],
}

const span = (from: number, to: number): Span => ({ from: radians(from), to: radians(to) })

const stalls = { left: span(52, 71.5), middle: span(71.5, 108.5), right: span(108.5, 128) }
const balcony = [span(51, 70.5), span(70.5, 90), span(90, 109.5), span(109.5, 129)]

const FRONT_ROWS = 10
const BACK_ROWS = 9
const BALCONY_ROWS = 6
const CROSS_AISLE = 16
const BALCONY_AT = (FRONT_ROWS + BACK_ROWS) * ROW_PITCH + CROSS_AISLE + 44

const stallsOffset = (row: number) => row * ROW_PITCH + (row >= FRONT_ROWS ? CROSS_AISLE : 0)
const balconyOffset = (row: number) => BALCONY_AT + row * ROW_PITCH

const nameOf = (row: number, times = 1) => (ROW_LETTERS[row] ?? "").repeat(times)

/** The blocks of one row, numbered on from left to right. */
function numbered(row: string, blocks: Corner[][]): SeatPlan[][] {
  let number = 0
  return blocks.map((block) => block.map(([x, y]) => ({ row, number: ++number, x, y })))
}

/** Row by row, block by block. */
const stallRows = Array.from({ length: FRONT_ROWS + BACK_ROWS }, (_, row) =>
  numbered(
    nameOf(row),
    [stalls.left, stalls.middle, stalls.right].map((block) =>
      seatsAlong(house, block, { offset: stallsOffset(row), margin: MARGIN }),
    ),
  ),
)

const isVip = (row: number, block: number) => row < FRONT_ROWS && block === 1

const seatsWhere = (take: (row: number, block: number) => boolean): SeatPlan[] =>
  stallRows.flatMap((blocks, row) => blocks.filter((_, block) => take(row, block)).flat())

/** Two pairs on either side of each aisle along the cross aisle, and two at each end of the last row. */
function withWheelchairs(seats: SeatPlan[]): SeatPlan[] {
  const [left = [], middle = [], right = []] = stallRows[FRONT_ROWS] ?? []
  const lastRow = (stallRows.at(-1) ?? []).flat()
  return withPairs(seats, [
    left.slice(-4).toReversed(),
    middle.slice(0, 4),
    middle.slice(-4).toReversed(),
    right.slice(0, 4),
    lastRow.slice(0, 4),
    lastRow.slice(-4).toReversed(),
  ])
}

const vipSeats = seatsWhere(isVip)
const rSeats = withWheelchairs(seatsWhere((row, block) => !isVip(row, block)))

/** @param most seats of each block; as many as fit where it says nothing. */
const balconyRow = (row: number, most: number[] = []) =>
  numbered(
    nameOf(row, 2),
    balcony.map((block, index) =>
      seatsAlong(house, block, { offset: balconyOffset(row), margin: MARGIN }, most[index]),
    ),
  ).flat()

/** The last row of the balcony shares its wall with the light desk: it takes what is left of the 1,200. */
function balconySeats(count: number): SeatPlan[] {
  const rows = Array.from({ length: BALCONY_ROWS - 1 }, (_, row) => balconyRow(row)).flat()
  const left = count - rows.length
  const shares = [0, 3, 2, 1].map((lead) => Math.floor((left + lead) / 4))
  return [...rows, ...balconyRow(BALCONY_ROWS - 1, shares)]
}

const sSeats = balconySeats(CAPACITY - vipSeats.length - rSeats.length)

const lastStall = stallsOffset(FRONT_ROWS + BACK_ROWS - 1) + PAD
const crossFrom = stallsOffset(FRONT_ROWS) - PAD
const frontTo = stallsOffset(FRONT_ROWS - 1) + PAD
const along = (block: Span, offset: number) => cornersAlong(house, block, offset, INSET)

const vipOutline = [...along(stalls.middle, -PAD), ...along(stalls.middle, frontTo).toReversed()]

/** A horseshoe: both wings beside the VIP block, and everything behind it. */
const rOutline = [
  ...along(stalls.left, -PAD),
  ...along(stalls.left, crossFrom).slice(-1),
  ...cornersAlong(house, stalls.middle, crossFrom, 0),
  ...along(stalls.right, crossFrom).slice(0, 1),
  ...along(stalls.right, -PAD),
  ...along({ from: stalls.left.from, to: stalls.right.to }, lastStall).toReversed(),
]

const wholeBalcony = { from: radians(51), to: radians(129) }
const sOutline = [
  ...along(wholeBalcony, BALCONY_AT - PAD),
  ...along(wholeBalcony, balconyOffset(BALCONY_ROWS - 1) + PAD).toReversed(),
]

const stageFront = cornersAlong(house, { from: radians(56), to: radians(124) }, -44, 0)
const seated = { kind: "seated" } as const

/** A house with curved rows, a cross aisle and a balcony: exactly 1,200 places. */
export const theatre = planOf({
  key: "theatre",
  name: "대극장",
  englishName: "Grand Theatre",
  venue: {
    name: "한빛나루 아트센터",
    englishName: "Hanbitnaru Arts Centre",
    address: "서울특별시 마포구 나루터길 120",
  },
  width: 2 * CENTER_X,
  height: 560,
  stage: [[CENTER_X - 150, 16], [CENTER_X + 150, 16], ...stageFront.toReversed()],
  areas: [
    {
      ...seated,
      area: "vip",
      name: "VIP석",
      englishName: "VIP",
      grade: "vip",
      capacity: vipSeats.length,
      outline: vipOutline,
      seats: vipSeats,
    },
    {
      ...seated,
      area: "r",
      name: "R석",
      englishName: "R",
      grade: "r",
      capacity: rSeats.length,
      outline: rOutline,
      seats: rSeats,
    },
    {
      ...seated,
      area: "s",
      name: "S석 (2층)",
      englishName: "S (balcony)",
      grade: "s",
      capacity: sSeats.length,
      outline: sOutline,
      seats: sSeats,
    },
  ],
})
