import type { CDPSession, Locator } from "playwright-core"

type Point = [x: number, y: number]
type Middle = { x: number; y: number }

/** The movements of a hand on the map, as the browser hears of them from a screen or a mouse. */
export type Hand = {
  pan: () => Promise<void>
  /** Scales by this much. */
  zoom: (by: number) => Promise<void>
}

const MOVES = 60
const ZOOM_MOVES = 30
const FINGERS_APART = 40

/** Two fingers on a phone. */
export function touchingHand(cdp: CDPSession, { x, y }: Middle): Hand {
  const touch = (type: "touchStart" | "touchMove" | "touchEnd", points: Point[]) =>
    cdp.send("Input.dispatchTouchEvent", {
      type,
      touchPoints: points.map(([left, top], id) => ({ x: left, y: top, id })),
    })
  const pinch = (apart: number): Point[] => [
    [x - apart, y],
    [x + apart, y],
  ]
  return {
    pan: async () => {
      await touch("touchStart", [[x, y]])
      for (const [across, down] of swings(80)) {
        await touch("touchMove", [[x + across, y + down]])
      }
      await touch("touchEnd", [])
    },
    zoom: async (by) => {
      await touch("touchStart", pinch(FINGERS_APART))
      for (let move = 1; move <= ZOOM_MOVES; move++) {
        await touch("touchMove", pinch(FINGERS_APART * by ** (move / ZOOM_MOVES)))
      }
      await touch("touchEnd", [])
    },
  }
}

/** A mouse with a wheel. */
export function mouseHand(map: Locator, { x, y }: Middle): Hand {
  const { mouse, keyboard } = map.page()
  return {
    pan: async () => {
      await mouse.move(x, y)
      await mouse.down()
      for (const [across, down] of swings(220)) await mouse.move(x + across, y + down)
      await mouse.up()
    },
    zoom: async (by) => {
      await mouse.move(x, y)
      // While all of the map is seen, the plain wheel is the page's.
      await keyboard.down("Control")
      for (let move = 0; move < ZOOM_MOVES; move++) {
        await mouse.wheel(0, (-Math.log2(by) / ZOOM_MOVES) * WHEEL_PER_DOUBLING)
      }
      await keyboard.up("Control")
    },
  }
}

const WHEEL_PER_DOUBLING = 50

/** Back and forth in a curve that is different each time around. */
const swings = (far: number) =>
  Array.from({ length: MOVES }, (_, move): Point => [
    far * Math.sin(move / 8),
    far * Math.sin(move / 11),
  ])
