import { afterAll, describe, expect, test } from "bun:test"
import { grantRole } from "@podo/accounts/grant-role"
import { openTestStores } from "@podo/stores/testing"
import type { Page } from "playwright-core"
import { button, field, link, openBrowser, PHONE, seriousProblems } from "./browser.ts"
import { readAsList, seatInList } from "./choosing.ts"

const stores = await openTestStores()
const { defects, signUp, openPage, close } = await openBrowser(stores)
afterAll(close)

const TIMEOUT_MS = 90_000
const ZONE = "Asia/Seoul"

const GROUND = "area,capacity\nMeadow,300\n"
const STUDIO = `area,row,number,x,y,grade,accessible
${Array.from({ length: 12 }, (_, seat) => `Stalls,A,${seat + 1},${seat * 10},20,R,no`).join("\n")}
`

/** Somebody who may sell: signed up like everybody, and given the role by hand. */
async function openOrganizer() {
  const page = await openPage({ timezoneId: ZONE })
  const { email } = await signUp(page)
  await grantRole(stores.db, { email, role: "organizer", revoke: false })
  return page
}

async function importHall(page: Page, name: string, text: string) {
  await page.goto("/desk/halls/new")
  await field(page, "Choose a CSV or JSON file").setInputFiles({
    name: "hall.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(text),
  })
  await page.getByText(/^The file is fine/).waitFor()
  await field(page, "Hall name").fill(name)
  await field(page, "Venue").selectOption({ label: "A new venue" })
  await field(page, "Venue name").fill(`${name} House`)
  await field(page, "Address").fill("1 River Road, Seoul")
  await button(page, "Import hall").click()
  await page.getByText(`${name} is imported.`).first().waitFor()
}

const pad = (number: number) => String(number).padStart(2, "0")

/** A day in the middle of next month, so that a run stays within one month of the calendar. */
function dayOf(offset: number) {
  const now = new Date()
  const day = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, 10 + offset))
  return `${day.getUTCFullYear()}-${pad(day.getUTCMonth() + 1)}-${pad(day.getUTCDate())}`
}

/** On the clocks of the event: the sale has been open since yesterday. */
function yesterday() {
  const seoul = new Date(Date.now() + (9 - 24) * 3_600_000)
  return seoul.toISOString().slice(0, 16)
}

async function beginEvent(page: Page, { title, hall }: { title: string; hall: string }) {
  await page.goto("/desk")
  await link(page, "New event").first().click()
  await field(page, "Title").fill(title)
  await page.getByLabel("Category").selectOption({ index: 3 })
  await page.getByLabel("Description", { exact: true }).fill("An evening by the river.")
  await page.getByLabel("Hall", { exact: true }).selectOption({ label: hall })
}

/** The names of the fields that the page has complaints about, in the order in which they are read. */
const wrongFields = (page: Page) =>
  page
    .locator("[aria-invalid=true]")
    .evaluateAll((fields) => fields.map((each) => each.getAttribute("name")))

/** A form that is sent empty complains at its fields, leads to the first, and keeps what is typed. */
async function mendEmptyForm(page: Page) {
  await page.goto("/desk/events/new")
  await button(page, "Create draft").click()
  await page.locator("input[name=title]:focus").waitFor()
  expect(await wrongFields(page)).toEqual([
    "title",
    "category",
    "description",
    "dates.hallId",
    "dates.performances.0.startsAt",
  ])
  await field(page, "Title").fill("Half a title")
  await field(page, "Starts").fill(`${dayOf(1)}T19:30`)
  await page.getByRole("button", { name: /^Copy performance 1/ }).click()
  expect(await wrongFields(page)).toEqual(["category", "description", "dates.hallId"])
  await page.reload()
  expect(await field(page, "Title").inputValue()).toBe("Half a title")
  const starts = page.getByLabel("Starts")
  expect(await starts.nth(1).inputValue()).toBe(`${dayOf(2)}T19:30`)
  await page.getByRole("button", { name: "Remove performance 1" }).click()
  expect(
    await starts.evaluateAll((all) => all.map((each) => "value" in each && each.value)),
  ).toEqual([`${dayOf(2)}T19:30`])
  await button(page, "Start over").click()
  expect([await field(page, "Title").inputValue(), await starts.inputValue()]).toEqual(["", ""])
}

async function createAndPublish(page: Page) {
  await field(page, "Sale opens").fill(yesterday())
  expect(await seriousProblems(page)).toEqual([])
  await button(page, "Create draft").click()
  await page.waitForURL(/\/desk\/events\/[0-9a-f-]{36}$/)
  const eventId = page.url().split("/").at(-1) ?? ""
  const anybody = await openPage()
  const draft = await anybody.request.get(
    `/trpc/catalog.event?input=${encodeURIComponent(JSON.stringify({ eventId }))}`,
  )
  expect(draft.status()).toBe(404)
  await anybody.context().close()
  await button(page, "Publish").click()
  await button(page, "Publish now").click()
  await page.getByText("The event is published.").first().waitFor()
  expect(await seriousProblems(page)).toEqual([])
  return eventId
}

