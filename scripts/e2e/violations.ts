import type { Page } from "playwright-core"

/** The violations of a page from now on: what the browser refuses to do for its sake, and whatever else it complains about. */
export async function watchViolations(page: Page): Promise<string[]> {
  const violations: string[] = []
  await page.exposeFunction("tellViolation", (what: string) => void violations.push(what))
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      const { tellViolation } = globalThis as unknown as { tellViolation: (what: string) => void }
      tellViolation(`${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}`)
    })
  })
  page.on("console", (message) => {
    if (/Content.Security.Policy|Refused to/i.test(message.text())) violations.push(message.text())
  })
  page.on("pageerror", (error) => violations.push(error.message))
  return violations
}
