import { existsSync, readFileSync } from "node:fs"
import { Command } from "@commander-js/extra-typings"
import { ImportHall } from "@podo/contract/hall"
import { HallId } from "@podo/contract/ids"
import { HALL_FILE_BYTES_MAX } from "@podo/contract/limits"
import type { FieldIssue, Refusal } from "@podo/contract/refusal"
import { TRPCClientError } from "@trpc/client"
import { type Api, codeOf } from "./api-client.ts"
import { asAdmin } from "./as-admin.ts"
import { sentenceOf } from "./hall-problems.ts"
import { pathOf } from "../run/env.ts"
import { Problem } from "../run/problem.ts"
import { tokenOption, urlOption } from "./options.ts"

const FILES = `
A CSV file (UTF-8) has a header, and a line for each seat and for each area where people stand, in any order:

  area,row,number,x,y,grade,accessible,capacity
  Stalls,A,1,0,0,VIP,,
  Stalls,A,2,10,0,VIP,true,
  Stalls,A,3,20,0,VIP,companion,
  Floor,,,,,,,500

area        as people read it, up to 60 characters; seats of one area with different grades become areas of their own
row         1 to 8 characters: A, 12, 가
number      1 to 9,999; one number is there once in its row
x, y        where the seat's middle is, in any unit: the plan is drawn so that neighbours stand 10 apart. x grows to
            the right, y away from the stage
grade       may be empty; what costs the same, as a rule
accessible  true for a wheelchair's place, companion for a place beside it that is for who comes along; empty is false
capacity    how many people an area without seats holds; empty for a seat. The columns of seats may be left out of a
            file that has only such areas

A JSON file says the same, and can say how areas are called in English and where they and the stage are (corners, in
the unit of x and y):

  { "seats": [{ "area": "Stalls", "row": "A", "number": 1, "x": 0, "y": 0, "grade": "VIP" }],
    "areas": [{ "area": "Floor", "capacity": 500, "englishName": "Floor", "outline": [[0, 90], [80, 90], [80, 140]] }],
    "stage": [[20, -40], [60, -40], [60, -20], [20, -20]] }

Its problems name the number of a seat in "seats", or of an area in "areas", from 1, where those of a CSV file name
the line.`

export const importHallCommand = new Command("import-hall")
  .description("import a hall's plan: for everybody, or for the organizer of --token")
  .requiredOption("--file <file>", "a .csv or .json file of its areas and seats, see below", pathOf)
  .requiredOption("--name <name>", "what the hall is called")
  .option("--venue <id>", "the venue that it belongs to, or else of a new one:")
  .option("--venue-name <name>", "what the venue is called")
  .option("--address <address>", "where the venue is")
  .option("--dry-run", "only look whether it could be imported")
  .addOption(tokenOption())
  .addOption(urlOption())
  .addHelpText("after", FILES)
  .action(async (asked) => {
    const input = readInput(asked)
    await asAdmin(asked, async (api) => {
      const hall = await importOrExplain(api, input)
      for (const { name, area, kind, capacity } of hall.areas) {
        console.log(`${name} (${area}, ${kind}): ${capacity}`)
      }
      const done = input.dryRun ? "would hold" : "holds"
      console.log(`${input.name} ${done} ${hall.capacity} places. Its id is ${hall.hallId}.`)
    })
  })

type Asked = {
  file: string
  name: string
  venue?: string
  venueName?: string
  address?: string
  dryRun?: boolean
}

function readInput({ file, name, venue, venueName, address, dryRun = false }: Asked): ImportHall {
  if (!existsSync(file)) throw new Problem(`--file is "${file}": there is no such file.`)
  const bytes = readFileSync(file)
  if (bytes.length > HALL_FILE_BYTES_MAX) {
    throw new Problem(
      `--file is "${file}", which has ${bytes.length} bytes; a hall has at most ${HALL_FILE_BYTES_MAX}.`,
    )
  }
  const input = ImportHall.safeParse({
    hallId: HallId.parse(Bun.randomUUIDv7()),
    name,
    venue: venue === undefined ? { name: venueName, address } : { venueId: venue },
    format: file.endsWith(".json") ? "json" : "csv",
    text: bytes.toString("utf8"),
    dryRun,
  })
  if (input.success) return input.data
  const [{ path, message } = { path: [], message: "" }] = input.error.issues
  throw new Problem(`${FLAG_OF[path.join(".")] ?? path.join(".")}: ${message}`)
}

/** The flags by the fields of the input that they fill. */
const FLAG_OF: Record<string, string> = {
  name: "--name",
  venue: "--venue, or --venue-name and --address",
  "venue.venueId": "--venue",
  "venue.name": "--venue-name",
  "venue.address": "--address",
}

async function importOrExplain(api: Api, input: ImportHall) {
  try {
    return await api.desk.importHall.mutate(input)
  } catch (error) {
    if (!(error instanceof TRPCClientError)) throw error
    throw new Problem(whyNot(error))
  }
}

function whyNot(error: TRPCClientError<never>): string {
  const data = error.data as { refusal?: Refusal; issues?: FieldIssue[] } | undefined
  const refusal = data?.refusal
  if (refusal?.code !== "HALL_NOT_VALID") return `The hall could not be imported: ${codeOf(error)}.`
  const more = refusal.count - refusal.problems.length
  const lines = refusal.problems.map(sentenceOf)
  return [...lines, ...(more > 0 ? [`and ${more} more`] : []), "Nothing was imported."].join("\n")
}
