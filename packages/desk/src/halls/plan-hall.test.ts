import { describe, expect, test } from "bun:test"
import { ImportHall } from "@podo/contract/hall"
import { type Refusal, Refused } from "@podo/contract/refusal"
import { type PlannedHall, planHall } from "./plan-hall.ts"

const fileOf = (text: string, format: "csv" | "json" = "csv") =>
  ImportHall.parse({
    hallId: Bun.randomUUIDv7(),
    name: "대극장",
    venue: { name: "시험 극장", address: "-" },
    format,
    text,
  })

/** The problems of a file: line, problem and value of each, and how many there are. */
function problemsOf(text: string, format: "csv" | "json" = "csv") {
  try {
    planHall(fileOf(text, format))
  } catch (error) {
    const refusal: Refusal | undefined = error instanceof Refused ? error.refusal : undefined
    if (refusal?.code !== "HALL_NOT_VALID") throw error
    return {
      problems: refusal.problems.map(({ line, problem, value }) => [line, problem, value]),
      count: refusal.count,
    }
  }
  return { problems: [], count: 0 }
}

const HEADER = "area,row,number,x,y,grade,accessible,capacity"
const csv = (...lines: string[]) => [HEADER, ...lines].join("\n")

const shortly = ({ areas }: PlannedHall) =>
  areas.map(({ area, name, kind, grade, firstPlace, capacity }) =>
    [area, name, kind, grade, firstPlace, capacity].join("|"),
  )

describe("a hall's file", () => {
  const seats = csv(
    "1층 A,1,2,10,0,VIP,,",
    "1층 A,1,1,0,0,VIP,true,",
    "1층 A,1,3,20,0,VIP,Companion,",
    "스탠딩,,,,,,,300",
    "1층 A,2,1,0,10,R,,",
    "발코니,가,1,0,60,,yes,",
    "Floor,,,,,,,200",
  )

  test("becomes an area for each name and grade, seats first, each with a range of places of its own", () => {
    expect(shortly(planHall(fileOf(seats)))).toEqual([
      "1-a-vip|1층 A · VIP|seated|VIP|0|3",
      "1-a-r|1층 A · R|seated|R|3|1",
      "a3|발코니|seated||4|1",
      "a4|스탠딩|standing||5|300",
      "floor|Floor|standing||305|200",
    ])
  })

  test("numbers the places of a row from its first seat to its last, and knows those for wheelchairs and for who comes along", () => {
    const [vip] = planHall(fileOf(seats)).areas
    const uses = vip?.seats.map(({ number, accessible, companion }) => [
      number,
      accessible,
      companion,
    ])
    expect(uses).toEqual([
      [1, true, false],
      [2, false, false],
      [3, false, true],
    ])
  })

  test.each([
    [
      "a byte order mark and lines that end as on Windows",
      `\uFEFF${seats.replaceAll("\n", "\r\n")}`,
    ],
    ["semicolons", seats.replaceAll(",", ";")],
    ["tabs", seats.replaceAll(",", "\t")],
    ["quotes", seats.replaceAll(/1층 A/g, '"1층 A"')],
    ["empty lines and spaces", seats.replaceAll("\n", " \n\n")],
    ["columns in another order, in capitals", reordered(seats)],
  ])("is read the same with %s", (_, text) => {
    expect(shortly(planHall(fileOf(text)))).toEqual(shortly(planHall(fileOf(seats))))
  })

  test("in JSON is the same, and can say more", () => {
    const document = {
      areas: [
        { area: "발코니", englishName: "Balcony" },
        {
          area: "스탠딩",
          capacity: 300,
          outline: [
            [0, 100],
            [50, 100],
            [50, 150],
          ],
        },
      ],
      seats: [
        { area: "1층 A", row: 1, number: 1, x: 0, y: 0, grade: "VIP", accessible: true },
        { area: "1층 A", row: "1", number: "2", x: 5, y: 0, grade: "VIP" },
        { area: "발코니", row: "가", number: 1, x: 0, y: 30 },
      ],
      stage: [
        [0, -20],
        [10, -20],
        [10, -10],
      ],
    }
    const plan = planHall(fileOf(JSON.stringify(document), "json"))
    expect(shortly(plan)).toEqual([
      "1-a|1층 A|seated|VIP|0|2",
      "a2|발코니|seated||2|1",
      "a3|스탠딩|standing||3|300",
    ])
    expect(plan.areas[1]?.englishName).toBe("Balcony")
    // Seats that stand 5 apart are drawn 10 apart, and all else with them.
    expect(plan.stage).toEqual([
      [28, 20],
      [48, 20],
      [48, 40],
    ])
    expect(plan.areas[2]?.outline).toEqual([
      [28, 260],
      [128, 260],
      [128, 360],
    ])
  })

  test("is drawn from 0,0 on, seats of a row 10 apart, nothing on top of what stands", () => {
    const rows = Array.from({ length: 12 }, (_, row) =>
      Array.from(
        { length: 20 },
        (_seat, seat) => `A,${row},${seat + 1},${900 + seat * 0.55},${-40 + row},,,`,
      ),
    )
    const standing = Array.from({ length: 8 }, (_, area) => `S${area},,,,,,,${50 + area * 900}`)
    const { areas, stage, width, height } = planHall(fileOf(csv(...rows.flat(), ...standing)))
    const [first, second] = areas[0]?.seats ?? []
    expect([(second?.x ?? 0) - (first?.x ?? 0), first?.y]).toEqual([10, second?.y])
    const boxes = [...areas.map(({ outline }) => outline), stage].map((outline) => ({
      left: Math.min(...outline.map(([x]) => x)),
      right: Math.max(...outline.map(([x]) => x)),
      top: Math.min(...outline.map(([, y]) => y)),
      bottom: Math.max(...outline.map(([, y]) => y)),
    }))
    for (const [index, one] of boxes.entries()) {
      expect(one.left >= 0 && one.top >= 0 && one.right <= width && one.bottom <= height).toBe(true)
      for (const other of boxes.slice(index + 1)) {
        const isApart =
          one.right < other.left ||
          other.right < one.left ||
          one.bottom < other.top ||
          other.bottom < one.top
        expect(isApart).toBe(true)
      }
    }
  })

  test("may name 200 areas that are all spelt alike in Latin letters", () => {
    const lines = Array.from(
      { length: 200 },
      (_, area) => `A${"가".repeat(area % 50)}구역 ${Math.floor(area / 50)},,,,,,,1`,
    )
    const keys = planHall(fileOf(csv(...lines))).areas.map(({ area }) => area)
    expect(new Set(keys).size).toBe(200)
  })
})

