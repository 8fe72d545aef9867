import type { Page } from "playwright-core"

/** Shows the hall as a list, whose seats are buttons with names. */
export async function readAsList(page: Page, list = "List") {
  await page.getByRole("radio", { name: list, exact: true }).click()
  await page.locator("button[data-place]").first().waitFor()
}

export const seatInList = (page: Page, number: number, row = "\\w+") =>
  page.getByRole("button", { name: new RegExp(`^row ${row}, seat ${number}\\b`, "i") })

export type Spot = { x: number; y: number }

/** Where on the screen a point of the plan is painted. */
export async function onScreen(page: Page, { x, y }: Spot): Promise<Spot> {
  const canvas = page.locator("canvas[data-k]")
  await canvas.scrollIntoViewIfNeeded()
  const box = await canvas.boundingBox()
  if (!box) throw new Error("The map is not on the screen.")
  const view = await canvas.evaluate(({ dataset }) => ({
    k: Number(dataset["k"]),
    x: Number(dataset["x"]),
    y: Number(dataset["y"]),
  }))
  return { x: box.x + x * view.k + view.x, y: box.y + y * view.k + view.y }
}
