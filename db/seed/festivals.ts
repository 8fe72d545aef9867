import type { Weekday } from "./calendar.ts"
import { type EventPlan, type RoomPlan, week } from "./event-plan.ts"
import { park } from "./park.ts"
import { stadium } from "./stadium.ts"
import { village } from "./village.ts"

const EVENINGS: Weekday[] = ["tue", "wed", "thu", "fri", "sat", "sun"]

/** The last free evening, and hardly a place left: whoever comes is let in in order, a handful at a time. */
const LAST_SATURDAY: RoomPlan = {
  lobbyMinutes: 30,
  hasDraw: false,
  capacity: 10,
  perMinute: 30,
  admissionMinutes: 5,
  whenSoldOut: "keep",
}

/**
 * A stadium that everybody wants at once: 1,500 people a minute who take two minutes each are 3,000 inside, and
 * with two or three seats a person it is sold in about a quarter of an hour.
 */
const FINAL: RoomPlan = {
  lobbyMinutes: 60,
  hasDraw: true,
  capacity: 3_000,
  perMinute: 1_500,
  admissionMinutes: 8,
  whenSoldOut: "close",
}

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
    key: "month-of-lanterns",
    title: "등불의 달",
    englishTitle: "Month of Lanterns",
    description:
      "한 달 동안 해가 지면 한옥마을 골목마다 등불이 켜집니다. 하루에 백 명만 들어와 등을 만들고, 우물마당에서 해금과 기타를 듣고, 골목 끝 찻집에서 밤을 보냅니다. 날마다 켜지는 등이 다르고, 마지막 밤에는 모든 등을 함께 띄웁니다.\n\n월요일은 쉽니다. 하루에 한 분이 네 장까지 예매할 수 있습니다. 비가 오면 처마 아래에서 이어집니다.",
    englishDescription:
      "For a month lanterns are lit at dusk in every alley of an old village. A hundred guests a night fold a lantern of their own, listen to haegeum and guitar at the well, and stay for tea where the alley ends. Other lanterns shine every night, and on the last one all of them are let go.\n\nClosed on Mondays. Four tickets a person and day. When it rains it goes on under the eaves.",
    category: "festival",
    hall: village,
    prices: { day: 33_000 },
    minutes: 240,
    limitPerUser: 4,
    announcedDaysAgo: 9,
    saleOpensInDays: -3,
    saleOpensAt: "20:00",
    shows: [
      ...week(2, "18:00", EVENINGS, [0.88, 0.93, 0.97, 1, 1, 0.99]),
      ...week(3, "18:00", EVENINGS, [0.42, 0.51, 0.64, 0.98, 1, 0.86]),
      ...week(4, "18:00", EVENINGS, [0.2, 0.27, 0.38, 0.81, 1, 0.73]),
      ...week(5, "18:00", EVENINGS, [0.09, 0.14, 0.22, 0.69, 0.95, 1]).map((show) =>
        show.weekday === "sat" ? { ...show, room: LAST_SATURDAY } : show,
      ),
    ],
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
    shows: week(12, "16:00", ["sat"]).map((show) => ({ ...show, room: FINAL })),
  },
]
