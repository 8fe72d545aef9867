/** Many people share one address where a carrier translates them; whoever has this many is no crowd any more. */
export const CONNECTIONS_PER_ADDRESS_MAX = 1_000
/** Tabs on all devices of a person, as far as they are connected to one process. */
export const CONNECTIONS_PER_ACCOUNT_MAX = 20
/** A page says a few words when it opens, and a ping now and then. */
export const MESSAGES_PER_WINDOW_MAX = 40
export const WINDOW_MS = 10_000
/** A watcher of a line is noted as there so often: many times before they would be passed over (PRESENT_MS). */
export const SEEN_EVERY_MS = 20_000
