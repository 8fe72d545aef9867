// Generated from the migrated database by ./scripts/podo generate-schema; a test compares the two.
import type { CodePurpose, Language } from "@podo/contract/account"
import type { BookingStatus } from "@podo/contract/booking"
import type { AreaKind, Category } from "@podo/contract/catalog"
import type { AuditAction, AuditFacts } from "@podo/contract/desk"
import type {
  Area,
  AuditId,
  BookingId,
  CodeId,
  EventId,
  HallId,
  HoldId,
  PerformanceId,
  SessionId,
  UserId,
  VenueId,
} from "@podo/contract/ids"
import type { PosterType } from "@podo/contract/poster"
import type { Corner } from "@podo/contract/seating"
import type { WhenSoldOut } from "@podo/contract/waiting-room"
import type { ColumnType, Generated } from "kysely"
import type { OutboxKind } from "../outbox/kinds.ts"

/** Read as a value or as text (MariaDB has no JSON type of its own), written as text. */
export type Json<Value> = ColumnType<Value | string, string, string>

export type AccountTable = {
  id: string
  userId: UserId
  providerId: string
  accountId: string
  accessToken: string | null
  refreshToken: string | null
  idToken: string | null
  accessTokenExpiresAt: Date | null
  refreshTokenExpiresAt: Date | null
  scope: string | null
  password: string | null
  createdAt: Date
  updatedAt: Date
}

export type AuditTable = {
  id: AuditId
  userId: UserId
  eventId: EventId | null
  performanceId: PerformanceId | null
  action: AuditAction
  beforeChange: Json<AuditFacts> | null
  afterChange: Json<AuditFacts> | null
  at: Date
}

export type BookingTable = {
  id: BookingId
  userId: UserId
  performanceId: PerformanceId
  holdId: HoldId
  status: BookingStatus
  total: number
  currency: string
  bookedAt: Date
  cancelledAt: Date | null
}

export type BookingPlaceTable = {
  bookingId: BookingId
  place: number
  area: Area
  price: number
}

export type DrawPageTable = {
  performanceId: PerformanceId
  page: number
  firstDraw: string
  draws: string
}

export type EmailCodeTable = {
  id: CodeId
  purpose: CodePurpose
  email: string
  userId: UserId | null
  codeHash: string
  tries: Generated<number>
  name: string | null
  password: string | null
  language: Language
  expiresAt: Date
}

export type EventTable = {
  id: EventId
  organizerId: UserId
  venueId: VenueId
  title: string
  englishTitle: string | null
  description: string
  englishDescription: string | null
  category: Category
  timeZone: Generated<string>
  currency: Generated<string>
  startsAt: Date | null
  endsAt: Date | null
  createdAt: Date
  publishedAt: Date | null
  booked: Generated<number>
  bookedLastDay: Generated<number>
  soldOut: Generated<boolean>
}

export type EventPosterTable = {
  eventId: EventId
  mediaType: PosterType
  digest: string
  content: Buffer
}

export type EventSearchTable = {
  eventId: EventId
  title: string
  rest: string
  grams: string
  changedAt: Generated<Date>
}

export type HallTable = {
  id: HallId
  venueId: VenueId
  name: string
  englishName: string | null
  width: number
  height: number
  stage: Json<Corner[]>
  organizerId: UserId | null
}

export type HallAreaTable = {
  hallId: HallId
  area: Area
  name: string
  englishName: string | null
  kind: AreaKind
  grade: string | null
  firstPlace: number
  capacity: number
  outline: Json<Corner[]>
}

export type HallSeatTable = {
  hallId: HallId
  place: number
  area: Area
  rowName: string
  seatNumber: number
  x: number
  y: number
  wheelchair: Generated<boolean>
  companion: Generated<boolean>
}

export type OutboxTable = {
  id: Generated<number>
  kind: OutboxKind
  subject: string
  availableAt: Date
  attempts: Generated<number>
  doneAt: Date | null
}

export type PerformanceTable = {
  id: PerformanceId
  eventId: EventId
  hallId: HallId
  startsAt: Date
  endsAt: Date
  saleOpensAt: Date
  saleClosesAt: Date
  cancelUntil: Date
  limitPerUser: number
  holdSeconds: Generated<number>
  waitingRoom: Generated<boolean>
  capacity: number
  cancelledAt: Date | null
  version: Generated<number>
}

export type PerformanceAreaTable = {
  performanceId: PerformanceId
  area: Area
  name: string
  englishName: string | null
  kind: AreaKind
  firstPlace: number
  capacity: number
  price: number
}

export type SessionTable = {
  id: SessionId
  userId: UserId
  token: string
  expiresAt: Date
  ipAddress: string | null
  userAgent: string | null
  createdAt: Date
  updatedAt: Date
}

export type SoldPlaceTable = {
  performanceId: PerformanceId
  place: number
  bookingId: BookingId | null
}

export type UserTable = {
  id: UserId
  name: string
  email: string
  emailVerified: Generated<boolean>
  language: Generated<Language>
  image: string | null
  createdAt: Date
  updatedAt: Date
}

export type UserQuotaTable = {
  performanceId: PerformanceId
  userId: UserId
  booked: number
  limitPerUser: number
}

export type UserRoleTable = {
  userId: UserId
  role: string
  createdAt: Date
}

export type VenueTable = {
  id: VenueId
  name: string
  englishName: string | null
  address: string
}

export type VerificationTable = {
  id: string
  identifier: string
  value: string
  expiresAt: Date
  createdAt: Date
  updatedAt: Date
}

export type WaitingRoomTable = {
  performanceId: PerformanceId
  lobbyOpensAt: Date
  hasDraw: boolean
  capacity: number
  perMinute: number
  admissionSeconds: number
  whenSoldOut: WhenSoldOut
  paused: Generated<boolean>
  draining: Generated<boolean>
  message: Generated<string>
  seed: string
  version: Generated<number>
  entrants: number | null
  digest: string | null
  sealedAt: Date | null
  offAt: Date | null
  offReason: string | null
}

export type Schema = {
  account: AccountTable
  audit: AuditTable
  booking: BookingTable
  bookingPlace: BookingPlaceTable
  drawPage: DrawPageTable
  emailCode: EmailCodeTable
  event: EventTable
  eventPoster: EventPosterTable
  eventSearch: EventSearchTable
  hall: HallTable
  hallArea: HallAreaTable
  hallSeat: HallSeatTable
  outbox: OutboxTable
  performance: PerformanceTable
  performanceArea: PerformanceAreaTable
  session: SessionTable
  soldPlace: SoldPlaceTable
  user: UserTable
  userQuota: UserQuotaTable
  userRole: UserRoleTable
  venue: VenueTable
  verification: VerificationTable
  waitingRoom: WaitingRoomTable
}