/** Two tabs edit the same: the later one is told, takes what it had not touched, and decides the rest. */
async function editInTwoTabs(page: Page, eventId: string) {
  const other = await page.context().newPage()
  for (const tab of [page, other]) {
    await tab.goto(`/desk/events/${eventId}`)
    await button(tab, "Edit details").click()
  }
  await field(other, "Title").fill("Theirs")
  await field(other, "English title").fill("Theirs too")
  await button(other, "Save").click()
  await other.getByRole("heading", { name: "Theirs" }).first().waitFor()
  await other.close()
  await field(page, "Title").fill("Mine")
  await button(page, "Save").click()
  await page.getByText("Somebody else changed this meanwhile, to: Theirs").waitFor()
  expect(await field(page, "English title").inputValue()).toBe("Theirs too")
  expect(await seriousProblems(page)).toEqual([])
  await button(page, "Save").click()
  await page.getByRole("heading", { name: "Theirs too" }).first().waitFor()
  await page.getByText("Mine", { exact: true }).waitFor()
}

async function bookHeld(page: Page) {
  await button(page, "Hold these places").click()
  await page.getByText("These places are yours").first().waitFor()
  await page.getByRole("button", { name: "Book", exact: true }).click()
  await page.getByRole("button", { name: /^Book for/ }).click()
  await page.getByText("You are going!").waitFor()
}

describe("an organizer", () => {
  test(
    "brings halls, sells a festival of three days and a seated show, and sees who came",
    async () => {
      const key = crypto.randomUUID().slice(0, 8)
      const organizer = await openOrganizer()
      await importHall(organizer, `Meadow ${key}`, GROUND)
      await importHall(organizer, `Studio ${key}`, STUDIO)
      await mendEmptyForm(organizer)

      await beginEvent(organizer, {
        title: `River days ${key}`,
        hall: `Meadow ${key} House · Meadow ${key} · 300 places`,
      })
      await organizer.getByRole("radio", { name: "Festival days" }).click()
      await field(organizer, "First day").fill(dayOf(0))
      await field(organizer, "Last day").fill(dayOf(2))
      await field(organizer, "Opens at").fill("11:00")
      await field(organizer, "Closes at").fill("21:00")
      await field(organizer, "Price of Meadow").fill("44000")
      const festivalId = await createAndPublish(organizer)

      await beginEvent(organizer, {
        title: `River songs ${key}`,
        hall: `Studio ${key} House · Studio ${key} · 12 places`,
      })
      await organizer.getByRole("radio", { name: "Performances" }).click()
      await field(organizer, "Starts").fill(`${dayOf(5)}T19:30`)
      await field(organizer, "Minutes long").fill("100")
      await field(organizer, "Price of R").fill("66000")
      await field(organizer, "Places per person").fill("2")
      const showId = await createAndPublish(organizer)

      await editInTwoTabs(organizer, festivalId)

      const fan = await openPage({ viewport: PHONE, timezoneId: ZONE })
      await signUp(fan)
      await fan.goto("/")
      await fan.getByRole("searchbox").fill(key)
      await fan
        .getByRole("link", { name: new RegExp(`River (days|songs)`) })
        .nth(1)
        .waitFor()
      await fan.goto(`/events/${festivalId}`)
      // A ground that holds 300 sells what the organizer left as it was proposed: 100 a day.
      await fan
        .getByRole("button", { name: /100 left/ })
        .nth(1)
        .click()
      await fan.getByRole("button", { name: /^One more in/ }).click()
      await bookHeld(fan)
      await fan.goto(`/events/${showId}`)
      await fan
        .getByRole("link", { name: /12 left/ })
        .first()
        .click()
      await readAsList(fan)
      await seatInList(fan, 3).click()
      await bookHeld(fan)

      await organizer.goto(`/desk/events/${showId}`)
      await organizer
        .getByRole("link", { name: /^Live page/ })
        .first()
        .click()
      await organizer.getByText("₩66,000").first().waitFor()
      await organizer.getByText("Visitor").first().waitFor()
      const download = organizer.waitForEvent("download")
      await button(organizer, "Export CSV").click()
      const csv = await Bun.file(await (await download).path()).text()
      expect(csv).toContain("66000")
      expect(await seriousProblems(organizer)).toEqual([])
      expect(defects).toEqual([])
    },
    TIMEOUT_MS,
  )
})
