import { type EventPlan, week } from "./event-plan.ts"
import { studio } from "./studio.ts"
import { theatre } from "./theatre.ts"

export const classical: EventPlan[] = [
  {
    key: "night-of-strings",
    title: "현의 밤",
    englishTitle: "A Night of Strings",
    description:
      "서른두 명의 현악 주자가 지휘자 없이 서서 연주합니다. 한빛나루 체임버가 위촉한 세 편의 새 작품과 현을 위한 밤의 모음곡. 네 줄이 만드는 가장 넓은 밤을 들려드립니다.\n\n공연 시간은 쉬는 시간 20분을 포함해 110분입니다.",
    englishDescription:
      "Thirty-two string players, standing, without a conductor. Three new works written for the Hanbitnaru Chamber and a suite for the night: the widest evening that four strings can make.\n\n110 minutes including a 20-minute interval.",
    category: "classical",
    hall: theatre,
    prices: { vip: 120_000, r: 90_000, s: 50_000 },
    minutes: 110,
    limitPerUser: 4,
    announcedDaysAgo: 38,
    saleOpensInDays: -27,
    saleOpensAt: "14:00",
    shows: week(4, "19:30", ["tue"], [0.71]),
  },
  {
    key: "moonlit-pansori",
    title: "달빛 소리판",
    englishTitle: "Moonlit Pansori",
    description:
      "소리꾼 한 사람, 고수 한 사람, 부채 하나. 달을 훔친 도깨비의 이야기를 새로 지은 창작 판소리로 들려드립니다. 추임새는 언제든 환영합니다.\n\n한글과 영어 자막이 있습니다. 공연 시간은 90분입니다.",
    englishDescription:
      "One singer, one drummer, one fan. A newly written pansori about the goblin who stole the moon. Calls of encouragement are welcome at any time.\n\nKorean and English surtitles. 90 minutes.",
    category: "classical",
    hall: studio,
    prices: { all: 30_000 },
    minutes: 90,
    limitPerUser: 4,
    announcedDaysAgo: 12,
    saleOpensInDays: -6,
    saleOpensAt: "10:00",
    shows: [...week(7, "19:30", ["fri"], [0.5]), ...week(7, "15:00", ["sat"], [0.76])],
  },
  {
    key: "water-concerto",
    title: "물의 협주곡",
    englishTitle: "Concerto for Water",
    description:
      "피아노, 오케스트라, 그리고 무대 위의 물 열두 그릇. 강의 시작부터 바다까지를 네 악장에 담은 신작이 처음으로 연주됩니다. 연주가 끝난 뒤 작곡가와의 대화가 있습니다.\n\n공연 시간은 쉬는 시간 20분을 포함해 120분입니다.",
    englishDescription:
      "Piano, orchestra and twelve bowls of water. A new work in four movements from the source of a river to the sea, played for the first time. A talk with the composer follows.\n\n120 minutes including a 20-minute interval.",
    category: "classical",
    hall: theatre,
    prices: { vip: 140_000, r: 100_000, s: 60_000 },
    minutes: 120,
    limitPerUser: 4,
    announcedDaysAgo: 2,
    saleOpensInDays: 21,
    saleOpensAt: "14:00",
    shows: [...week(21, "19:30", ["thu", "fri"])],
  },
]
