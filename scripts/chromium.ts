import { searchPath } from "./env.ts"
import { installPackages } from "./packages.ts"

const NAMES = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"]

function findChromium() {
  const path = NAMES.map((name) => Bun.which(name, { PATH: searchPath() })).find(Boolean)
  // Some distributions put a stub of that name on the PATH, which only asks for another package.
  return path && Bun.spawnSync([path, "--version"], { timeout: 20_000 }).success ? path : undefined
}

/** The browser of the browser tests, from the PATH or from the distribution where we may install it. */
export async function provideChromium() {
  const found = findChromium()
  if (found) return found
  await installPackages(["chromium", "fonts-nanum"], "No Chromium is here.")
  return findChromium()
}
