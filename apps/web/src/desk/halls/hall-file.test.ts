import { describe, expect, test } from "bun:test"
import { formatOf, readHallFile, SAMPLE_CSV } from "./hall-file.ts"
import { hallPointsOf } from "./hall-points.ts"

describe("a hall's file", () => {
  test("is read as text, in the format that its name or its beginning says", async () => {
    const read = await readHallFile(new File(["area,capacity\r\nfloor,100"], "hall.csv"))
    expect(read).toMatchObject({ format: "csv", text: "area,capacity\r\nfloor,100" })
    expect([
      formatOf("a.JSON", "x"),
      formatOf("a", ' {"areas": []}'),
      formatOf("a", "area"),
    ]).toEqual(["json", "json", "csv"])
  })

  test("is refused before it is sent when it is too large, empty, or no text", async () => {
    const large = new File(["a".repeat(6_000_001)], "hall.csv")
    const picture = new File([new Uint8Array([0xff, 0xd8, 0xff])], "hall.csv")
    const read = await Promise.all([large, picture, new File([" "], "a.csv")].map(readHallFile))
    expect(read.map((each) => "problem" in each && each.problem)).toEqual([
      "too-large",
      "not-readable",
      "not-readable",
    ])
  })

  test("shows where its seats are, whatever else is in it", () => {
    expect(hallPointsOf(SAMPLE_CSV, "csv")).toHaveLength(24)
    expect(hallPointsOf(SAMPLE_CSV, "csv")[8]).toEqual({ area: "stalls", x: 0, y: 10 })
    const json = JSON.stringify({ seats: [{ area: "a", x: 1, y: 2 }, { area: "a" }, null] })
    expect(hallPointsOf(json, "json")).toEqual([{ area: "a", x: 1, y: 2 }])
    expect([hallPointsOf("{", "json"), hallPointsOf("a,b\n1,2", "csv")]).toEqual([[], []])
  })
})
