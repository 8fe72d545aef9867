import type { RefusalWords } from "../refusals.ts"
import { spokenWait } from "../spoken-wait.ts"

const waitOf = (ms: number) =>
  spokenWait(ms, {
    hours: (count) => `${count}시간`,
    minutes: (count) => `${count}분`,
    seconds: (count) => `${count}초`,
  })

export const refusals: RefusalWords = {
  SIGN_IN_REQUIRED: () => "로그인이 필요해요.",
  NOT_ALLOWED: () => "이 작업을 할 수 있는 권한이 없어요.",
  NOT_FOUND: ({ what }) =>
    ({
      event: "공연을 찾을 수 없어요.",
      performance: "회차를 찾을 수 없어요.",
      area: "구역을 찾을 수 없어요.",
      booking: "예매 내역을 찾을 수 없어요.",
      hold: "잡아 둔 자리를 찾을 수 없어요.",
      session: "이미 로그아웃된 기기예요.",
      hall: "공연장을 찾을 수 없어요.",
      venue: "장소를 찾을 수 없어요.",
      "waiting-room": "이 회차에는 대기실이 없어요. 바로 자리를 고를 수 있어요.",
    })[what],
  WRONG_CREDENTIALS: () => "이메일이나 비밀번호가 맞지 않아요.",
  CODE_WRONG: ({ triesLeft }) => `코드가 맞지 않아요. ${triesLeft}번 더 입력할 수 있어요.`,
  CODE_SPENT: () => "코드를 여러 번 잘못 입력했어요. 새 코드를 받아 주세요.",
  CODE_EXPIRED: () => "코드가 만료됐어요. 새 코드를 받아 주세요.",
  EMAIL_HAS_ACCOUNT: () => "이미 가입한 이메일이에요. 로그인해 주세요.",
  HAS_EVENTS: ({ events }) =>
    `주최하는 공연이 ${events}개 있어요. 다른 주최자에게 넘긴 뒤에 삭제할 수 있어요.`,
  NOT_VALID: () => "다시 확인할 항목이 있어요.",
  EDITED_MEANWHILE: () =>
    "그사이 다른 사람이 내용을 바꿨어요. 손대지 않은 항목에는 바뀐 값을 넣었고, 둘 다 바꾼 항목은 표시했어요. 내 값으로 저장하려면 다시 저장해 주세요.",
  HALL_NOT_VALID: ({ count }) => `파일에 고칠 곳이 ${count}개 있어요. 저장하지 않았어요.`,
  HAS_BOOKINGS: ({ bookings }) =>
    `이미 예매가 ${bookings}건 있어요. 삭제 대신 회차를 취소해 주세요.`,
  ALREADY_PUBLISHED: () => "이미 공개한 공연이에요.",
  SALE_NOT_OPEN: ({ opensAt }, tell) => `아직 예매 전이에요. ${tell.when(opensAt)}에 열려요.`,
  SALE_CLOSED: () => "예매가 끝났어요.",
  NOT_ADMITTED: () => "대기실에서 차례를 기다린 뒤 선택할 수 있어요.",
  INVALID_PLACE: () => "선택할 수 없는 자리가 섞여 있어요. 다시 골라 주세요.",
  PLACES_TAKEN: ({ places }, tell) =>
    `${tell.places(places)}: 방금 다른 분이 먼저 잡았어요. 나머지 선택은 그대로예요.`,
  NOT_ENOUGH_PLACES: ({ remaining }, tell) =>
    remaining === 0
      ? "이 구역은 남은 자리가 없어요."
      : `이 구역에는 ${tell.number(remaining)}매만 남았어요.`,
  LIMIT_REACHED: ({ limit, booked }) =>
    booked > 0
      ? `한 사람이 ${limit}매까지 예매할 수 있어요. 이미 ${booked}매를 예매했어요.`
      : `한 사람이 ${limit}매까지 예매할 수 있어요.`,
  HOLD_EXPIRED: () => "선점 시간이 지나 자리가 풀렸어요. 다시 선택해 주세요.",
  ALREADY_EXTENDED: () => "선점 시간은 한 번만 늘릴 수 있어요.",
  TOO_MANY_HOLDS: ({ retryAfterMs }) =>
    `이 회차의 자리를 여러 번 잡았다가 놓았어요. ${waitOf(retryAfterMs)} 뒤에 다시 잡을 수 있어요.`,
  CONFIRM_IN_PROGRESS: () => "예매를 처리하고 있어요. 잠시만 기다려 주세요.",
  BOOKING_ID_TAKEN: () => "예매를 처리하지 못했어요. 다시 한 번 눌러 주세요.",
  ALREADY_CANCELLED: () => "이미 취소된 예매예요.",
  CANCEL_CLOSED: () => "취소할 수 있는 기간이 지났어요.",
  TOO_MANY_REQUESTS: ({ retryAfterMs }) =>
    `시도가 너무 많았어요. ${waitOf(retryAfterMs)} 뒤에 다시 해 주세요.`,
  STORE_UNAVAILABLE: () => "지금은 처리할 수 없어요. 잠시 뒤 다시 시도해 주세요.",
}
