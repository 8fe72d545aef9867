import { planOf } from "./hall-plan.ts"

/** The yard of an old village, with its well in the middle: a hundred people a day, wherever they like. */
export const village = planOf({
  key: "village",
  name: "우물마당",
  englishName: "Well Yard",
  venue: {
    name: "온새골 한옥마을",
    englishName: "Onsaegol Old Village",
    address: "충청북도 제천시 온새길 7",
  },
  width: 600,
  height: 400,
  stage: [
    [230, 24],
    [370, 24],
    [370, 84],
    [230, 84],
  ],
  areas: [
    {
      area: "yard",
      name: "하루권",
      englishName: "Day ticket",
      kind: "standing",
      grade: "day",
      capacity: 100,
      outline: [
        [60, 116],
        [540, 116],
        [510, 376],
        [90, 376],
      ],
      seats: [],
    },
  ],
})
