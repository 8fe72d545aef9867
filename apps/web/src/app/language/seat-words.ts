import type { Speaking } from "./language.ts"
import type { Language } from "./formats.ts"

const ko = {
  mapElsewhere: "좌석도. 같은 자리를 구역 목록과 좌석 목록에서도 고를 수 있어요.",
  stage: "무대",
  rowAndNumber: (row: string, number: number) => `${row}열 ${number}번`,
  row: (row: string) => `${row}열`,
  accessible: "휠체어석",
  companion: "동반석",
  toStageMetres: (metres: string) => `무대까지 약 ${metres}m`,
  looks: {
    open: "선택 가능",
    selected: "선택함",
    mine: "내 자리",
    held: "다른 분이 결제 중",
    sold: "판매됨",
    withheld: "판매하지 않음",
    gone: "방금 다른 분이 잡음",
  },
  whyNot: {
    mine: "이미 내가 잡은 자리예요.",
    held: "다른 분이 결제하고 있어요. 결제하지 않으면 다시 열려요.",
    sold: "이미 판매된 자리예요.",
    withheld: "판매하지 않는 자리예요.",
    gone: "방금 다른 분이 먼저 잡았어요. 다른 자리를 골라 주세요.",
    full: "더 고를 수 없어요. 다른 자리를 원하면 지금 고른 자리를 먼저 놓아 주세요.",
  },
  tapHint: "자리를 누르면 번호와 가격이 보여요.",
  zoomedForTap: "누르기 쉽게 확대했어요. 자리를 골라 주세요.",
  zoomIn: "확대",
  zoomOut: "축소",
  zoomFit: "전체 보기",
  marks: "자리 표시",
  seatsLeft: (count: string) => `${count}석 남음`,
  placesLeft: (count: string) => `${count}매 남음`,
  shortLeft: (count: string) => `${count}석`,
  shortPlacesLeft: (count: string) => `${count}매`,
  soldOut: "매진",
  areaHint: "구역을 누르면 자리를 고를 수 있어요.",
  seatsComing: "자리를 불러오고 있어요.",
}

/** Korean is the first; the others have exactly its keys. */
export type SeatWords = typeof ko

const en: SeatWords = {
  mapElsewhere: "Seat map. The lists of sections and seats offer the same places.",
  stage: "Stage",
  rowAndNumber: (row, number) => `Row ${row}, seat ${number}`,
  row: (row) => `Row ${row}`,
  accessible: "Wheelchair place",
  companion: "Companion seat",
  toStageMetres: (metres) => `about ${metres} m to the stage`,
  looks: {
    open: "Available",
    selected: "Selected",
    mine: "Yours",
    held: "In someone’s basket",
    sold: "Sold",
    withheld: "Not on sale",
    gone: "Just taken",
  },
  whyNot: {
    mine: "This seat is already yours.",
    held: "Someone is paying for this seat. It opens again if they don’t.",
    sold: "This seat is sold.",
    withheld: "This seat is not on sale.",
    gone: "Somebody was faster. Please choose another seat.",
    full: "You cannot choose more. To change, let go of a seat you have first.",
  },
  tapHint: "Choose a seat to see its number and price.",
  zoomedForTap: "Zoomed in to make seats easier to tap. Now choose one.",
  zoomIn: "Zoom in",
  zoomOut: "Zoom out",
  zoomFit: "Show all",
  marks: "What the marks mean",
  seatsLeft: (count) => (count === "1" ? "1 seat left" : `${count} seats left`),
  placesLeft: (count) => `${count} left`,
  shortLeft: (count) => `${count} left`,
  shortPlacesLeft: (count) => `${count} left`,
  soldOut: "Sold out",
  areaHint: "Choose an area to see its places.",
  seatsComing: "Seats are on their way.",
}

export const seatWords: Record<Language, SeatWords> = { ko, en }

/** What seats are called, with the formats of the same language. */
export type SeatSpeech = Pick<Speaking, "formats" | "named"> & { say: SeatWords }
