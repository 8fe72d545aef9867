import { type AppSettings, createApp } from "@podo/api/app"
import { listen } from "@podo/api/testing"
import type { Stores } from "@podo/stores/stores"
import { mailBySmtp } from "@podo/mail/mailer"
import { type Mailbox, openMailbox } from "@podo/mail/testing"
import { AxeBuilder } from "@axe-core/playwright"
import { type BrowserContextOptions, chromium, type Page } from "playwright-core"
import { findChromium } from "./chromium.ts"
import { buildClient } from "../run/build-page.ts"
import { readSettings, ROOT } from "../run/env.ts"
import { freePort } from "../run/ports.ts"
import { Problem } from "../run/problem.ts"

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
]

export const PHONE = { width: 390, height: 844 }
export const DESKTOP = { width: 1440, height: 900 }

type MoreSettings = (url: string) => Promise<Partial<AppSettings>>

/** A real browser before the whole of Podo: the built page and the api over the given stores. */
export async function openBrowser(stores: Stores, moreSettings?: MoreSettings) {
  const executablePath = findChromium()
  if (!executablePath) throw new Problem("No Chromium is here. ./scripts/test installs it.")
  await buildClient(readSettings().data)
  const port = freePort()
  const url = `http://localhost:${port}`
  const defects: unknown[] = []
  const mailbox = await openMailbox()
  const app = createApp(
    { ...stores, onDefect: (error) => defects.push(error) },
    {
      publicUrl: url,
      secret: "a-secret-for-tests-of-32-characters",
      mailer: mailBySmtp({ url: mailbox.url, from: "Podo <podo@example.com>" }, stores.onDefect),
      webRoot: `${ROOT}/apps/web/dist`,
      ...(await moreSettings?.(url)),
    },
  )
  const server = listen(app, stores, port)
  const browser = await chromium.launch({ executablePath, args: FLAGS })
  return {
    url,
    defects,
    mailbox,
    /** A person of their own, with their own cookies. */
    openPage: async (options: BrowserContextOptions = {}) => {
      const context = await browser.newContext({
        baseURL: url,
        locale: "en-GB",
        viewport: DESKTOP,
        reducedMotion: "reduce",
        ...options,
      })
      return context.newPage()
    },
    signUp: (page: Page) => signUp(page, url, mailbox),
    close: async () => {
      await browser.close()
      await server.stop()
      await mailbox.close()
    },
  }
}

/** Signs a page's person up as the form would; the page keeps their cookie. */
async function signUp(page: Page, origin: string, mailbox: Mailbox) {
  const person = {
    email: `${Bun.randomUUIDv7()}@example.com`,
    password: "correct horse battery",
    name: "Visitor",
  }
  const ask = async (action: string, data: object): Promise<{ codeId: string }> => {
    const response = await page.request.post(`/trpc/account.${action}`, {
      data,
      headers: { origin },
    })
    if (!response.ok()) throw new Error(await response.text())
    return ((await response.json()) as { result: { data: { codeId: string } } }).result.data
  }
  const { codeId } = await ask("signUp", { ...person, language: "en" })
  await ask("confirmSignUp", { codeId, code: await mailbox.awaitCode(person.email) })
  return person
}

export const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true })
export const link = (page: Page, name: string) =>
  page.getByRole("main").getByRole("link", { name, exact: true })
export const field = (page: Page, label: string) => page.getByLabel(label, { exact: true })

/** A code that is not this one. */
export const anotherCode = (code: string) =>
  String((Number(code) + 1) % 1_000_000).padStart(code.length, "0")

const TABS_MAX = 200

/** Presses Tab until the focus is on what has this name, as a person without a pointer would. */
export async function tabTo(page: Page, name: RegExp): Promise<void> {
  const seen: string[] = []
  for (let tabs = 0; tabs < TABS_MAX; tabs++) {
    const focused = await focusedName(page)
    if (name.test(focused)) return
    seen.push(focused)
    await page.keyboard.press("Tab")
  }
  throw new Error(`No Tab leads to ${name}. On the way: ${[...new Set(seen)].join(" | ")}`)
}

async function focusedName(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement
    // The page itself may have the focus after a navigation: it is no stop of the Tab key.
    if (!element || element.matches("body, [tabindex='-1']")) return ""
    const labelled = element.getAttribute("aria-labelledby")
    const text = labelled
      ?.split(" ")
      .map((id) => document.getElementById(id)?.textContent ?? "")
      .join(" ")
    const label = element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : ""
    return (
      element.getAttribute("aria-label") ??
      text ??
      (label || element.textContent) ??
      ""
    ).trim()
  })
}

/** The findings of axe that would keep somebody out: serious and critical. */
export async function seriousProblems(page: Page): Promise<string[]> {
  // Without the details of what is right: on a map of 1,200 seats they take most of the time.
  const options = { resultTypes: ["violations"] as "violations"[] }
  const { violations } = await new AxeBuilder({ page }).options(options).analyze()
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(" / ")}`)
}
