import { sql } from "kysely"
import type { Database } from "../connection/connect.ts"

const brands: Record<string, string> = {
  user_id: "UserId",
  organizer_id: "UserId",
  performance_id: "PerformanceId",
  event_id: "EventId",
  booking_id: "BookingId",
  hold_id: "HoldId",
  venue_id: "VenueId",
  hall_id: "HallId",
  area: "Area",
  "user.id": "UserId",
  "user.language": "Language",
  "session.id": "SessionId",
  "email_code.id": "CodeId",
  "email_code.purpose": "CodePurpose",
  "email_code.language": "Language",
  "performance.id": "PerformanceId",
  "event.id": "EventId",
  "booking.id": "BookingId",
  "venue.id": "VenueId",
  "hall.id": "HallId",
  "booking.status": "BookingStatus",
  "event.category": "Category",
  "hall_area.kind": "AreaKind",
  "performance_area.kind": "AreaKind",
  "hall_area.outline": "Json<Corner[]>",
  "hall.stage": "Json<Corner[]>",
  "audit.action": "AuditAction",
  "audit.before_change": "Json<AuditFacts>",
  "audit.after_change": "Json<AuditFacts>",
  "event_poster.media_type": "PosterType",
  "audit.id": "AuditId",
  "outbox.kind": "OutboxKind",
  "waiting_room.when_sold_out": "WhenSoldOut",
}

const plainTypes: Record<string, string> = {
  char: "string",
  varchar: "string",
  text: "string",
  mediumtext: "string",
  mediumblob: "Buffer",
  datetime: "Date",
  tinyint: "boolean",
  int: "number",
  bigint: "number",
}

const header = `// Generated from the migrated database by ./scripts/podo generate-schema; a test compares the two.
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
`

type Column = {
  tableName: string
  columnName: string
  dataType: string
  isNullable: string
  columnDefault: string | null
  extra: string
}

const camel = (snake: string) =>
  snake.replaceAll(/_(.)/g, (_, letter: string) => letter.toUpperCase())
const pascal = (snake: string) => camel(`_${snake}`)

function typeOf({ tableName, columnName, dataType, isNullable, columnDefault, extra }: Column) {
  const type =
    brands[`${tableName}.${columnName}`] ?? brands[columnName] ?? plainTypes[dataType.toLowerCase()]
  if (!type) throw new Error(`${tableName}.${columnName}: no type for ${dataType}`)
  if (isNullable === "YES") return `${type} | null`
  const hasDefault = columnDefault !== null || extra.includes("auto_increment")
  return hasDefault ? `Generated<${type}>` : type
}

/** The text of schema.ts as the database says it. */
export async function schemaOf(db: Database): Promise<string> {
  const { rows } = await sql<Column>`
    SELECT table_name AS table_name, column_name AS column_name, data_type AS data_type,
      is_nullable AS is_nullable, column_default AS column_default, extra AS extra
    FROM information_schema.columns
    WHERE table_schema = DATABASE() AND table_name NOT LIKE 'migration%'
    ORDER BY table_name, ordinal_position`.execute(db)
  const tables = Map.groupBy(rows, (column) => column.tableName)
  const types = [...tables].map(([table, columns]) => {
    const fields = columns.map((column) => `  ${camel(column.columnName)}: ${typeOf(column)}\n`)
    return `\nexport type ${pascal(table)}Table = {\n${fields.join("")}}\n`
  })
  const schema = [...tables.keys()].map((table) => `  ${camel(table)}: ${pascal(table)}Table\n`)
  return `${header}${types.join("")}\nexport type Schema = {\n${schema.join("")}}\n`
}
