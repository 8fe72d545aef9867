import { planOf, type SeatPlan, withPairs } from "./hall-plan.ts"

const ROWS = "ABCDEFGHIJ".split("")
const SEATS_PER_ROW = 14
const SEAT_PITCH = 10
const ROW_PITCH = 12
const AISLE = 14
const LEFT = 28
const TOP = 66

const xOf = (number: number) =>
  LEFT + (number - 1) * SEAT_PITCH + (number > SEATS_PER_ROW / 2 ? AISLE : 0)

const rows: SeatPlan[][] = ROWS.map((row, index) =>
  Array.from({ length: SEATS_PER_ROW }, (_, seat) => ({
    row,
    number: seat + 1,
    x: xOf(seat + 1),
    y: TOP + index * ROW_PITCH,
  })),
)

// The last row ends at the door, without a step.
const lastRow = rows.at(-1) ?? []
const seats = withPairs(rows.flat(), [lastRow.slice(0, 2), lastRow.slice(-2).toReversed()])

const right = xOf(SEATS_PER_ROW)
const bottom = TOP + (ROWS.length - 1) * ROW_PITCH

/** A black box: ten straight rows of fourteen. */
export const studio = planOf({
  key: "studio",
  name: "블랙박스",
  englishName: "Black Box",
  venue: {
    name: "소극장 다락",
    englishName: "Darak Studio",
    address: "서울특별시 성북구 은행나무길 14, 지하 1층",
  },
  width: right + LEFT,
  height: bottom + 24,
  stage: [
    [LEFT + 4, 10],
    [right - 4, 10],
    [right - 4, 42],
    [LEFT + 4, 42],
  ],
  areas: [
    {
      area: "all",
      name: "전석",
      englishName: "All seats",
      kind: "seated",
      grade: "all",
      capacity: seats.length,
      outline: [
        [LEFT - 9, TOP - 9],
        [right + 9, TOP - 9],
        [right + 9, bottom + 9],
        [LEFT - 9, bottom + 9],
      ],
      seats,
    },
  ],
})
