import { existsSync } from "node:fs"
import { chromium } from "playwright-core"
import { searchPath } from "../run/env.ts"
import { installCommand, installPackages } from "../run/debian-packages.ts"

const NAMES = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"]
const PACKAGES = ["chromium", "fonts-nanum"]

/** The sentence for a person when none was found, and none could be installed. */
export const NO_CHROMIUM =
  "The browser tests cannot run, for no Chromium is here. " +
  `As root, \`${installCommand(PACKAGES)}\` installs it; where the distribution has none, as Ubuntu, ` +
  "`bun scripts/node_modules/playwright-core/cli.js install --with-deps chromium` does."

/** A Chromium on the PATH, or the one that Playwright has installed. */
export function findChromium() {
  const path = NAMES.map((name) => Bun.which(name, { PATH: searchPath() })).find(Boolean)
  // Some distributions put a stub of that name on the PATH, which only asks for another package.
  if (path && Bun.spawnSync([path, "--version"], { timeout: 20_000 }).success) return path
  return existsSync(chromium.executablePath()) ? chromium.executablePath() : undefined
}

/** As above, or the distribution's, where we may install it. */
export async function provideChromium() {
  const found = findChromium()
  if (found) return found
  await installPackages(PACKAGES, "No Chromium is here.")
  return findChromium()
}
