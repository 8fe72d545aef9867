import { type EventPlan, week } from "./event-plan.ts"
import { park } from "./park.ts"
import { stadium } from "./stadium.ts"
import { studio } from "./studio.ts"

export const concerts: EventPlan[] = [
  {
    key: "galaxy-station",
    title: "은하 정거장",
    englishTitle: "Galaxy Station – The Stadium Nights",
    description:
      "밴드 ‘새벽 네 시’가 첫 경기장 무대에 섭니다. 5만 개의 손목 불빛으로 밤하늘을 그리고, 돌출 무대를 따라 열두 곡을 쉬지 않고 이어 갑니다. 이틀의 곡 순서는 서로 다릅니다.\n\n스탠딩은 입장 번호 순서대로 들어갑니다. 공연 시간은 180분입니다.",
    englishDescription:
      "The band Four in the Morning plays its first stadium. Fifty thousand wristbands draw the night sky, and twelve songs run on without a break along the thrust stage. The two nights have different set lists.\n\nThe standing floor enters in the order of its numbers. 180 minutes.",
    category: "concert",
    hall: stadium,
    prices: { floor: 165_000, lower: 154_000, middle: 132_000, upper: 99_000 },
    minutes: 180,
    limitPerUser: 4,
    announcedDaysAgo: 26,
    saleOpensInDays: -12,
    saleOpensAt: "20:00",
    shows: [...week(6, "18:30", ["sat"], [0.12]), ...week(6, "18:00", ["sun"], [0.03])],
  },
  {
    key: "temperature-of-quiet",
    title: "고요의 온도",
    englishTitle: "The Temperature of Quiet",
    description:
      "싱어송라이터 윤서리가 마이크 없이 노래합니다. 기타 한 대와 백사십 명의 숨소리. 녹음도 촬영도 없는, 그날 그 자리에서만 들을 수 있는 한 시간입니다.\n\n한 분이 한 장만 예매할 수 있습니다.",
    englishDescription:
      "The songwriter Yun Seori sings without a microphone: one guitar and the breath of a hundred and forty people. An hour that is neither recorded nor filmed.\n\nOne ticket a person.",
    category: "concert",
    hall: studio,
    prices: { all: 55_000 },
    minutes: 65,
    limitPerUser: 1,
    announcedDaysAgo: 17,
    saleOpensInDays: -10,
    saleOpensAt: "20:00",
    shows: week(5, "19:00", ["sat"], [1]),
  },
  {
    key: "midnight-diner",
    title: "자정의 재즈 식당",
    englishTitle: "Midnight Jazz Diner",
    description:
      "문을 닫은 식당에 불이 켜지고, 주방에서 브라스가 울립니다. 5인조 ‘도마 소리’의 오리지널 곡과 즉흥 연주로 채우는 늦은 밤의 두 시간. 메뉴판에서 관객이 고른 곡을 그 자리에서 연주합니다.\n\n한 분이 두 장까지 예매할 수 있습니다.",
    englishDescription:
      "The lights go on in a diner that has closed, and brass sounds from the kitchen. Two late hours of originals and improvisation by the quintet Cutting Board, who play what the audience orders from the menu.\n\nTwo tickets a person.",
    category: "concert",
    hall: studio,
    prices: { all: 50_000 },
    minutes: 120,
    limitPerUser: 2,
    announcedDaysAgo: 22,
    saleOpensInDays: -15,
    saleOpensAt: "12:00",
    shows: week(4, "22:00", ["fri", "sat"], [0.96, 0.83]),
  },
  {
    key: "neon-garden",
    title: "네온 정원",
    englishTitle: "Neon Garden",
    description:
      "해가 지면 잔디마당에 빛으로 된 꽃이 핍니다. 세 팀의 전자음악가가 밤바람을 악기 삼아 이어 가는 야외 라이브. 돗자리를 펴고 누워 들어도, 무대 앞에서 춤을 추어도 좋습니다.\n\n비가 와도 열립니다.",
    englishDescription:
      "After sunset flowers of light bloom on the meadow. Three electronic acts play through the night wind: lie on a blanket, or dance before the stage.\n\nIt takes place in the rain, too.",
    category: "concert",
    hall: park,
    prices: { standing: 66_000, picnic: 55_000 },
    minutes: 210,
    limitPerUser: 4,
    announcedDaysAgo: 4,
    saleOpensInDays: -2,
    saleOpensAt: "18:00",
    shows: week(20, "19:00", ["fri", "sat"], [0.3, 0.42]),
  },
]
