import type { Language } from "@podo/contract/account"
import type { Refusal } from "@podo/contract/refusal"
import type { Formats } from "./formats.ts"

type Sentences = {
  [Code in Refusal["code"]]?: (refusal: Extract<Refusal, { code: Code }>, tell: Formats) => string
}

const ko = {
  room: "대기실",
  needsNoScript:
    "이 화면은 자바스크립트 없이도 순번을 지켜요. 저절로 새로고침하니 그대로 두고 기다리면 돼요.",
  ifItFails: "연결이 끊겨 오류 화면이 나오면 새로고침해 주세요. 순번은 계정에 남아 있어요.",
  withScript: "자바스크립트를 쓸 수 있다면 이 회차 화면 열기",
  unknown: "회차를 찾을 수 없어요",
  failed: "잠시 문제가 생겼어요. 이 화면이 저절로 다시 시도하고, 순번은 그대로예요.",
  malformed: "다시 확인할 항목이 있어요.",
  message: "주최자 안내",
  waiting: (count: string) => `지금 ${count}명이 기다리고 있어요.`,
  saleOpens: (when: string) => `예매는 ${when}에 열려요.`,
  lobbyOpens: (when: string) => `대기실은 ${when}에 열려요.`,
  closed: "지금은 줄을 설 수 없어요",
  draining: "이미 줄에 있던 분들만 입장하고 있어요.",
  over: "예매가 끝났어요",
  soldOut: "매진됐어요",
  soldOutHint: "남은 자리가 없어 대기를 마쳤어요. 기다려 주셔서 고마워요.",
  notInLine: "아직 줄에 서지 않았어요",
  notInLineHint: "줄을 서면 순번은 계정에 남아요. 다른 기기에서 열어도 그대로예요.",
  enter: "줄 서기",
  lobby: "대기실에 들어왔어요",
  lobbyDrawn: "순번은 예매가 열릴 때 추첨으로 정해요. 먼저 와도, 새로고침해도 달라지지 않아요.",
  lobbyInOrder: "들어온 순서대로 입장해요.",
  seedHash: "시드 지문 (SHA-256)",
  position: "대기 순번",
  ahead: (count: string) => `앞에 ${count}명`,
  eta: (from: string, to: string) => (from === "0" ? `${to}분 안에` : `약 ${from}~${to}분`),
  etaTitle: "예상 대기 시간",
  paused: "입장이 잠시 멈췄어요. 순번은 그대로예요.",
  begunAnew: "저희 쪽 문제로 줄이 새로 시작됐어요. 다시 줄을 서 두었어요.",
  left: "구역별 남은 자리",
  leftCount: (count: string) => `${count}자리`,
  leave: "줄에서 나가기",
  leaveHint: "나갔다가 다시 오면 맨 뒤부터 기다려야 해요.",
  giveUp: "차례 포기하기",
  giveUpHint: "포기하고 다시 오면 맨 뒤부터 기다려야 해요.",
  admitted: "지금 차례예요!",
  admittedUntil: (minutes: string) => `${minutes}분 안에 자리를 잡아 주세요.`,
  noRoom: "이 회차는 대기실 없이 바로 예매해요",
  best: "좋은 자리 찾기",
  bestHint:
    "좌석도에서 직접 고르려면 자바스크립트가 필요해요. 차례는 계정에 남으니 다른 기기에서 골라도 돼요.",
  area: "구역",
  anyArea: "상관없음",
  quantity: "매수",
  count: (count: string) => `${count}매`,
  find: "자리 잡기",
  held: "자리를 잡았어요",
  heldFor: (minutes: string) => `${minutes}분 동안 잡아 둬요. 그 안에 예매해 주세요.`,
  seat: (row: string, number: string) => `${row}열 ${number}번`,
  standing: "스탠딩",
  total: "합계",
  book: "예매하기",
  giveBack: "자리 놓아주기",
  booked: "예매했어요",
  bookingId: "예매 번호",
  alreadyMine: "이 회차를 이미 예매했어요.",
  guest: "로그인하면 줄에 설 수 있어요",
  guestHint:
    "구글 로그인과 회원가입에는 자바스크립트가 필요해요. 다른 기기에서 줄을 서도 순번은 계정에 남아요.",
  email: "이메일",
  password: "비밀번호",
  signIn: "로그인",
  sentences: {
    WRONG_CREDENTIALS: () => "이메일이나 비밀번호가 맞지 않아요.",
    TOO_MANY_REQUESTS: ({ retryAfterMs }, tell) =>
      `시도가 너무 많았어요. ${tell.minutesLeft(retryAfterMs)}분 뒤에 다시 해 주세요. 순번은 그대로예요.`,
    TOO_MANY_HOLDS: ({ retryAfterMs }, tell) =>
      `자리를 여러 번 잡았다가 놓았어요. ${tell.minutesLeft(retryAfterMs)}분 뒤에 다시 잡을 수 있어요.`,
    STORE_UNAVAILABLE: () =>
      "지금은 처리할 수 없어요. 이 화면이 저절로 다시 시도하니 그대로 두세요.",
    SIGN_IN_REQUIRED: () => "로그인이 필요해요.",
    NOT_ADMITTED: () => "입장한 뒤에 자리를 잡을 수 있어요.",
    SALE_NOT_OPEN: ({ opensAt }, tell) => `예매는 ${tell.moment(opensAt)}에 열려요.`,
    SALE_CLOSED: () => "예매가 끝났어요.",
    NOT_ENOUGH_PLACES: ({ remaining }, tell) =>
      remaining === 0
        ? "이 조건으로는 남은 자리가 없어요."
        : `이 조건으로는 ${tell.number(remaining)}자리만 남았어요.`,
    PLACES_TAKEN: () => "방금 다른 분이 먼저 잡았어요. 다시 골라 주세요.",
    LIMIT_REACHED: ({ limit, booked }) =>
      `한 사람이 ${limit}매까지 예매할 수 있어요. 이미 ${booked}매를 예매했어요.`,
    HOLD_EXPIRED: () => "시간이 지나 잡아 둔 자리가 풀렸어요. 다시 골라 주세요.",
    CONFIRM_IN_PROGRESS: () => "예매를 처리하고 있어요. 잠시 뒤 다시 눌러 주세요.",
  } as Sentences,
}

