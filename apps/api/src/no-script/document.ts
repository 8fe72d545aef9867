import type { Language } from "@podo/contract/account"
import { html } from "hono/html"
import type { Formats } from "./formats.ts"
import type { Look } from "./read.ts"
import type { Reload } from "./reload.ts"
import type { NoScriptWords } from "./words.ts"

export type Shown = {
  language: Language
  words: NoScriptWords
  tell: Formats
  /** Of this page: what its forms are sent to begins with it. */
  path: string
  look: Look
  named: (korean: string, english: string | null) => string
  /** Why the last press of a button came to nothing. */
  problem: string | undefined
}

export type Part = ReturnType<typeof html> | ""

export type Frame = {
  language: Language
  title: string
  stylesheet: string
  /** In so many seconds the page asks for this address by itself. */
  reload?: Reload | undefined
  body: Part
}

export const documentOf = ({ language, title, stylesheet, reload, body }: Frame) =>
  html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        ${reload ? html`<meta http-equiv="refresh" content="${reload.seconds};url=${reload.path}" />` : ""}
        <title>${title} · ${language === "ko" ? "포도" : "Podo"}</title>
        <link rel="stylesheet" href="${stylesheet}" />
      </head>
      <body class="line">
        ${body}
      </body>
    </html>`

/** A page that says one thing. */
export const saying = (title: string, sentence: string): Part =>
  html`<main>
    <h1>${title}</h1>
    <p role="status">${sentence}</p>
  </main>`

type Pressed = { action: string; words: string; isFirst?: boolean; fields?: Record<string, string> }

/** A button that does one thing. */
export function pressed({ path }: Shown, { action, words, isFirst, fields = {} }: Pressed): Part {
  return html`<form method="post" action="${path}/${action}">
    ${Object.entries(fields).map(
      ([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`,
    )}
    <button class="${isFirst ? "first" : ""}">${words}</button>
  </form>`
}
