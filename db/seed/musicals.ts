import { type EventPlan, week } from "./event-plan.ts"
import { theatre } from "./theatre.ts"

export const musicals: EventPlan[] = [
  {
    key: "vineyard-ghost",
    title: "포도밭의 유령",
    englishTitle: "The Ghost of the Vineyard",
    description:
      "수확을 하루 앞둔 밤, 포도밭에서 누군가 노래를 부릅니다. 할머니의 밭을 물려받은 소담은 그 목소리가 오래전 사라진 악단의 마지막 단원이라는 것을 알게 됩니다. 열두 명의 배우와 아홉 명의 연주자가 들려주는, 두고 떠나지 못한 것들에 관한 창작 뮤지컬입니다.\n\n공연 시간은 쉬는 시간 20분을 포함해 150분입니다. 초등학생 이상 관람할 수 있습니다.",
    englishDescription:
      "On the night before the harvest somebody is singing among the vines. Sodam, who has inherited her grandmother's field, finds that the voice belongs to the last player of a band that vanished long ago. An original musical for twelve actors and nine musicians, about what we cannot leave behind.\n\n150 minutes including a 20-minute interval. Ages 7 and up.",
    category: "musical",
    hall: theatre,
    prices: { vip: 160_000, r: 130_000, s: 80_000 },
    minutes: 150,
    limitPerUser: 4,
    announcedDaysAgo: 41,
    saleOpensInDays: -30,
    saleOpensAt: "14:00",
    shows: [
      ...week(2, "19:30", ["wed", "thu", "fri"], [0.62, 0.55, 0.84]),
      ...week(2, "14:00", ["sat", "sun"], [0.9, 0.74]),
      ...week(2, "19:00", ["sat"], [0.88]),
      ...week(3, "19:30", ["wed", "thu", "fri"], [0.31, 0.36, 0.58]),
      ...week(3, "15:00", ["sat"], [0.67]),
    ],
  },
  {
    key: "paper-moon-city",
    title: "종이달의 도시",
    englishTitle: "Paper Moon City",
    description:
      "모든 것이 종이로 접힌 도시에 비가 온다는 예보가 뜹니다. 접는 법을 잊은 시장, 우산을 파는 소녀, 그리고 밤마다 달을 다시 오려 붙이는 남자. 무대 위에서 실제로 접히고 펼쳐지는 도시가 또 한 명의 주인공이 됩니다.\n\n공연 시간은 쉬는 시간 15분을 포함해 140분입니다.",
    englishDescription:
      "Rain is forecast for a city that is folded out of paper. A mayor who has forgotten how to fold, a girl who sells umbrellas, and a man who cuts out the moon anew every night. The city, folding and unfolding on stage, plays a part of its own.\n\n140 minutes including a 15-minute interval.",
    category: "musical",
    hall: theatre,
    prices: { vip: 150_000, r: 120_000, s: 70_000 },
    minutes: 140,
    limitPerUser: 4,
    announcedDaysAgo: 19,
    saleOpensInDays: -9,
    saleOpensAt: "20:00",
    shows: [
      ...week(8, "19:30", ["thu", "fri"], [0.34, 0.52]),
      ...week(8, "14:00", ["sat", "sun"], [0.48, 0.3]),
      ...week(8, "18:30", ["sat", "sun"], [0.56, 0.18]),
      ...week(9, "19:30", ["thu", "fri"], [0.1, 0.22]),
    ],
  },
  {
    key: "blue-whale",
    title: "파란고래 관측소",
    englishTitle: "The Blue Whale Observatory",
    description:
      "산꼭대기 천문대에 어느 날 고래가 보이기 시작합니다. 별을 세던 아이 하루와 은퇴한 천문학자가 하늘을 헤엄치는 고래의 길을 함께 따라갑니다. 아이와 어른이 나란히 앉아 보는 가족 뮤지컬입니다.\n\n공연 시간은 쉬는 시간 없이 80분입니다. 36개월 이상 관람할 수 있습니다.",
    englishDescription:
      "One day the observatory on the mountain begins to see whales. Haru, a child who counts the stars, and a retired astronomer follow their road across the sky. A family musical to be seen side by side.\n\n80 minutes without an interval. Ages 3 and up.",
    category: "musical",
    hall: theatre,
    prices: { vip: 70_000, r: 55_000, s: 40_000 },
    minutes: 80,
    limitPerUser: 4,
    announcedDaysAgo: 6,
    saleOpensInDays: -3,
    saleOpensAt: "11:00",
    shows: [
      ...week(15, "11:00", ["sat", "sun"], [0.3, 0.24]),
      ...week(15, "14:30", ["sat", "sun"], [0.36, 0.12]),
      ...week(16, "11:00", ["sat", "sun"], [0.08, 0.05]),
      ...week(16, "14:30", ["sat", "sun"]),
    ],
  },
]
