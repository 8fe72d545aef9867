import { useEffect, useRef } from "react"
import { useLanguage } from "../../app/language/language.ts"
import type { HallFile } from "./hall-file.ts"
import { type HallPoint, hallPointsOf } from "./hall-points.ts"

const WIDTH = 640
const HEIGHT = 320
const MARGIN = 16

/** Where the seats of a file are: a row that is off is seen at once. */
export function HallPreview({ file }: { file: HallFile }) {
  const { words } = useLanguage()
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    const points = hallPointsOf(file.text, file.format)
    if (canvas.current !== null) draw(canvas.current, points)
  }, [file])
  return (
    <figure className="flex flex-col gap-1.5 has-[canvas[hidden]]:hidden">
      <canvas
        ref={canvas}
        width={WIDTH}
        height={HEIGHT}
        aria-hidden="true"
        className="aspect-[2/1] w-full rounded-xl bg-sunken text-grape-ink"
      />
      <figcaption className="text-xs text-muted">{words.deskHalls.preview}</figcaption>
    </figure>
  )
}

/** Areas beside each other in shades of one colour: it is the seats' places that matter. */
const SHADES = [1, 0.6, 0.8, 0.45]

function draw(canvas: HTMLCanvasElement, points: HallPoint[]) {
  const pen = canvas.getContext("2d")
  canvas.hidden = points.length === 0
  if (pen === null || points.length === 0) return
  const bounds = boundsOf(points)
  const [across, down] = [WIDTH - 2 * MARGIN, HEIGHT - 2 * MARGIN]
  const scale = Math.min(across / bounds.width, down / bounds.height)
  const [left, top] = [
    (WIDTH - bounds.width * scale) / 2 - bounds.left * scale,
    (HEIGHT - bounds.height * scale) / 2 - bounds.top * scale,
  ]
  const radius = Math.max(0.6, Math.min(4, scale * 3.5))
  const areas = [...new Set(points.map(({ area }) => area))]
  pen.clearRect(0, 0, WIDTH, HEIGHT)
  pen.fillStyle = getComputedStyle(canvas).color
  for (const { area, x, y } of points) {
    pen.globalAlpha = SHADES[areas.indexOf(area) % SHADES.length] ?? 1
    pen.beginPath()
    pen.arc(left + x * scale, top + y * scale, radius, 0, 2 * Math.PI)
    pen.fill()
  }
}

function boundsOf(points: HallPoint[]) {
  const bounds = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity }
  for (const { x, y } of points) {
    bounds.left = Math.min(bounds.left, x)
    bounds.right = Math.max(bounds.right, x)
    bounds.top = Math.min(bounds.top, y)
    bounds.bottom = Math.max(bounds.bottom, y)
  }
  const { left, top, right, bottom } = bounds
  return { left, top, width: Math.max(10, right - left), height: Math.max(10, bottom - top) }
}
