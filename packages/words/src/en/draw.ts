import type { DrawWords } from "../ko/draw.ts"

export const draw: DrawWords = {
  question: "Why can I trust the draw?",
  before:
    "Places are computed from a seed, drawn beforehand, and from your account. The seed is shown when the sale opens; until then you see its fingerprint. A seed that was changed later would have another one, and everybody could tell.",
  after:
    "The sale has opened, and this is the seed. Press the button, and this device checks the whole list and computes your place again.",
  changed:
    "This is not the fingerprint that you were shown before. The seed seems to have changed.",
  seedHash: "Fingerprint of the seed (SHA-256)",
  seed: "Seed",
  entrants: "People in the draw",
  people: (count) => count,
  digest: "Fingerprint of the list (SHA-256)",
  sealing: "The list is being sealed. It will be here within seconds.",
  check: "Check my place",
  checkAll: "Check the draw",
  checking: (percent) => `Checking ${percent}`,
  right: (place, entrants) =>
    `Right. You drew place ${place} of ${entrants}, and the published seed says the same.`,
  rightWithoutMe: (entrants) =>
    `The draw is right (${entrants} people). You were not in the lobby when the sale opened, so you have no place in it.`,
  rightForGuest: (entrants) =>
    `The draw is right (${entrants} people). Sign in to check your own place.`,
  wrong: "This is not right. The following does not fit.",
  wrongs: {
    hash: "The seed’s fingerprint is not the one that this device was shown before.",
    seed: "The seed does not fit the fingerprint that was told beforehand: it was changed.",
    pages: "The list is not in its proper form.",
    entrants:
      "The list has another number of people than we told: somebody is missing or too many.",
    order: "The list is not in the order of what was drawn.",
    digest: "The list is not the one that was sealed: somebody is missing, too many or changed.",
    place: "Your place is not the one that you drew.",
  },
  notYet: "The list is not sealed yet. Please try again in a moment.",
  insecure: "Nothing can be computed over this connection. Please open the page by https.",
}
