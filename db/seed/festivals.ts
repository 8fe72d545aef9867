import { type EventPlan, week } from "./event-plan.ts"
import { park } from "./park.ts"
import { stadium } from "./stadium.ts"

export const festivals: EventPlan[] = [
  {
    key: "mulbit-forest",
    title: "물빛숲 음악제",
    englishTitle: "Mulbit Forest Music Days",
    description:
      "하루 백 명만 서서 듣는 숲속 음악제. 사흘 동안 아침 산책 공연, 낮의 합주, 모닥불 옆의 노래가 이어집니다. 날마다 출연진이 다르며, 하루권은 그날 모든 무대에서 쓸 수 있습니다.\n\n하루에 한 분이 두 장까지 예매할 수 있습니다. 다회용 컵을 가져오세요.",
    englishDescription:
      "A forest festival for a hundred listeners on their feet a day. Morning walks with music, ensembles at noon, songs by the fire, three days long and different every day. A day ticket is good for all of that day's stages.\n\nTwo tickets a person and day. Bring your own cup.",
    category: "festival",
    hall: park,
    prices: { standing: 88_000, picnic: 77_000 },
    minutes: 600,
    limitPerUser: 2,
    announcedDaysAgo: 29,
    saleOpensInDays: -5,
    saleOpensAt: "20:00",
    shows: week(18, "11:00", ["fri", "sat", "sun"], [0.45, 0.82, 0.3]),
  },
  {
    key: "starcluster-final",
    title: "별무리 리그 결승전",
    englishTitle: "Starcluster League – The Final",
    description:
      "열여섯 팀이 시작해 두 팀이 남았습니다. 궤도 전략 게임 ‘별무리’의 시즌 결승이 경기장에서 열립니다. 다섯 판 중 세 판을 먼저 이기는 팀이 은하배를 가져갑니다. 개막 무대와 시상식이 함께 있습니다.\n\n경기 상황에 따라 끝나는 시각이 달라질 수 있습니다.",
    englishDescription:
      "Sixteen teams began, two are left. The season's final of the orbital strategy game Starcluster, in a stadium: the first to win three of five takes the Galaxy Cup. With an opening act and the award ceremony.\n\nThe end depends on the match.",
    category: "sports",
    hall: stadium,
    prices: { floor: 77_000, lower: 66_000, middle: 49_000, upper: 33_000 },
    minutes: 300,
    limitPerUser: 4,
    announcedDaysAgo: 8,
    saleOpensInDays: 2,
    saleOpensAt: "20:00",
    shows: week(12, "16:00", ["sat"]),
  },
]
