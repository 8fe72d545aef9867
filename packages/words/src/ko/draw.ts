import type { DrawCheck } from "@podo/contract/draw-check"

/** The words about the draw of a waiting room: other pages do not carry them. */
export const draw = {
  question: "추첨은 왜 믿을 수 있나요?",
  before:
    "순번은 미리 뽑아 둔 시드와 내 계정으로 계산해요. 시드는 예매가 시작될 때 공개하고, 지금은 그 지문만 보여 드려요. 시드를 나중에 바꾸면 지문이 달라져서 누구나 알 수 있어요.",
  after:
    "예매가 시작되어 시드를 공개했어요. 버튼을 누르면 이 기기에서 명단 전체를 확인하고 내 순번을 다시 계산해요.",
  changed: "전에 본 시드 지문과 달라요. 추첨의 시드가 바뀐 것 같아요.",
  seedHash: "시드 지문 (SHA-256)",
  seed: "시드",
  entrants: "추첨 인원",
  people: (count: string) => `${count}명`,
  digest: "명단 지문 (SHA-256)",
  sealing: "명단을 봉인하고 있어요. 몇 초 안에 보여요.",
  check: "내 순번 확인하기",
  checkAll: "추첨 확인하기",
  checking: (percent: string) => `확인하고 있어요 ${percent}`,
  right: (place: string, entrants: string) =>
    `맞아요. 내 추첨 순번은 ${entrants}명 중 ${place}번째이고, 공개된 시드로 다시 계산해도 같아요.`,
  rightWithoutMe: (entrants: string) =>
    `추첨은 맞아요 (${entrants}명). 예매 시작 때 대기실에 없어서 내 추첨 순번은 없어요.`,
  rightForGuest: (entrants: string) =>
    `추첨은 맞아요 (${entrants}명). 로그인하면 내 순번도 확인할 수 있어요.`,
  wrong: "맞지 않아요. 아래 내용이 서로 달라요.",
  wrongs: {
    hash: "시드 지문이 전에 이 기기에서 본 것과 달라요.",
    seed: "공개된 시드가 미리 알린 지문과 맞지 않아요. 시드가 바뀌었어요.",
    pages: "명단의 형식이 잘못됐어요.",
    entrants: "명단의 인원이 알려 드린 인원과 달라요. 누가 빠졌거나 끼어들었어요.",
    order: "명단의 순서가 추첨 값의 순서와 달라요.",
    digest: "명단이 봉인했을 때와 달라요. 누가 빠졌거나 끼어들었거나 바뀌었어요.",
    place: "내 순번이 내 추첨 값과 맞지 않아요.",
  } satisfies Record<DrawCheck, string> as Record<DrawCheck, string>,
  notYet: "아직 봉인되지 않았어요. 잠시 뒤에 다시 눌러 주세요.",
  insecure: "이 연결에서는 계산할 수 없어요. https 주소로 열어 주세요.",
}

export type DrawWords = typeof draw
