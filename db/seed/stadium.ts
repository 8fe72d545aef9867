import type { Corner } from "@podo/contract/seating"
import { type Arc, cornersAlong, type Curve, cut, radians, seatsAlong, type Span } from "./curve.ts"
import { type AreaDrawing, planOf, type SeatPlan, withPairs } from "./hall-plan.ts"

const CAPACITY = 50_000
const FLOOR_FRONT = 2_000
const FLOOR = 4_000
const ROW_PITCH = 11
const PAD = 9
const INSET = 9
const MARGIN = 17
const CENTER_X = 1_720
const CENTER_Y = 1_500

type Tier = { number: number; name: string; sections: number; rows: number; at: number }

const tiers: Tier[] = [
  { number: 1, name: "lower", sections: 12, rows: 22, at: 0 },
  { number: 2, name: "middle", sections: 14, rows: 20, at: 22 * ROW_PITCH + 50 },
  { number: 3, name: "upper", sections: 16, rows: 23, at: 42 * ROW_PITCH + 110 },
]

const arc = (x: number, y: number, radius: number, until: number): Arc => ({
  center: [CENTER_X + x, CENTER_Y + y],
  radius,
  until,
})

/** Half of an oval made of four circles: long sides, tight corners, a rounded end. */
function bowl(): Curve {
  const sideRadius = 2_600
  const cornerRadius = 480
  const halfWidth = 860
  const sideTurn = radians(17)
  const cornerTurn = radians(66)
  const sideX = halfWidth - sideRadius
  const cornerX = sideX + (sideRadius - cornerRadius) * Math.cos(sideTurn)
  const cornerY = (sideRadius - cornerRadius) * Math.sin(sideTurn)
  const endRadius = cornerRadius + cornerX / Math.cos(cornerTurn)
  const endY = cornerY - (endRadius - cornerRadius) * Math.sin(cornerTurn)
  return {
    from: radians(-60),
    arcs: [
      arc(-cornerX, -cornerY, cornerRadius, -sideTurn),
      arc(-sideX, 0, sideRadius, sideTurn),
      arc(-cornerX, cornerY, cornerRadius, cornerTurn),
      arc(0, endY, endRadius, Math.PI - cornerTurn),
      arc(cornerX, cornerY, cornerRadius, Math.PI - sideTurn),
      arc(sideX, 0, sideRadius, Math.PI + sideTurn),
      arc(cornerX, -cornerY, cornerRadius, radians(240)),
    ],
  }
}

const oval = bowl()
// The area behind the stage has no seats.
const open: Span = { from: radians(-42), to: radians(222) }

type Section = { tier: Tier; number: number; span: Span; rows: Corner[][] }

function sectionsOf(tier: Tier): Section[] {
  const middle = tier.at + (tier.rows * ROW_PITCH) / 2
  return cut(oval, open, middle, tier.sections).map((span, index) => ({
    tier,
    span,
    number: tier.number * 100 + index + 1,
    rows: Array.from({ length: tier.rows }, (_, row) =>
      seatsAlong(oval, span, { offset: tier.at + row * ROW_PITCH, margin: MARGIN }),
    ),
  }))
}

const countOf = (rows: Corner[][]) => rows.reduce((sum, row) => sum + row.length, 0)

/** Takes the seats that are too many out of the last rows at the very top, as evenly as it goes. */
function trimmed(sections: Section[]): Section[] {
  const top = tiers.at(-1)
  const upper = sections.filter(({ tier }) => tier === top)
  const surplus = countOf(sections.flatMap(({ rows }) => rows)) - (CAPACITY - FLOOR_FRONT - FLOOR)
  return sections.map((section) => {
    const turn = upper.indexOf(section)
    if (turn === -1) return section
    const drop = Math.floor((surplus + turn) / upper.length)
    const offset = section.tier.at + (section.tier.rows - 1) * ROW_PITCH
    const kept = (section.rows.at(-1)?.length ?? 0) - drop
    const last = seatsAlong(oval, section.span, { offset, margin: MARGIN }, kept)
    return { ...section, rows: [...section.rows.slice(0, -1), last] }
  })
}

const seatsOf = (rows: Corner[][]): SeatPlan[] =>
  rows.flatMap((row, index) =>
    row.map(([x, y], seat) => ({ row: String(index + 1), number: seat + 1, x, y })),
  )

/** The walkway behind the lower tier is the one place without steps. */
function withWheelchairs(seats: SeatPlan[], { tier }: Section): SeatPlan[] {
  if (tier.number !== 1) return seats
  const last = seats.filter(({ row }) => row === String(tier.rows))
  return withPairs(seats, [last.slice(0, 8), last.slice(-8).toReversed()])
}

function drawingOf(section: Section): AreaDrawing {
  const { tier, span, number, rows } = section
  const seats = withWheelchairs(seatsOf(rows), section)
  const back = tier.at + (tier.rows - 1) * ROW_PITCH + PAD
  return {
    area: String(number),
    name: `${number}구역`,
    englishName: `Section ${number}`,
    kind: "seated",
    grade: tier.name,
    capacity: seats.length,
    outline: [
      ...cornersAlong(oval, span, tier.at - PAD, INSET),
      ...cornersAlong(oval, span, back, INSET).toReversed(),
    ],
    seats,
  }
}

// The edge of the pitch, and the gangway between the two standing floors.
const PITCH = -100
const side = (from: number, to: number) =>
  cornersAlong(oval, { from: radians(from), to: radians(to) }, PITCH, 0)
const mirrored = (corners: Corner[]): Corner[] => [
  ...corners,
  ...corners.toReversed().map(([x, y]): Corner => [2 * CENTER_X - x, y]),
]

const stage = mirrored([
  [CENTER_X - 380, 350],
  [CENTER_X - 460, 430],
  [CENTER_X - 460, 690],
  [CENTER_X - 60, 760],
  [CENTER_X - 60, 1_090],
  [CENTER_X - 130, 1_160],
  [CENTER_X - 60, 1_230],
])

const standing = { kind: "standing", seats: [] as SeatPlan[], grade: "floor" } as const

const frontFloor: AreaDrawing = {
  ...standing,
  area: "floor-front",
  name: "스탠딩 앞",
  englishName: "Standing floor, front",
  capacity: FLOOR_FRONT,
  // It closes around the thrust of the stage.
  outline: mirrored([
    [CENTER_X, 1_256],
    [CENTER_X - 70, 1_256],
    [CENTER_X - 160, 1_166],
    [CENTER_X - 160, 1_154],
    [CENTER_X - 86, 1_080],
    [CENTER_X - 86, 800],
    ...side(-16.2, -0.5),
  ]),
}

const rearFloor: AreaDrawing = {
  ...standing,
  area: "floor",
  name: "스탠딩",
  englishName: "Standing floor",
  capacity: FLOOR,
  outline: side(0.5, 179.5),
}

/** An oval bowl with a stage at one end: exactly 50,000 places, 6,000 of them on the standing floor. */
export const stadium = planOf({
  key: "stadium",
  name: "주경기장",
  englishName: "Main Stadium",
  venue: {
    name: "새벽별 스타디움",
    englishName: "Daystar Stadium",
    address: "인천광역시 연수구 새벽별로 1",
  },
  width: 2 * CENTER_X,
  height: 3_520,
  stage,
  areas: [frontFloor, rearFloor, ...trimmed(tiers.flatMap(sectionsOf)).map(drawingOf)],
})
