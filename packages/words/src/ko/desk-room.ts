import type { RoomTerms } from "@podo/contract/desk-room"
import type { RoomNow } from "../room-now.ts"
import { spokenWait, withoutUnitOf } from "../spoken-wait.ts"

/** The history of a room in words. */
type RoomField = "waitingRoom" | keyof RoomTerms | "paused" | "draining" | "message" | "reason"

/** Written already. */
type LineCounts = { waiting: string; entered: string; admitted: string }

/** The words of the waiting room's forms and its live part, for an organizer. */
export const deskRoom = {
  title: "대기실",
  toEvent: "공연 관리로",
  toSale: "판매 현황",
  wait: (ms: number) =>
    spokenWait(ms, {
      hours: (count) => `${count}시간`,
      minutes: (count) => `${count}분`,
      seconds: (count) => `${count}초`,
    }),

  isOn: "대기실을 쓸까요?",
  on: "쓰기",
  onHint: "모두 한 줄로 기다렸다가 차례가 되면 들어가 자리를 골라요.",
  off: "쓰지 않기",
  offHint: "판매가 열리면 누구나 바로 자리를 골라요.",
  offWhileWaiting: (people: string) =>
    `지금 ${people}명이 기다리고 있어요. 끄면 줄이 사라지고 모두 바로 자리를 고르게 돼요.`,
  reason: "대기실을 끄는 이유",
  reasonHint:
    "이 대기실에 온 사람들이 있어요. 끈 시각과 함께 이 회차 페이지에서 누구나 볼 수 있어요.",
  before: "판매가 열리기 전",
  beforeHint: (when: string) => `판매는 ${when}에 열려요.`,
  lobby: "대기실 여는 시각",
  lobbies: {
    "30": "30분 전",
    "60": "1시간 전",
    "180": "3시간 전",
    "1440": "하루 전",
    own: "직접 정하기",
  },
  lobbyAt: (when: string) => `${when}부터 들어와 기다릴 수 있어요.`,
  lobbyOwn: "직접 정한 시각",
  order: "순서 정하기",
  draw: "추첨",
  drawHint:
    "판매 전에 온 사람은 언제 왔든 기회가 같아요. 순서는 추첨으로 정해지고 누구나 확인할 수 있어요.",
  arrival: "온 순서",
  arrivalHint: "대기실이 열린 뒤 먼저 온 사람이 앞에 서요.",
  fixedLobby:
    "대기실이 열려서 여는 시각과 순서 정하기는 바꿀 수 없어요. 사람들이 이대로 알고 왔어요.",
  fixedSale: "판매가 이미 열렸어요. 사람들은 온 순서대로 줄을 서요.",
  flow: "들여보내기",
  flowHint: "앞의 두 가지는 판매 중에도 판매 현황에서 바로 바꿀 수 있어요.",
  capacity: "동시에 들어가는 사람",
  capacityHint: (max: string) => `안에서 자리를 고르고 결제하는 사람 수예요. 1~${max}명`,
  perMinute: "분당 입장",
  perMinuteHint: (max: string) => `1분 동안 이보다 많이 들여보내지 않아요. 1~${max}명`,
  admissionMinutes: "머무는 시간(분)",
  admissionHint: (max: string) =>
    `이 시간이 지나면 나가고 다음 사람이 들어와요. 예매를 마치면 바로 나가요. 1~${max}분`,
  advice: "이렇게 흘러가요",
  adviceWait: "숫자를 모두 적으면 기다리는 시간을 알려 드려요.",
  adviceFlow: (capacity: string, minutes: string, flow: string) =>
    `동시에 ${capacity}명, 최대 ${minutes}분이면 1분에 ${flow} 들어가요.`,
  flowSpan: (from: string, to: string) => (from === to ? `${from}명이` : `${from}~${to}명이`),
  adviceCrowd: (people: string, wait: string) =>
    `${people}명이 오면 마지막 사람은 ${wait} 기다려요.`,
  waitSpan: (from: string, to: string) =>
    from === to ? `약 ${from}` : `약 ${withoutUnitOf(to, from)}~${to}`,
  limitedByRate: (most: string) => `분당 입장이 흐름을 정해요. 안에는 많아야 ${most}명까지 모여요.`,
  limitedByInside: "동시에 들어가는 사람 수가 흐름을 정해요. 분당 입장은 처음에만 영향을 줘요.",
  limitedByBoth:
    "빨리 고르는 사람이 많으면 분당 입장이, 아니면 동시에 들어가는 사람 수가 흐름을 정해요.",
  adviceSold: (places: string, wait: string) =>
    `이 흐름이면 ${places}자리가 다 팔리기까지 적어도 ${wait} 걸려요.`,
  soldOut: "매진되면",
  close: "줄을 닫기",
  closeHint: "기다리던 모두에게 매진이라고 알리고 줄을 끝내요.",
  keep: "줄을 그대로 두기",
  keepHint: "취소되거나 풀리는 자리를 기다릴 수 있게 순서를 지켜 줘요.",
  save: "저장",
  saving: "저장하고 있어요",
  savedOn: "저장했어요. 대기실을 써요.",
  savedOff: "저장했어요. 대기실을 쓰지 않아요.",
  cancelledNote: "취소된 회차라 대기실을 바꿀 수 없어요.",

  closedNote: "판매가 끝난 회차라 대기실을 바꿀 수 없어요.",

  badge: "대기실",
  settings: "대기실 설정",
  settingsOf: (when: string) => `${when} 대기실 설정`,
  onOf: (on: string, all: string) => `${all}회차 가운데 ${on}회차가 대기실을 써요.`,
  onAll: "모든 회차가 대기실을 써요.",
  offHere: "이 회차는 대기실을 쓰지 않아요. 판매가 열리면 누구나 바로 자리를 골라요.",
  draftNote: "대기실을 쓰는 회차예요. 공연을 공개하면 여기서 줄을 볼 수 있어요.",
  failed: "대기실 상태를 불러오지 못했어요.",

  nows: {
    away: "대기실에 닿지 않아요",
    before: "아직 열리지 않았어요",
    lobby: "판매를 기다리고 있어요",
    "paused-lobby": "멈춰 둔 채 기다리고 있어요",
    "letting-in": "들여보내고 있어요",
    paused: "멈췄어요",
    keeping: "자리가 나기를 기다리고 있어요",
    "sold-out": "매진이라 줄이 끝났어요",
    over: "판매가 끝났어요",
  } satisfies Record<RoomNow, string> as Record<RoomNow, string>,
  away: "지금은 줄을 볼 수 없고 아무도 들어가지 못해요. 팔린 자리는 그대로예요. 계속 다시 묻고 있어요.",
  opensAt: (when: string) => `${when}에 열려요.`,
  lobbyNow: (when: string) => `${when}에 판매가 열리면 차례대로 들어가요.`,
  pausedLobby: "판매가 열려도 다시 시작하기 전에는 아무도 들어가지 않아요.",
  lettingIn: "안에 자리가 나는 대로 다음 사람이 들어가요.",
  paused: "아무도 새로 들어가지 않아요. 안에 있는 사람은 그대로 예매할 수 있어요.",
  keeping: "지금 살 수 있는 자리가 없어요. 자리가 나면 앞사람부터 들어가요.",
  soldOutNow: "남은 자리가 없어서 모두에게 알렸어요.",
  over: "이제 아무도 기다리지 않아요.",
  drainingNow: "새로 줄을 설 수 없어요.",

  waiting: "기다리는 사람",
  waitingHint: (absent: string) => `자리를 비운 사람 ${absent}`,
  inside: "안에 있는 사람",
  insideHint: (capacity: string) => `동시에 ${capacity}명까지`,
  admitted: "지난 1분 입장",
  admittedHint: (perMinute: string, now: string) => `최대 ${perMinute} · 이번 분 ${now}`,
  noShows: "안 온 사람",
  noShowsHint: (admitted: string) => `모두 ${admitted}명 입장`,
  median: "보통 기다린 시간",
  medianHint: "최근 500명의 중앙값",
  unknown: "–",

  controls: "대기실 조작",
  pause: "멈추기",
  resume: "다시 시작",
  answerLost: "응답을 받지 못했어요. 다시 눌러도 괜찮아요.",
  did: (what: string, clock: string) => `${clock} ${what}`,
  didPause: "멈췄어요. 아무도 새로 들어가지 않아요.",
  didResume: "다시 들여보내고 있어요.",
  didDrain: "이제 새로 줄을 설 수 없어요.",
  didStopDraining: "다시 줄을 설 수 있어요.",
  didRate: (perMinute: string) => `이제 1분에 ${perMinute}명까지 들어가요.`,
  didCapacity: (capacity: string) => `이제 동시에 ${capacity}명까지 들어가요.`,
  didSay: "모두에게 보이고 있어요.",
  didClear: "글을 지웠어요.",
  didTakeBack: (name: string) => `${name} 님의 입장을 취소했어요.`,
  didOpen: "판매를 열었어요.",
  set: "적용",
  setRate: "분당 입장 적용",
  setCapacity: "동시 입장 적용",
  numberWrong: (max: string) => `1부터 ${max}까지 적어 주세요.`,
  rateHint: (wait: string) => `이 속도면 지금 줄이 끝나기까지 적어도 ${wait}이에요.`,
  rateHintNone: "지금은 기다리는 사람이 없어요.",
  capacityNow: (inside: string) => `지금 ${inside}명이 안에 있어요. 줄여도 아무도 내보내지 않아요.`,
  message: "모두에게 한마디",
  messageHint: "줄 선 사람의 화면에 바로 보여요.",
  messageLeft: (used: string, max: string) => `${max}자 가운데 ${used}자`,
  say: "보이기",
  clear: "글 지우기",
  previewNow: "지금 보이는 글",
  previewNext: "이렇게 보여요",
  previewNone: "지금은 아무 글도 보이지 않아요.",
  open: "판매 지금 열기",
  openLead: (when: string) => `원래는 ${when}에 열려요.`,
  openTitle: "판매를 지금 열까요?",
  openWhat: [
    "기다리지 않고 지금 바로 판매가 시작돼요.",
    "대기실에 있는 사람이 정해진 순서대로 들어가요.",
    "연 판매는 다시 예정으로 되돌릴 수 없어요.",
  ],
  openPaused: "대기실을 멈춰 두었어요. 다시 시작해야 사람들이 들어가요.",
  openKeep: "아직이요",
  openYes: "판매 지금 열기",
  drain: "줄 그만 받기",
  drainLead: "누르면 새로 줄을 설 수 없어요. 이미 줄 선 사람은 끝까지 들어가요.",
  stopDraining: "다시 줄 받기",
  stopDrainingLead: "지금은 새로 줄을 설 수 없어요. 누르면 다시 줄을 설 수 있어요.",

  chart: "지난 한 시간",
  chartWaiting: "기다린 사람",
  chartEntered: "줄 선 사람",
  chartAdmitted: "들어간 사람",
  chartPeak: (count: string) => `최대 ${count}`,
  chartAt: (clock: string, { waiting, entered, admitted }: LineCounts) =>
    `${clock} · 대기 ${waiting} · 줄 섬 ${entered} · 입장 ${admitted}`,
  chartLead: (entered: string, admitted: string, noShows: string) =>
    `한 시간 동안 ${entered}명이 줄을 섰고 ${admitted}명이 들어갔어요. ${noShows}명은 차례에 없었어요.`,
  chartMinute: "시각",

  people: "안에 있는 사람",
  unseen: "지금은 볼 수 없어요. 계속 다시 묻고 있어요.",
  peopleNone: "지금 안에 있는 사람이 없어요.",
  peopleMost: (max: string) => `늦게 들어온 ${max}명까지 보여요.`,
  until: (clock: string) => `${clock}까지`,
  left: "나갔어요",
  nobody: "탈퇴한 회원",
  takeBack: "입장 취소",
  takeBackOf: (name: string) => `${name} 님 입장 취소`,
  takeBackTitle: (name: string) => `${name} 님의 입장을 취소할까요?`,
  takeBackWhat: [
    "지금부터 이 사람은 자리를 고를 수 없고, 줄에서도 빠져요.",
    "잡아 둔 자리는 풀려요. 이미 예매를 시작했다면 그 예매는 그대로 끝나요.",
    "다시 줄을 서면 맨 뒤부터예요.",
  ],
  takeBackKeep: "그대로 두기",
  takeBackYes: "입장 취소하기",

  auditFields: {
    waitingRoom: "대기실",
    lobbyOpensAt: "대기실 여는 시각",
    hasDraw: "추첨",
    capacity: "동시에 들어가는 사람",
    perMinute: "분당 입장",
    admissionMinutes: "머무는 시간(분)",
    whenSoldOut: "매진되면",
    reason: "끈 이유",
    paused: "멈춤",
    draining: "줄 그만 받기",
    message: "모두에게 한마디",
  } satisfies Record<RoomField, string> as Record<RoomField, string>,
  auditValues: { close: "줄을 닫기", keep: "줄을 그대로 두기" } satisfies Record<
    RoomTerms["whenSoldOut"],
    string
  >,
}

export type DeskRoomWords = typeof deskRoom
