import { useLanguage } from "../language/language.ts"
import type { Language } from "../language/formats.ts"

const ko = {
  way: { legend: "자리 보는 방법", map: "지도", list: "목록" },
  prices: {
    legend: "가격으로 보기",
    all: "전체",
    wheelchairs: "휠체어석",
    left: (count: string) => `${count}석`,
    soldOut: "매진",
    standing: "스탠딩",
  },
  list: {
    sections: "구역 목록",
    seatsLeft: (count: string) => `${count}석 남음`,
    placesLeft: (count: string) => `${count}매 남음`,
    soldOut: "매진",
    all: "판매된 자리도 보기",
    onMap: "지도에서 보기",
    away: (metres: string) => `무대에서 약 ${metres} m`,
    companion: "동반석",
    help: "화살표 키로 자리를 옮기고, Enter나 스페이스로 고르거나 뺄 수 있어요.",
    taken: (seat: string) => `${seat}: 방금 다른 분이 잡았어요.`,
    noneOpen: "이 구역에는 지금 고를 수 있는 자리가 없어요.",
    nothing: "조건에 맞는 구역이 없어요.",
    loading: "좌석을 불러오고 있어요.",
  },
  best: {
    title: "좋은 자리 찾기",
    lead: "가장 좋은 자리를 나란히 찾아 바로 잡아 드려요.",
    seats: "몇 석",
    quantity: (count: string) => `${count}석`,
    fewer: "한 석 빼기",
    more: "한 석 더하기",
    price: "가격",
    anyPrice: "모든 가격",
    anySeat: "모든 좌석",
    withStanding: "스탠딩까지 모두",
    upTo: (price: string) => `${price} 이하`,
    grades: "등급",
    ceilings: "최대 가격",
    wheelchairs: "휠체어석",
    wheelchairHint: "찾는 자리 가운데 휠체어석이 몇 석인지 골라 주세요. 나머지는 그 옆자리예요.",
    fewerWheelchairs: "휠체어석 한 석 빼기",
    moreWheelchairs: "휠체어석 한 석 더하기",
    find: "좋은 자리 찾기",
    findSome: (count: string) => `좋은 자리 ${count}석 찾기`,
    finding: "자리를 찾고 있어요",
    signIn: "로그인하고 좋은 자리 찾기",
    orChoose: (limit: number) => `직접 골라도 돼요. ${limit}매까지 고를 수 있어요.`,
    notEnough: (count: number, left: string) =>
      count === 0 ? "이 조건으로 남은 자리가 없어요." : `이 조건으로는 ${left}석만 남았어요.`,
    onlyWheelchairs: "휠체어석과 그 동반석만 남았어요. 휠체어석이 필요하면 그 수를 골라 주세요.",
    findFewer: (count: string) => `${count}석 찾기`,
    findAtAnyPrice: "가격 상관없이 찾기",
    findStanding: "스탠딩까지 찾기",
  },
  found: {
    title: "좋은 자리를 찾았어요",
    together: (count: string) => `${count}석 나란히`,
    part: (count: string) => `${count}석`,
    notTogether: "모두 나란히 앉을 수 있는 자리는 남아 있지 않아요.",
    ways: { row: "같은 열", rows: "앞뒤 열", area: "같은 구역", areas: "서로 다른 구역" },
    giveBack: "놓아주기",
  },
  taken: {
    gone: (labels: string) => `${labels}: 다른 분이 먼저 잡았어요.`,
    restKept: "나머지 선택은 그대로예요.",
    besideIt: (seat: string) => `바로 옆 ${seat}으로 바꾸기`,
    instead: (seat: string) => `${seat}으로 바꾸기`,
    all: (count: string) => `${count}자리 한 번에 바꾸기`,
    offered: (lost: string, found: string) => `${lost} → ${found}`,
  },
  time: {
    more: "시간 더 쓰기",
    soon: "시간이 더 필요하면 ‘시간 더 쓰기’를 눌러 주세요. 한 번 쓸 수 있어요.",
    used: "시간을 한 번 늘렸어요",
  },
  pause: {
    why: "자리를 여러 번 잡았다가 놓아서, 잠시 뒤에 다시 잡을 수 있어요. 고른 내용은 그대로 둘게요.",
    again: (clock: string) => `${clock} 뒤에 다시 잡기`,
  },
  returning: {
    why: "풀린 자리는 잠시 뒤 무작위로 다시 열려요. 그때 비어 있으면 다시 선택해 드려요.",
    waiting: "자리가 다시 열리기를 기다리고 있어요.",
    kept: "아직 비어 있는 자리는 다시 선택해 두었어요.",
  },
  lost: "잡아 둔 자리가 풀렸어요. 다른 기기에서 놓았거나 저희 쪽에 잠시 문제가 있었어요. 다시 잡아 주세요.",
}

