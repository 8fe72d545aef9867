import { describe, expect, test } from "bun:test"
import { csvFile, csvFileName, recordsIn } from "./csv-file.ts"

describe("a CSV export", () => {
  test("is its pages one behind the other, with the byte order mark of the first alone", async () => {
    const bytes = await csvFile(["\uFEFFid,name\r\n1,포도\r\n", "2,Ada\r\n"]).bytes()
    expect(Array.from(bytes.slice(0, 3))).toEqual([0xef, 0xbb, 0xbf])
    expect(new TextDecoder().decode(bytes)).toBe("id,name\r\n1,포도\r\n2,Ada\r\n")
  })

  test("counts records, not lines", () => {
    expect(recordsIn('a,"two\r\nlines ""quoted""\r\n"\r\nb,c\r\n')).toBe(2)
    expect(recordsIn("")).toBe(0)
  })

  test("is named for the event and its date there, as any file system takes it", () => {
    const name = csvFileName({
      name: "예매",
      title: 'A/B: "포도"?\n <밤>',
      startsAt: "2031-01-19T15:30:00.000Z",
      timeZone: "Asia/Seoul",
    })
    expect(name).toBe("예매 A B 포도 밤 2031-01-20 0030.csv")
  })
})
