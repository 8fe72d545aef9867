const TITLE_CHARS_MAX = 60

/** How many records there are in a piece of CSV; a line break within quotes does not end one. */
export function recordsIn(csv: string): number {
  let records = 0
  let isQuoted = false
  for (const character of csv) {
    if (character === '"') isQuoted = !isQuoted
    else if (character === "\n" && !isQuoted) records++
  }
  return records
}

type Told = { name: string; title: string; startsAt: string; timeZone: string }

/** "Bookings Cats 2031-01-19 1930.csv", in the event's zone, without what file systems refuse. */
export function csvFileName({ name, title, startsAt, timeZone }: Told): string {
  const when = new Intl.DateTimeFormat("sv-SE", {
    dateStyle: "short",
    timeStyle: "short",
    timeZone,
  }).format(new Date(startsAt))
  const safe = Array.from(title.replaceAll(/[\p{Cc}\\/:*?"<>|.]/gu, " "))
    .slice(0, TITLE_CHARS_MAX)
    .join("")
  return `${[name, safe, when.replace(":", "")].join(" ").replaceAll(/\s+/g, " ").trim()}.csv`
}

/** One file of all pages: they are made to be put one behind the other. */
export function csvFile(pages: readonly string[]): Blob {
  return new Blob([...pages], { type: "text/csv;charset=utf-8" })
}

/** Hands a file to the browser's downloads. */
export function download(file: Blob, name: string) {
  const url = URL.createObjectURL(file)
  const link = document.createElement("a")
  link.href = url
  link.download = name
  link.click()
  // The browser has taken the file over once the click is through.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