/** The same file with its columns the other way round. */
function reordered(text: string) {
  const lines = text.split("\n").map((line) => line.split(",").toReversed().join(","))
  return [lines[0]?.toUpperCase(), ...lines.slice(1)].join("\n")
}

describe("a problem of a hall's file is named by its line", () => {
  const seat = "A,1,1,0,0,,,"
  test.each([
    ["no area", ",1,1,0,0,,,", "area-missing", undefined],
    [
      "an area that is too long",
      `${"a".repeat(61)},1,1,0,0,,,`,
      "area-not-valid",
      `${"a".repeat(40)}…`,
    ],
    ["no row", "A,,1,0,0,,,", "row-not-valid", undefined],
    ["a row that is too long", "A,row twenty,1,0,0,,,", "row-not-valid", "row twenty"],
    ["a number that is none", "A,2,12b,0,0,,,", "number-not-valid", "12b"],
    ["a number of 0", "A,2,0,0,0,,,", "number-not-valid", "0"],
    ["a position that is none", "A,2,1,0x10,0,,,", "position-not-valid", "0x10"],
    ["a position without end", "A,2,1,0,1e999,,,", "position-not-valid", "1e999"],
    ["a position on another planet", "A,2,1,0,1e8,,,", "position-not-valid", "1e8"],
    ["no position", "A,2,1,0,,,,", "position-not-valid", undefined],
    ["a word where yes or no belongs", "A,2,1,0,0,,maybe,", "accessible-not-valid", "maybe"],
    [
      "a grade that is too long",
      `A,2,1,0,0,${"g".repeat(61)},,`,
      "grade-not-valid",
      `${"g".repeat(40)}…`,
    ],
    ["no people", "B,,,,,,,0", "capacity-not-valid", "0"],
    ["half a person", "B,,,,,,,1.5", "capacity-not-valid", "1.5"],
    ["more people than a hall may hold", "B,,,,,,,200001", "capacity-not-valid", "200001"],
    ["the same seat twice", seat, "seat-twice", "A 1-1"],
    ["a seat for many", "B,1,1,0,0,,,10", "seats-and-capacity", "1"],
    ["seats where people stand", "A,,,,,,,10", "seats-and-capacity", "A"],
    ["too many places", "B,,,,,,,200000", "too-many-places", undefined],
    ["a field too many", "A,2,1,0,0,,,,what", "not-readable", "what"],
    [
      "a seat at the end of the world",
      "A,1,2,10,0,,,\nA,1,3,90000,0,,,",
      "position-too-far",
      "90000, 0",
    ],
  ])("%s", (_, line, problem, value) => {
    const at = problem === "position-too-far" ? 4 : 3
    expect(problemsOf(csv(seat, line)).problems).toContainEqual([at, problem, value] as never)
  })

  test("seats that stand on one another, for no plan could show them", () => {
    const close = csv("A,1,1,0,0,,,", "A,1,2,1e-99,0,,,", "A,1,3,9,0,,,", "A,1,4,9,1e-99,,,")
    expect(problemsOf(close).problems[0]?.[1]).toBe("position-too-far")
  })

  test("also after quoted fields that hold lines of their own", () => {
    const text = csv('"A\nleft",1,1,0,0,,,', '"B",1,1,"0\n\n",0,,,', "C,1,x,0,0,,,")
    expect(problemsOf(text).problems).toEqual([
      [2, "area-not-valid", "A\nleft"],
      [7, "number-not-valid", "x"],
    ])
  })

  test("a quote that is never closed", () => {
    expect(problemsOf(csv(seat, '"A,2,1,0,0,,,')).problems[0]?.slice(0, 2)).toEqual([
      3,
      "not-readable",
    ])
  })

  test("a header that lacks columns, on line 1", () => {
    expect(problemsOf("row,number,x\n1,1,0").problems).toEqual([
      [1, "column-missing", "area"],
      [1, "column-missing", "y"],
    ])
    expect(problemsOf("area\nA").count).toBe(4)
  })

  test("no lines at all", () => {
    for (const text of ["\n", HEADER, `${HEADER}\n\n , \n`]) {
      expect(problemsOf(text).problems.at(-1)?.slice(0, 1)).toEqual([1])
    }
    expect(problemsOf(HEADER).problems).toEqual([[1, "empty", undefined]])
  })

  test("more lines than any hall has, which are not read to their end", () => {
    const endless = HEADER + "\n".repeat(300_000)
    expect(problemsOf(endless).problems).toEqual([[210_000, "too-many-places", undefined]])
    const crowd = JSON.stringify({ seats: Array.from({ length: 200_001 }, () => ({})) })
    expect(problemsOf(crowd, "json").problems).toEqual([[200_001, "too-many-places", undefined]])
  })

  test("more than 200 areas", () => {
    const lines = Array.from({ length: 201 }, (_, area) => `area ${area},,,,,,,1`)
    expect(problemsOf(csv(...lines)).problems).toEqual([[202, "too-many-areas", "area 200"]])
  })

  test("the first 50 of them, and how many there are", () => {
    const lines = Array.from({ length: 1_000 }, () => "A,1,x,0,0,,,")
    const { problems, count } = problemsOf(csv(...lines))
    expect([problems.length, problems[49]?.[0], count]).toEqual([50, 51, 1_000])
  })

  test("JSON that is none, and seats that are none", () => {
    const read = (value: unknown) =>
      problemsOf(JSON.stringify(value), "json").problems[0]?.slice(0, 2)
    expect(problemsOf("{", "json").problems).toEqual([[1, "not-readable", "{"]])
    expect(read([])).toEqual([1, "not-readable"])
    expect(read({ seats: 1 })).toEqual([1, "not-readable"])
    expect(read({ seats: [], stage: "up" })).toEqual([1, "not-readable"])
    const right = { area: "A", row: "1", number: 1, x: 0, y: 0 }
    expect(read({ seats: [right, null] })).toEqual([2, "not-readable"])
    expect(read({ seats: [right, { ...right, number: {} }] })).toEqual([2, "number-not-valid"])
    expect(read({ seats: [right], areas: [{ area: "A", outline: [[0, 0]] }] })).toEqual([
      1,
      "area-not-valid",
    ])
    expect(read({})).toEqual([1, "empty"])
  })
})
