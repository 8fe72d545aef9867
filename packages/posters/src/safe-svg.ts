import { SaxesParser, type SaxesTagNS } from "saxes"
import { ATTRIBUTES, ELEMENTS, FUNCTIONS } from "./drawing-words.ts"
import { type Drawn, drawnTimes, type Tracing } from "./drawn-times.ts"

const SVG = "http://www.w3.org/2000/svg"
const XLINK = "http://www.w3.org/1999/xlink"

const CHARS_AT_ONCE = 4_096
const ELEMENTS_MAX = 20_000
const DEPTH_MAX = 64
/** A few elements that use each other can be drawn billions of times, and freeze whoever looks. */
const DRAWN_MAX = 100_000

const EMBEDDED = /^data:image\/(png|jpeg|webp);base64,[A-Za-z0-9+/]*={0,2}$/
const FRAGMENT = /^#[^\s"'<>()\\]+$/

/** `not-svg`: no document of this kind, or a broken one. `not-safe`: one that does more than draw. */
export type SvgVerdict = "safe" | "not-safe" | "not-svg"

/**
 * Looks at an SVG document as it will be read: strict XML in UTF-8, of known elements and attributes only, without
 * a DOCTYPE, entities of its own, processing instructions or anything that leads out of it.
 */
export function judgeSvg(bytes: Uint8Array): SvgVerdict {
  const text = textOf(bytes)
  if (text === undefined || !/^\s*</.test(text)) return "not-svg"
  const parser = new SaxesParser({ xmlns: true })
  const trace: Tracing = { elements: 0, path: [], byId: new Map() }
  let isSvg = false
  const found = { isSafe: true, isWellFormed: true }
  let isRoot = true
  // All that is written within a style, whatever stands between.
  let style = ""
  let styles = 0
  const refuse = () => {
    found.isSafe = false
  }
  parser.on("error", () => {
    found.isWellFormed = false
  })
  parser.on("doctype", refuse)
  parser.on("processinginstruction", refuse)
  parser.on("xmldecl", ({ encoding }) => {
    // A browser would go by this word, and might read something else than what is looked at here.
    if (encoding !== undefined && encoding.toLowerCase() !== "utf-8") refuse()
  })
  parser.on("opentag", (tag) => {
    if (isRoot) isSvg = tag.local === "svg" && tag.uri === SVG
    if (!isSvg) refuse()
    isRoot = false
    if (tag.local === "style") styles += 1
    if (!isKnown(tag) || !enter(trace, tag)) refuse()
  })
  const onStyle = (part: string) => {
    if (styles > 0) style += part
  }
  parser.on("text", onStyle)
  parser.on("cdata", onStyle)
  parser.on("closetag", ({ local }) => {
    if (local === "style") styles -= 1
    trace.path.pop()
  })
  // A refused file is not read on: deep enough, it would take minutes.
  for (let at = 0; at < text.length && found.isSafe && found.isWellFormed; at += CHARS_AT_ONCE) {
    parser.write(text.slice(at, at + CHARS_AT_ONCE))
  }
  if (found.isSafe && found.isWellFormed) parser.close()
  if (!isSvg) return "not-svg"
  if (!found.isSafe || !isSafeStyle(style) || drawnTimes(trace) > DRAWN_MAX) return "not-safe"
  return found.isWellFormed ? "safe" : "not-svg"
}

function textOf(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

function enter(trace: Tracing, { local, attributes }: SaxesTagNS): boolean {
  const all = Object.values(attributes)
  const uses = all.flatMap(({ local: name, value }) => {
    if (local === "use" && name === "href") return [value.slice(1)]
    // Paints, clips and filters are drawn for each element that refers to them.
    const paints = callsIn(value).filter((call) => call.name === "url")
    return paints.map(({ argument }) => argument.slice(1))
  })
  const drawn: Drawn = { parts: [], uses }
  const id = all.find(({ name }) => name === "id")?.value
  // Of two with one id, browsers take the first.
  if (id !== undefined && !trace.byId.has(id)) trace.byId.set(id, drawn)
  trace.root ??= drawn
  trace.path.at(-1)?.parts.push(drawn)
  trace.path.push(drawn)
  trace.elements += 1
  return trace.elements <= ELEMENTS_MAX && trace.path.length <= DEPTH_MAX
}

function isKnown({ local, uri, prefix, attributes }: SaxesTagNS): boolean {
  if (uri !== SVG || prefix !== "" || !ELEMENTS.has(local)) return false
  return Object.values(attributes).every(({ name, value, uri: of, local: what }) => {
    if (name === "xmlns" || name === "xmlns:xlink") return value === SVG || value === XLINK
    if (what === "href" && (of === "" || of === XLINK)) return isSafeLink(local, value)
    return ATTRIBUTES.has(name) && isSafeStyle(value)
  })
}

const isSafeLink = (element: string, value: string) =>
  FRAGMENT.test(value) || (element === "image" && EMBEDDED.test(value.replaceAll(/\s/g, "")))

const CALL_CHARS_MAX = 40
const CALLS_MAX = 20_000

/** Each `name(argument` of a style. No pattern walks a long text twice: files are made to try that, too. */
function callsIn(text: string) {
  const parts = text.split("(")
  return parts.slice(1).map((part, index) => {
    const [name = ""] = /[\w-]*$/.exec(parts[index]?.slice(-CALL_CHARS_MAX) ?? "") ?? []
    const [argument = ""] = part.split(")", 1)
    return { name: name.toLowerCase(), argument: argument.trim().replaceAll(/["']/g, "") }
  })
}

/** Values of attributes are styles, too: `fill="url(…)"` asks for what it names. */
function isSafeStyle(text: string): boolean {
  // An escape could spell any word, and each rule that begins with @ can reach outside.
  if (/[\\@]/.test(text) || text.split("(").length > CALLS_MAX) return false
  return callsIn(text).every(({ name, argument }) =>
    name === "url" ? FRAGMENT.test(argument) : name === "" || FUNCTIONS.has(name),
  )
}