/** Korean is the first; the others have exactly its keys. */
export type ChoosingWords = typeof ko

const en: ChoosingWords = {
  way: { legend: "Show seats as", map: "Map", list: "List" },
  prices: {
    legend: "Filter by price",
    all: "All",
    wheelchairs: "Wheelchair places",
    left: (count) => `${count} left`,
    soldOut: "Sold out",
    standing: "Standing",
  },
  list: {
    sections: "Sections",
    seatsLeft: (count) => (count === "1" ? "1 seat left" : `${count} seats left`),
    placesLeft: (count) => `${count} left`,
    soldOut: "Sold out",
    all: "Show taken seats too",
    onMap: "Show on map",
    away: (metres) => `about ${metres} m from the stage`,
    companion: "Companion place",
    help: "Arrow keys move between seats; Enter or Space selects or deselects one.",
    taken: (seat) => `${seat}: somebody has just taken it.`,
    noneOpen: "No seat in this section can be chosen right now.",
    nothing: "No section matches.",
    loading: "Loading the seats.",
  },
  best: {
    title: "Find good seats",
    lead: "The best seats that are left, side by side, held for you at once.",
    seats: "How many seats",
    quantity: (count) => (count === "1" ? "1 seat" : `${count} seats`),
    fewer: "One seat fewer",
    more: "One seat more",
    price: "Price",
    anyPrice: "Any price",
    anySeat: "Any seat",
    withStanding: "Seats and standing",
    upTo: (price) => `Up to ${price}`,
    grades: "Grade",
    ceilings: "Highest price",
    wheelchairs: "Wheelchair places",
    wheelchairHint: "How many of the seats are for wheelchairs? The others are beside them.",
    fewerWheelchairs: "One wheelchair place fewer",
    moreWheelchairs: "One wheelchair place more",
    find: "Find good seats",
    findSome: (count) => (count === "1" ? "Find one good seat" : `Find ${count} good seats`),
    finding: "Looking for seats",
    signIn: "Sign in to find good seats",
    orChoose: (limit) => `Or choose for yourself, up to ${limit}.`,
    notEnough: (count, left) =>
      count === 0 ? "Nothing like this is left." : `Only ${left} like this left.`,
    onlyWheelchairs:
      "Only wheelchair places and their companion seats are left. If you need one, say how many.",
    findFewer: (count) => `Find ${count}`,
    findAtAnyPrice: "Find at any price",
    findStanding: "Standing is fine too",
  },
  found: {
    title: "Good seats found",
    together: (count) => `${count} side by side`,
    part: (count) => count,
    notTogether: "No seats are left where all of you sit side by side.",
    ways: {
      row: "in the same row",
      rows: "in neighbouring rows",
      area: "in the same section",
      areas: "in different sections",
    },
    giveBack: "Give back",
  },
  taken: {
    gone: (labels) => `${labels}: somebody was faster.`,
    restKept: "The rest of your selection is kept.",
    besideIt: (seat) => `Take ${seat} beside it`,
    instead: (seat) => `Take ${seat} instead`,
    all: (count) => `Take these ${count} instead`,
    offered: (lost, found) => `${lost} → ${found}`,
  },
  time: {
    more: "Need more time",
    soon: "If you need more time, press “Need more time”. You can use it once.",
    used: "Your time was extended once",
  },
  pause: {
    why: "You have held places and let them go several times, so there is a short wait. What you chose stays as it is.",
    again: (clock) => `You can hold again in ${clock}`,
  },
  returning: {
    why: "Released seats open again after a short, random while. If yours are free then, they are selected again.",
    waiting: "Waiting for the seats to open again.",
    kept: "Those still free are selected again.",
  },
  lost: "Your places are no longer held: you gave them back on another device, or we had a moment of trouble. Please hold them again.",
}

export const choosingWords: Record<Language, ChoosingWords> = { ko, en }

/** What is said while places are chosen and held: other pages do not carry it. */
export function useChoosingWords(): ChoosingWords {
  return choosingWords[useLanguage().language]
}
