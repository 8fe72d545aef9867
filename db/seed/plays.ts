import { type EventPlan, week } from "./event-plan.ts"
import { studio } from "./studio.ts"

export const plays: EventPlan[] = [
  {
    key: "last-lighthouse",
    title: "마지막 등대지기",
    englishTitle: "The Last Lighthouse Keeper",
    description:
      "등대가 자동으로 바뀌는 마지막 밤, 등대지기는 불을 끄지 않기로 합니다. 배 한 척, 무전기 한 대, 그리고 삼십 년 동안 보내지 않은 편지. 두 배우가 140석의 어둠 속에서 만드는 95분의 바다입니다.\n\n공연이 시작되면 들어올 수 없습니다.",
    englishDescription:
      "On the last night before the lighthouse becomes automatic, its keeper decides not to turn off the lamp. One ship, one radio and a letter that was not sent for thirty years. Two actors make a sea of 95 minutes in the dark of 140 seats.\n\nNo admission after the start.",
    category: "play",
    hall: studio,
    prices: { all: 45_000 },
    minutes: 95,
    limitPerUser: 4,
    announcedDaysAgo: 33,
    saleOpensInDays: -25,
    saleOpensAt: "15:00",
    shows: [
      ...week(1, "20:00", ["wed", "thu", "fri"], [0.86, 0.72, 1]),
      ...week(1, "16:00", ["sat"], [0.9]),
      ...week(2, "20:00", ["wed", "thu", "fri"], [0.4, 0.34, 0.65]),
      ...week(2, "16:00", ["sat"], [0.7]),
    ],
  },
  {
    key: "three-doors",
    title: "세 개의 문",
    englishTitle: "Three Doors",
    description:
      "같은 방, 같은 시각, 세 개의 문. 누가 먼저 들어오느냐에 따라 이야기가 달라집니다. 배우들은 매회 막이 오르기 직전 제비를 뽑아 오늘의 순서를 정합니다.\n\n공연 시간은 100분이며 쉬는 시간은 없습니다. 중학생 이상 관람할 수 있습니다.",
    englishDescription:
      "The same room, the same hour, three doors. Who comes in first changes the story, and the actors draw lots for it just before the curtain rises.\n\n100 minutes without an interval. Ages 13 and up.",
    category: "play",
    hall: studio,
    prices: { all: 40_000 },
    minutes: 100,
    limitPerUser: 4,
    announcedDaysAgo: 47,
    saleOpensInDays: -40,
    saleOpensAt: "14:00",
    saleClosedDaysAgo: 1,
    shows: week(4, "19:30", ["mon", "tue"], [0.88, 0.79]),
  },
  {
    key: "fox-and-clockmaker",
    title: "여우와 시계공",
    englishTitle: "The Fox and the Clockmaker",
    description:
      "마을의 시계가 모두 다른 시간을 가리키던 겨울, 시계공의 집에 여우가 찾아와 시간을 빌려 달라고 합니다. 인형과 톱니바퀴, 손으로 돌리는 무대 장치로 들려주는 어른을 위한 우화입니다.\n\n공연 시간은 85분입니다. 초등학생 이상 관람할 수 있습니다.",
    englishDescription:
      "In a winter when every clock in the village shows another hour, a fox comes to the clockmaker's house and asks to borrow some time. A fable for adults, told with puppets, gears and hand-turned machinery.\n\n85 minutes. Ages 7 and up.",
    category: "play",
    hall: studio,
    prices: { all: 38_000 },
    minutes: 85,
    limitPerUser: 4,
    announcedDaysAgo: 14,
    saleOpensInDays: -7,
    saleOpensAt: "16:00",
    shows: [
      ...week(10, "19:30", ["thu", "fri"], [0.3, 0.55]),
      ...week(10, "15:00", ["sat", "sun"], [0.62, 0.37]),
      ...week(11, "19:30", ["thu", "fri"], [0.1, 0.16]),
    ],
  },
  {
    key: "desert-bicycle",
    title: "사막을 건너는 자전거",
    englishTitle: "A Bicycle Across the Desert",
    description:
      "바퀴가 하나 빠진 자전거를 끌고 사막을 걷는 두 사람. 왜 떠났는지는 잊었지만 누가 먼저 타기로 했는지는 절대 잊지 않습니다. 웃다가 문득 조용해지는 2인극입니다.\n\n공연 시간은 75분입니다.",
    englishDescription:
      "Two people push a bicycle with one wheel through the desert. They have forgotten why they left, but never whose turn it is to ride. A comedy for two that suddenly falls silent.\n\n75 minutes.",
    category: "play",
    hall: studio,
    prices: { all: 35_000 },
    minutes: 75,
    limitPerUser: 4,
    announcedDaysAgo: 3,
    saleOpensInDays: -1,
    saleOpensAt: "14:00",
    shows: [
      ...week(13, "20:00", ["fri"], [0.2]),
      ...week(13, "16:00", ["sat", "sun"], [0.15, 0.07]),
      ...week(14, "20:00", ["fri"]),
      ...week(14, "16:00", ["sat", "sun"]),
    ],
  },
]