export type LineWords = typeof ko

const en: LineWords = {
  room: "Waiting room",
  needsNoScript:
    "This page keeps your place without JavaScript. It reloads itself: leave it open and wait.",
  ifItFails:
    "If the connection breaks and an error page appears, reload it. Your place belongs to your account.",
  withScript: "Open this performance with JavaScript",
  unknown: "We could not find this performance",
  failed: "Something went wrong for a moment. This page tries again by itself; your place is kept.",
  malformed: "Some fields need another look.",
  message: "From the organizer",
  waiting: (count) => `People waiting now: ${count}.`,
  saleOpens: (when) => `The sale opens ${when}.`,
  lobbyOpens: (when) => `The waiting room opens ${when}.`,
  closed: "Nobody can join the line right now",
  draining: "Only those who are in line already are being let in.",
  over: "The sale is over",
  soldOut: "Sold out",
  soldOutHint: "Nothing is left, so the line has ended. Thank you for waiting.",
  notInLine: "You are not in the line yet",
  notInLineHint:
    "In line, your place belongs to your account. On another device you have the same place.",
  enter: "Join the line",
  lobby: "You are in the waiting room",
  lobbyDrawn:
    "Places are drawn when the sale opens. Coming early or reloading makes no difference.",
  lobbyInOrder: "People are let in in the order in which they came.",
  seedHash: "Fingerprint of the seed (SHA-256)",
  position: "Your position",
  ahead: (count) => `People ahead of you: ${count}`,
  eta: (from, to) => (from === "0" ? `within ${to} min` : `about ${from} to ${to} min`),
  etaTitle: "Expected wait",
  paused: "Letting people in has paused. Your position is kept.",
  begunAnew: "We had a problem and the line had to begin anew. You are in it again.",
  left: "Left by area",
  leftCount: (count) => `${count} left`,
  leave: "Leave the line",
  leaveHint: "If you come back, you wait from the end of the line.",
  giveUp: "Give up my turn",
  giveUpHint: "If you come back, you wait from the end of the line.",
  admitted: "It is your turn",
  admittedUntil: (minutes) => `Hold your places within ${minutes} min.`,
  noRoom: "This performance has no waiting room: book at once",
  best: "Find good seats",
  bestHint:
    "Choosing on the map needs JavaScript. Your turn belongs to your account, so another device will do.",
  area: "Area",
  anyArea: "Any area",
  quantity: "How many",
  count: (count) => count,
  find: "Hold places",
  held: "These places are yours",
  heldFor: (minutes) => `They are held for ${minutes} min. Book them before.`,
  seat: (row, number) => `Row ${row}, seat ${number}`,
  standing: "Standing",
  total: "Total",
  book: "Book",
  giveBack: "Give back",
  booked: "Booked",
  bookingId: "Booking number",
  alreadyMine: "You have booked this performance.",
  guest: "Sign in to join the line",
  guestHint:
    "Google and new accounts need JavaScript. You can also join on another device: your position belongs to your account.",
  email: "E-mail",
  password: "Password",
  signIn: "Sign in",
  sentences: {
    WRONG_CREDENTIALS: () => "The e-mail or the password is wrong.",
    TOO_MANY_REQUESTS: ({ retryAfterMs }, tell) =>
      `Too many attempts. Try again in ${tell.minutesLeft(retryAfterMs)} min. Your place in line is kept.`,
    TOO_MANY_HOLDS: ({ retryAfterMs }, tell) =>
      `You have held places and let them go several times. Try again in ${tell.minutesLeft(retryAfterMs)} min.`,
    STORE_UNAVAILABLE: () =>
      "This is not possible right now. This page tries again by itself: leave it open.",
    SIGN_IN_REQUIRED: () => "Please sign in first.",
    NOT_ADMITTED: () => "You can hold places once it is your turn.",
    SALE_NOT_OPEN: ({ opensAt }, tell) => `The sale opens ${tell.moment(opensAt)}.`,
    SALE_CLOSED: () => "The sale is over.",
    NOT_ENOUGH_PLACES: ({ remaining }, tell) =>
      remaining === 0
        ? "Nothing like this is left."
        : `Only ${tell.number(remaining)} like this left.`,
    PLACES_TAKEN: () => "Somebody was faster. Please choose again.",
    LIMIT_REACHED: ({ limit, booked }) =>
      `The limit is ${limit} per person, and you have booked ${booked}.`,
    HOLD_EXPIRED: () => "Your time ran out and the places were released. Please choose again.",
    CONFIRM_IN_PROGRESS: () => "Your booking is being made. Press again in a moment.",
  },
}

export const lineWords: Record<Language, LineWords> = { ko, en }

/** Why not, in the reader's language. */
export function sentenceOf(refusal: Refusal, words: LineWords, tell: Formats): string {
  const sentence = words.sentences[refusal.code] as
    | ((refusal: Refusal, tell: Formats) => string)
    | undefined
  return sentence?.(refusal, tell) ?? words.malformed
}
