// Limits that people meet, without zod: the page knows them and does not carry the library.

export const PASSWORD_CHARS_MIN = 8
export const PASSWORD_CHARS_MAX = 128
export const NAME_CHARS_MAX = 60
export const EMAIL_CHARS_MAX = 254
export const SITE_PATH_CHARS_MAX = 2000

export const CODE_DIGITS = 6
export const CODE_MINUTES = 10
export const TRIES_PER_CODE = 5
/** How often a code can be sent to one e-mail within a quarter of an hour. */
export const CODES_PER_EMAIL = 5
export const SIGN_INS_PER_ACCOUNT = 10
export const SIGNED_IN_DEVICES_MAX = 50

export const EVENTS_PER_PAGE = 24
export const EVENTS_PER_PAGE_MAX = 100
export const BOOKINGS_PER_PAGE = 20
export const BOOKINGS_PER_PAGE_MAX = 100
export const SEARCH_CHARS_MAX = 80
export const CURSOR_CHARS_MAX = 200

export const AREA_CHARS_MAX = 32
export const PLACES_PER_CLAIM_MAX = 8
export const PLACES_PER_PERFORMANCE_MAX = 200_000

/** What a place can be, one character each: one string is the map of a hall of any size. */
export const PLACE_STATES = { open: ".", held: "h", booked: "b", withheld: "x" } as const
