import type { Corner } from "@podo/contract/seating"
import { cornersAlong, type Curve, radians } from "./curve.ts"
import { planOf } from "./hall-plan.ts"

const lawn: Curve = { from: 0, arcs: [{ center: [400, 50], radius: 0, until: Math.PI }] }
const wide = { from: radians(20), to: radians(160) }

/** A ring sector in front of the stage. */
const sector = (near: number, far: number): Corner[] => [
  ...cornersAlong(lawn, wide, near, 0),
  ...cornersAlong(lawn, wide, far, 0).toReversed(),
]

/** A lawn that falls gently towards the stage: people stand in front, and sit on blankets behind. */
export const park = planOf({
  key: "park",
  name: "잔디마당",
  englishName: "The Meadow",
  venue: {
    name: "물빛숲공원",
    englishName: "Mulbit Forest Park",
    address: "경기도 가평군 물빛로 201",
  },
  width: 800,
  height: 480,
  stage: [
    [290, 24],
    [510, 24],
    [490, 92],
    [445, 110],
    [355, 110],
    [310, 92],
  ],
  areas: [
    {
      area: "standing",
      name: "스탠딩",
      englishName: "Standing",
      kind: "standing",
      grade: "standing",
      capacity: 100,
      outline: sector(132, 250),
      seats: [],
    },
    {
      area: "picnic",
      name: "피크닉존",
      englishName: "Picnic lawn",
      kind: "standing",
      grade: "picnic",
      capacity: 60,
      outline: sector(272, 392),
      seats: [],
    },
  ],
})
