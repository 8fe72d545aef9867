import { TIERS } from "./seat-rows.ts"
import { INKS, type Ink } from "./seat-shapes.ts"

/** The style sheet's colours as a canvas takes them, in the theme of the moment. */
export type Palette = {
  ink: (ink: Ink, tier?: number) => string
  font: string
}

export function readPalette(element: HTMLElement): Palette {
  // A colour that changes gradually would be read as the one before.
  element.style.transitionProperty = "none"
  const read = colourReader(element)
  const tiers = Array.from({ length: TIERS }, (_, tier) => read(`--tier-${tier}`))
  const inks = new Map(Object.entries(INKS).map(([ink, variable]) => [ink, read(variable)]))
  return {
    ink: (ink, tier = 0) => (ink === "tier" ? tiers[tier] : inks.get(ink)) ?? "",
    font: getComputedStyle(element).fontFamily,
  }
}

/** A variable keeps the words `light-dark(…)`; only a property that uses it tells which of the two it is. */
function colourReader(element: HTMLElement) {
  return (variable: string) => {
    element.style.color = `var(${variable})`
    const { color } = getComputedStyle(element)
    element.style.color = ""
    return color
  }
}

/** Tells of every change of the theme: by the device, or by the page's own choice. */
export function watchTheme(onChange: () => void): () => void {
  const device = matchMedia("(prefers-color-scheme: dark)")
  const page = new MutationObserver(onChange)
  device.addEventListener("change", onChange)
  page.observe(document.documentElement, { attributeFilter: ["data-theme"] })
  return () => {
    device.removeEventListener("change", onChange)
    page.disconnect()
  }
}
