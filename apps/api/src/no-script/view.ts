import type { Standing } from "@podo/contract/waiting-room"
import { html } from "hono/html"
import { bookedPart, counterPart } from "./buying.ts"
import { type Part, pressed, type Shown } from "./document.ts"
import type { Look } from "./read.ts"

export function roomPart(shown: Shown): Part {
  const { words, tell, look, named, path, problem } = shown
  const { event, performance } = look
  const venue = named(event.venueName, event.venueEnglishName)
  return html`<header>
      <p class="muted">${words.room}</p>
      <h1>${named(event.title, event.englishTitle)}</h1>
      <p class="muted">${tell.moment(performance.startsAt)} · ${venue}</p>
    </header>
    <main>
      ${problem ? html`<p class="alert" role="alert">${problem}</p>` : ""}
      ${look.isBegunAnew ? html`<p class="alert" role="alert">${words.begunAnew}</p>` : ""}
      ${look.booking ? bookedPart(shown, look.booking) : standingPart(shown)} ${messagePart(shown)}
    </main>
    <footer>
      ${
        isInLine(look)
          ? html`<p>${words.needsNoScript}</p>
              <p>${words.ifItFails}</p>`
          : ""
      }
      <a href="${path.replace(/\/line$/, "")}">${words.withScript}</a>
    </footer>`
}

const isInLine = ({ standing }: Look) =>
  standing?.state === "lobby" || standing?.state === "waiting"

function messagePart({ words, look: { room } }: Shown): Part {
  if (!room?.message) return ""
  return html`<section>
    <h2>${words.message}</h2>
    <p>${room.message}</p>
  </section>`
}

function standingPart(shown: Shown): Part {
  const { look, words } = shown
  if (look.isGuest) return guestPart(shown)
  if (look.standing === null) {
    return html`<section>
      <h2>${words.noRoom}</h2>
      ${saleHint(shown)} ${counterPart(shown)}
    </section>`
  }
  return inRoom(shown, look.standing)
}

function inRoom(shown: Shown, standing: Standing): Part {
  const { words, tell, look } = shown
  if (look.hold && standing.state !== "admitted") {
    return html`<section>${counterPart(shown)}</section>`
  }
  switch (standing.state) {
    case "closed":
      return closedPart(shown, standing)
    case "absent":
      return html`<section>
        <h2 role="status">${words.notInLine}</h2>
        <p>${words.notInLineHint}</p>
        ${crowdHint(shown)}
        ${pressed(shown, { action: "enter", words: words.enter, isFirst: true })}
      </section>`
    case "lobby":
      return html`<section>
          <h2 role="status">${words.lobby}</h2>
          ${standing.position === undefined ? "" : positionOf(shown, standing)}
          <p>${standing.hasDraw ? words.lobbyDrawn : words.lobbyInOrder}</p>
          <p>${words.saleOpens(tell.moment(standing.saleOpensAt))}</p>
          ${seedHashPart(shown, standing)}
        </section>
        ${leavePart(shown)}`
    case "waiting":
      return html`<section>
          ${positionOf(shown, standing)} ${etaPart(shown, standing)}
          ${standing.paused ? html`<p role="status">${words.paused}</p>` : ""}
        </section>
        ${leftPart(shown)} ${leavePart(shown)}`
    case "admitted":
      return html`<section>
          <h2 role="status">${words.admitted}</h2>
          ${
            shown.look.hold
              ? ""
              : html`<p>${words.admittedUntil(tell.minutesLeft(standing.admittedMs ?? 0))}</p>`
          }
          ${counterPart(shown)}
        </section>
        ${leavePart(shown)}`
    case "sold-out":
      return html`<section>
        <h2 role="status">${words.soldOut}</h2>
        <p>${words.soldOutHint}</p>
      </section>`
  }
}

function closedPart({ words, tell, look }: Shown, standing: Standing): Part {
  // A sale that is closed before its lobby has opened is one that was called off.
  const isBefore =
    standing.phase === "closed" &&
    look.performance.saleState !== "closed" &&
    Date.parse(standing.lobbyOpensAt) > Date.now()
  if (standing.phase === "closed" && !isBefore) {
    return html`<section><h2 role="status">${words.over}</h2></section>`
  }
  return html`<section>
    <h2 role="status">${words.closed}</h2>
    <p>${isBefore ? words.lobbyOpens(tell.moment(standing.lobbyOpensAt)) : words.draining}</p>
  </section>`
}

function positionOf({ words, tell }: Shown, { position = 0, ahead = 0 }: Standing): Part {
  return html`<div role="status">
    <h2>${words.position}</h2>
    <p class="number">${tell.number(position)}</p>
    <p>${words.ahead(tell.number(ahead))}</p>
  </div>`
}

function etaPart({ words, tell }: Shown, { etaSeconds }: Standing): Part {
  if (!etaSeconds) return ""
  const { from, to } = tell.minutes(etaSeconds)
  return html`<p>${words.etaTitle}: ${words.eta(from, to)}</p>`
}

function seedHashPart({ words }: Shown, { seedHash }: Standing): Part {
  if (seedHash === null) return ""
  return html`<p class="muted">${words.seedHash}: <code>${seedHash}</code></p>`
}

function leftPart({ words, tell, look, named }: Shown): Part {
  return html`<section>
    <h2>${words.left}</h2>
    <dl>
      ${look.performance.areas.map(
        ({ name, englishName, price, remaining }, index) =>
          html`<div class="row">
            <dt>${named(name, englishName)} ${tell.money(price, look.event.currency)}</dt>
            <dd>${words.leftCount(tell.number(look.room?.left[index] ?? remaining))}</dd>
          </div>`,
      )}
    </dl>
  </section>`
}

function leavePart(shown: Shown): Part {
  const { words, look } = shown
  const isIn = look.standing?.state === "admitted"
  return html`<section>
    <p class="muted">${isIn ? words.giveUpHint : words.leaveHint}</p>
    ${pressed(shown, { action: "leave", words: isIn ? words.giveUp : words.leave })}
  </section>`
}

function guestPart(shown: Shown): Part {
  const { words, path, look } = shown
  if (look.room?.phase === "sold-out") return html`<section><h2>${words.soldOut}</h2></section>`
  return html`<section>
    <h2>${words.guest}</h2>
    ${crowdHint(shown)} ${saleHint(shown)}
    <form method="post" action="${path}/sign-in">
      <label for="email">${words.email}</label>
      <input id="email" name="email" type="email" autocomplete="username" required />
      <label for="password">${words.password}</label>
      <input
        id="password"
        name="password"
        type="password"
        autocomplete="current-password"
        required
      />
      <button class="first">${words.signIn}</button>
    </form>
    <p class="muted">${words.guestHint}</p>
  </section>`
}

function crowdHint({ words, tell, look: { room } }: Shown): Part {
  return room ? html`<p>${words.waiting(tell.number(room.waiting))}</p>` : ""
}

function saleHint({ words, tell, look: { performance } }: Shown): Part {
  if (performance.saleState !== "scheduled") return ""
  return html`<p>${words.saleOpens(tell.moment(performance.saleOpensAt))}</p>`
}
