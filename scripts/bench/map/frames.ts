import type { Page } from "playwright-core"

type Counted = { betweenMs: number[]; paintMs: number[] }

/** In the page, before its own scripts: every frame in which something is done is timed. */
export function countFrames() {
  const counted: Counted = { betweenMs: [], paintMs: [] }
  const ask = window.requestAnimationFrame.bind(window)
  let last = 0
  let paintedIn = 0
  window.requestAnimationFrame = (action) =>
    ask((time) => {
      const began = performance.now()
      action(time)
      const ms = performance.now() - began
      // Several actions in one frame are one frame's work.
      if (paintedIn === time) counted.paintMs.push((counted.paintMs.pop() ?? 0) + ms)
      else counted.paintMs.push(ms)
      paintedIn = time
    })
  const beat = (time: number) => {
    // Frames in which nothing was asked for are as quick as the screen: they would hide the others.
    if (paintedIn === last && last > 0) counted.betweenMs.push(time - last)
    last = time
    ask(beat)
  }
  ask(beat)
  Object.assign(window, { counted })
}

/** The frames counted since the last reading, and at which scale the map is now. */
export async function readFrames(page: Page) {
  // The end of a gesture is told a moment later.
  await page.waitForTimeout(300)
  return page.evaluate(() => {
    const { counted } = window as unknown as { counted: Counted }
    const { k, level = "" } = document.querySelector<HTMLElement>("canvas[data-k]")?.dataset ?? {}
    const { betweenMs, paintMs } = counted
    Object.assign(counted, { betweenMs: [], paintMs: [] })
    return { betweenMs, paintMs, px: Number(k) * 10, level }
  })
}
