import type { LineFacts } from "@podo/contract/waiting-room"
import type { KnownStanding } from "./ahead.ts"

export const someFacts = (facts: Partial<LineFacts> = {}): LineFacts => ({
  at: 1_000,
  lineId: "one",
  phase: "open",
  waiting: 500,
  moved: 100,
  left: [40, 2],
  paused: false,
  draining: false,
  message: "",
  ...facts,
})

export const someStanding = (standing: Partial<KnownStanding> = {}): KnownStanding => ({
  ...someFacts(),
  lobbyOpensAt: "2031-01-19T10:00:00.000Z",
  saleOpensAt: "2031-01-19T11:00:00.000Z",
  hasDraw: true,
  seedHash: null,
  state: "waiting",
  askAgainMs: 40_000,
  answeredAtMs: 0,
  hasRisen: false,
  isLost: false,
  ...standing,
})
