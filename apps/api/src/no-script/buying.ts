import type { Booking } from "@podo/contract/booking"
import { PLACES_PER_CLAIM_MAX } from "@podo/contract/limits"
import { html } from "hono/html"
import { type Part, pressed, type Shown } from "./document.ts"
import type { HeldPlace } from "./read.ts"

/** The purchases without the map: the best n places, and a hold that becomes a booking. */
export function counterPart(shown: Shown): Part {
  const { look, words } = shown
  // A hold outlives its sale.
  if (look.hold) return holdPart(shown, look.hold)
  if (look.performance.saleState === "closed") return html`<p>${words.over}</p>`
  if (look.performance.saleState !== "open") return ""
  return html`${look.performance.mine ? html`<p>${words.alreadyMine}</p>` : ""} ${bestPart(shown)}`
}

function bestPart({ look, words, tell, named, path }: Shown): Part {
  const { performance, event } = look
  const most = Math.min(performance.limitPerUser, PLACES_PER_CLAIM_MAX)
  const counts = Array.from({ length: most }, (_, index) => index + 1)
  const open = performance.areas.filter(({ remaining }) => remaining > 0)
  return html`<form method="post" action="${path}/claim">
      <h2>${words.best}</h2>
      <label for="area">${words.area}</label>
      <select id="area" name="area">
        <option value="">${words.anyArea}</option>
        ${open.map(
          ({ area, name, englishName, price, remaining }) =>
            html`<option value="${area}">
              ${named(name, englishName)} ${tell.money(price, event.currency)},
              ${words.leftCount(tell.number(remaining))}
            </option>`,
        )}
      </select>
      <label for="quantity">${words.quantity}</label>
      <select id="quantity" name="quantity">
        ${counts.map((count) => html`<option value="${count}">${words.count(String(count))}</option>`)}
      </select>
      <button class="first">${words.find}</button>
    </form>
    <p class="muted">${words.bestHint}</p>`
}

function holdPart(shown: Shown, hold: NonNullable<Shown["look"]["hold"]>): Part {
  const { words, tell } = shown
  const { holdId } = hold
  return html`<h2>${words.held}</h2>
    <p>${words.heldFor(tell.minutesLeft(hold.remainingMs))}</p>
    <ul>
      ${hold.named.map((held) => html`<li class="row">${nameOf(shown, held)}</li>`)}
      <li class="row"><strong>${words.total}</strong> ${tell.money(hold.total, hold.currency)}</li>
    </ul>
    ${pressed(shown, {
      action: "confirm",
      words: words.book,
      isFirst: true,
      // Minted with the form: pressing twice is one booking.
      fields: { holdId, bookingId: Bun.randomUUIDv7() },
    })}
    ${pressed(shown, { action: "release", words: words.giveBack, fields: { holdId } })}`
}

function nameOf({ words, named }: Shown, { area, seat }: HeldPlace): string {
  const where = named(area.name, area.englishName)
  return `${where} · ${seat ? words.seat(seat.row, String(seat.number)) : words.standing}`
}

export function bookedPart({ words, tell, named }: Shown, booking: Booking): Part {
  return html`<section>
    <h2 role="status">${words.booked}</h2>
    <ul>
      ${booking.places.map(
        ({ areaName, areaEnglishName, label, price }) =>
          html`<li class="row">
            <span>${named(areaName, areaEnglishName)} · ${label}</span>
            ${tell.money(price, booking.currency)}
          </li>`,
      )}
      <li class="row">
        <strong>${words.total}</strong> ${tell.money(booking.total, booking.currency)}
      </li>
    </ul>
    <p class="muted">${words.bookingId}: <code>${booking.bookingId}</code></p>
  </section>`
}
