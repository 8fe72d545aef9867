import { useCallback, useLayoutEffect, useMemo, useRef, useState } from "react"
import { mapPainter, type MapPainter } from "./map-painter.ts"
import type { Scene } from "./painting.ts"
import type { MapView } from "./use-map-view.ts"
import type { View } from "./zoom-limits.ts"

type Painted = { canvas: HTMLCanvasElement; painter: MapPainter }

/** The canvas, and who paints on it as long as it is there. */
export function useCanvas() {
  const [painted, setPainted] = useState<Painted>()
  const attach = useCallback((canvas: HTMLCanvasElement) => {
    const painter = mapPainter(canvas)
    setPainted({ canvas, painter })
    return painter.stop
  }, [])
  return { attach, canvas: painted?.canvas ?? null, painter: painted?.painter }
}

/** Where a move of the map is heard of: by the painter at once, and by whoever else must know. */
export function useMoves(painter: MapPainter | undefined, onMoved: () => void) {
  const moved = useRef(onMoved)
  useLayoutEffect(() => {
    moved.current = onMoved
  })
  return useMemo(() => {
    return {
      onView: (view: View, isWhole: boolean) => {
        painter?.show(view, isWhole)
        moved.current()
      },
      onRest: (view: View) => painter?.rest(view),
    }
  }, [painter])
}

/** Tells the painter what there is to see, whenever that changes. */
export function usePainting(painter: MapPainter | undefined, scene: Scene, { size }: MapView) {
  useLayoutEffect(() => painter?.tell(scene, size), [painter, scene, size])
}
