import type { Category } from "@podo/contract/catalog"

/** Night to day: the ground, two tones of it, the light, and one colour that stands out. */
export type Palette = { ground: string; deep: string; mid: string; light: string; spark: string }

export const palettes: Record<Category, readonly [Palette, ...Palette[]]> = {
  musical: [
    { ground: "#3b0f4f", deep: "#23062f", mid: "#7d2a8c", light: "#ffe3b0", spark: "#ff9a3c" },
    { ground: "#5a0f2e", deep: "#37061a", mid: "#a3234f", light: "#ffe9d2", spark: "#ffc145" },
    { ground: "#142a5c", deep: "#0a1638", mid: "#3454a4", light: "#fff1c9", spark: "#ff6f91" },
  ],
  concert: [
    { ground: "#10132b", deep: "#080a1a", mid: "#4b2fd6", light: "#e9e6ff", spark: "#22e0c8" },
    { ground: "#1d0b22", deep: "#100514", mid: "#d6246e", light: "#ffe6f1", spark: "#ffd23f" },
    { ground: "#062a30", deep: "#03171b", mid: "#0f8b8d", light: "#e4fff6", spark: "#ff7b54" },
  ],
  festival: [
    { ground: "#ff8a5b", deep: "#d94f4f", mid: "#ffb26b", light: "#fff3d6", spark: "#22577a" },
    { ground: "#2a9d8f", deep: "#1b6f73", mid: "#6fcf97", light: "#fdf6d8", spark: "#f4a261" },
    { ground: "#6a4cc8", deep: "#43308c", mid: "#a17be0", light: "#fff0dc", spark: "#ffcf56" },
  ],
  play: [
    { ground: "#233d4d", deep: "#14252f", mid: "#4f7a8c", light: "#fbe8c8", spark: "#fe7f2d" },
    { ground: "#4a2c2a", deep: "#2b1817", mid: "#8a5a44", light: "#ffedd8", spark: "#f2b84b" },
    { ground: "#28343b", deep: "#172026", mid: "#5c7a6b", light: "#f3efdc", spark: "#e4572e" },
  ],
  classical: [
    { ground: "#0f2f3f", deep: "#081d28", mid: "#2d6a7f", light: "#f6ecd6", spark: "#d4a24c" },
    { ground: "#34203f", deep: "#1f1227", mid: "#6f4a7f", light: "#f7e9dc", spark: "#d98e73" },
    { ground: "#1f3327", deep: "#122018", mid: "#4d7a5c", light: "#f4f0dc", spark: "#e0b04f" },
  ],
  sports: [
    { ground: "#0b3d91", deep: "#07265c", mid: "#2f6fe0", light: "#f2f7ff", spark: "#ffd400" },
    { ground: "#b3242b", deep: "#74141a", mid: "#e5545a", light: "#fff3ee", spark: "#ffd166" },
    { ground: "#0f5132", deep: "#08321f", mid: "#2f8f5f", light: "#f0fff4", spark: "#ff9f1c" },
  ],
}
