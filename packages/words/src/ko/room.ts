/** No line ends between "(한국 시간)" and its particle. */
const at = (when: string) => `${when}\u2060에`

/** The words in a waiting room: other pages do not carry them. */
export const room = {
  guest: {
    title: "차례대로 입장하는 공연이에요",
    lead: "모두 한 줄로 기다렸다가 차례가 되면 자리를 골라요. 순번은 계정에 저장되니, 새로고침하거나 탭을 여러 개 열어도 달라지지 않아요.",
    draw: "예매 시작 전에 들어온 분들의 순번은 추첨으로 정해요. 일찍 온다고 앞서지 않아요.",
    signIn: "로그인하고 줄 서기",
    signInAhead: "미리 로그인해 두기",
    waiting: (count: string) => `지금 ${count}명이 기다리고 있어요.`,
  },
  closed: {
    label: "대기실이 열리기까지",
    title: (when: string) => `대기실은 ${at(when)} 열려요`,
    stay: "이 화면을 켜 두면 열릴 때 저절로 들어가요. 새로고침하지 않아도 돼요.",
    saleOpens: (when: string) => `예매는 ${at(when)} 시작해요.`,
    entering: "대기실에 들어가고 있어요",
    draining: "지금은 새로 줄을 설 수 없어요",
    drainingHint: "이미 줄에 있던 분들만 입장하고 있어요.",
  },
  lobby: {
    label: "예매 시작까지",
    title: "대기실에 들어왔어요",
    draw: (when: string) =>
      `순번은 ${at(when)} 추첨으로 정해요. 먼저 오거나 새로고침해도 달라지지 않아요.`,
    order: (when: string) => `${at(when)} 예매가 시작되면 이 순서대로 입장해요.`,
    here: (count: string) =>
      count === "1" ? "제일 먼저 들어왔어요" : `지금 ${count}명이 함께 기다리고 있어요`,
    drawing: "순번을 뽑고 있어요",
    drawingHint: "몇 초 안에 내 순번이 보여요. 그대로 계시면 돼요.",
    opening: "예매가 시작됐어요",
  },
  line: {
    label: "내 대기 순번",
    /** After a position. */
    ordinal: () => "번째",
    next: "바로 다음이 내 차례예요",
    ahead: (count: string) => `앞에 ${count}명`,
    behind: (count: string) => `뒤에 ${count}명`,
    stay: "새로고침하지 않아도 저절로 바뀌어요. 다른 화면을 보고 와도, 다른 기기로 봐도 순번은 그대로예요.",
    risen: "자리를 비웠던 분이 돌아와 순번이 조금 늘었어요.",
    spoken: (position: string, ahead: string) => `대기 순번 ${position}번째, 앞에 ${ahead}명.`,
  },
  time: {
    label: "예상 대기 시간",
    soon: "1분 안에",
    minutes: (from: string | undefined, to: string) =>
      from === undefined ? `${to}분 안에` : `${from}~${to}분`,
    hours: (from: string | undefined, to: string) =>
      from === undefined ? `${to}시간 안에` : `${from}~${to}시간`,
    mixed: (minutes: string, hours: string) => `${minutes}분~${hours}시간`,
    longer: "생각보다 오래 걸리고 있어요.",
    wide: "얼마나 빨리 들어가는지 아직 재고 있어요.",
    unknown: "재고 있어요",
    paused: "멈춤",
    none: "자리가 나는 대로",
  },
  notice: {
    paused: "입장이 잠시 멈췄어요. 순번은 그대로이고, 다시 시작하면 이어서 입장해요.",
    soldOut: "지금은 남은 자리가 없어요. 취소되는 자리가 나오면 줄 순서대로 입장해요.",
    offline: "연결이 잠시 끊겼어요. 순번은 그대로예요. 다시 연결하고 있어요.",
    organizer: "주최자 알림",
    begunAnew: (when: string) =>
      `저희 쪽 문제로 ${at(when)} 줄이 새로 시작됐어요. 다시 줄을 서 두었어요.`,
  },
  left: {
    title: "남은 자리",
    total: (count: string) => `${count}자리`,
    none: "지금은 없음",
    byArea: "구역별로 보기",
  },
  chance: {
    plenty: (limit: number) => `앞에 계신 분이 모두 ${limit}매씩 예매해도 자리가 남아요.`,
    likely: "남은 자리가 앞에 계신 분보다 많아요. 한 분이 여러 자리를 고를 수도 있어요.",
    some: (of: number, outOf: number) =>
      `앞에 계신 분 ${outOf}명 중 ${of}명쯤이 자리를 찾을 수 있어요.`,
    drawn: (of: number, outOf: number) =>
      `기다리는 분 ${outOf}명 중 ${of}명쯤이 자리를 찾을 수 있어요.`,
    slim: "기다리는 분에 비해 남은 자리가 아주 적어요.",
    small: "내 차례 전에 매진될 수 있어요. 취소되는 자리가 다시 나오기도 해요.",
    others: "다른 회차도 함께 살펴보세요. 순번은 그대로예요.",
  },
  turn: {
    title: "지금 차례예요!",
    left: "입장 시간",
    clock: (minutes: number, seconds: number) =>
      minutes > 0 ? `${minutes}분 ${seconds}초 남음` : `${seconds}초 남음`,
    hint: "시간 안에 자리를 잡아 주세요.",
    held: "자리를 잡은 뒤에는 입장 시간이 지나도 예매를 마칠 수 있어요.",
    spoken: (minutes: number) => `지금 차례예요. ${minutes}분 안에 자리를 잡아 주세요.`,
    announce: (seconds: number) => `입장 시간이 ${seconds}초 남았어요.`,
  },
  absent: {
    called: "자리를 비우신 사이에 차례가 됐어요",
    calledHint: "괜찮아요. 다음 차례로 바로 들어가요.",
    lost: "줄이 새로 시작됐어요",
    lostHint: "저희 쪽에 문제가 있었어요. 지금 다시 줄을 서고 있어요.",
    over: "입장 시간이 끝났어요",
    overHint: "다시 서면 맨 뒤부터 시작해요. 고르던 자리는 그때까지 적어 둘게요.",
    left: "줄에서 나왔어요",
    leftHint: "다시 서면 맨 뒤부터 시작해요.",
    booked: "이 회차를 예매했어요",
    bookedHint: "더 예매하려면 다시 줄을 서 주세요.",
    arriving: "줄을 서고 있어요",
    arrivingHint: "금방이에요.",
    enter: "줄 서기",
    again: "다시 줄 서기",
  },
  over: {
    title: "모두 매진됐어요",
    hint: "기다려 주셔서 고마워요. 더 나올 자리가 없어 줄을 마쳤어요.",
  },
  leave: {
    ask: "줄에서 나가기",
    title: "줄에서 나갈까요?",
    position: (position: string) =>
      `${position}번째 순번을 잃어요. 다시 들어오면 맨 뒤부터 기다려야 해요.`,
    lobby: "예매 시작 전까지 돌아오지 않으면 추첨에서 빠져요.",
    inside: "입장이 끝나고, 고르던 자리는 잡히지 않아요. 다시 들어오면 맨 뒤부터 기다려야 해요.",
    yes: "나가기",
    no: "계속 기다리기",
    stay: "계속 고르기",
    inLine: "화면을 닫기만 하면 순번은 남아 있어요.",
    fromInside: "입장 마치기",
  },
  tell: {
    title: "차례가 되면",
    sound: "소리로 알리기",
    notify: "알림 보내기",
    blocked: "브라우저 설정에서 이 사이트의 알림이 꺼져 있어요.",
    notified: (title: string) => `‘${title}’ 예매할 차례예요. 지금 자리를 골라 주세요.`,
  },
  strip: {
    label: "기다리는 줄",
    position: (position: string) => `내 순번 ${position}번째`,
    lobby: "대기실에서 기다리는 중",
    called: "다시 들어가는 중",
    turn: "지금 차례예요!",
    goIn: "들어가기",
    back: "대기실로",
  },
}

/** Korean is the first; the others have exactly its keys. */
export type RoomWords = typeof room
