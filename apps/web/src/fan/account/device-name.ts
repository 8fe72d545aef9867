// In this order: browsers that are built on another name that one as well.
const BROWSERS = [
  ["KakaoTalk", /KAKAOTALK/],
  ["Naver", /NAVER\(/],
  ["Instagram", /Instagram/],
  ["Samsung Internet", /SamsungBrowser/],
  ["Whale", /Whale\//],
  ["Edge", /Edg(e|A|iOS)?\//],
  ["Opera", /OPR\/|OPiOS|OPT\//],
  ["Firefox", /Firefox\/|FxiOS/],
  ["Chrome", /Chrome\/|CriOS/],
  ["Safari", /Safari\//],
] as const

const SYSTEMS = [
  ["iPhone", /iPhone/],
  ["iPad", /iPad/],
  ["Android", /Android/],
  ["ChromeOS", /CrOS/],
  ["Windows", /Windows/],
  ["Mac", /Mac OS X|Macintosh/],
  ["Linux", /Linux/],
] as const

/** The names that people use for the browser and the thing it runs on; nothing for what no browser says of itself. */
export function deviceOf(userAgent: string): {
  browser: string | undefined
  system: string | undefined
  isHandheld: boolean
} {
  const browser = BROWSERS.find(([, says]) => says.test(userAgent))?.[0]
  const system = SYSTEMS.find(([, says]) => says.test(userAgent))?.[0]
  const isHandheld = system === "iPhone" || system === "iPad" || system === "Android"
  return { browser, system, isHandheld }
}
