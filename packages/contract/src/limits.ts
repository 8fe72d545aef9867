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
/** Between the two ends of a list's date range. */
export const RANGE_DAYS_MAX = 800
export const CURSOR_CHARS_MAX = 200

export const AREA_CHARS_MAX = 32
export const PLACES_PER_CLAIM_MAX = 8
export const PLACES_PER_PERFORMANCE_MAX = 200_000

/** The states of a place, one character each: one string is the map of a hall of any size. */
export const PLACE_STATES = { open: ".", held: "h", booked: "b", withheld: "x" } as const

export const TITLE_CHARS_MAX = 120
export const DESCRIPTION_CHARS_MAX = 5_000
export const POSTER_BYTES_MAX = 2_000_000
/** The longer side of an uploaded picture, in pixels. */
export const POSTER_PIXELS_MAX = 6_000
export const HALL_FILE_BYTES_MAX = 6_000_000
export const HALL_PROBLEMS_MAX = 50
export const VENUE_NAME_CHARS_MAX = 120
export const ADDRESS_CHARS_MAX = 250
export const AREA_NAME_CHARS_MAX = 60
export const OUTLINE_CORNERS_MAX = 200
export const ROW_CHARS_MAX = 8
export const SEAT_NUMBER_MAX = 9_999
export const AREAS_PER_HALL_MAX = 200
/** From one end of a hall's plan to the other, in plan units: seats of one row stand 10 apart. */
export const PLAN_UNITS_MAX = 20_000

/** The places of a festival day, unless its organizer says otherwise. */
export const STANDING_PLACES_A_DAY = 100
export const PRICE_MAX = 100_000_000
export const LIMIT_PER_USER_MAX = 100
export const HOLD_MINUTES_MAX = 60
export const PERFORMANCE_HOURS_MAX = 168
/** A festival runs for at most a year. */
export const DAYS_PER_RUN_MAX = 366
export const PERFORMANCES_PER_EVENT_MAX = 1_000
export const PLACES_PER_WITHHOLDING_MAX = 500
export const DESK_ROWS_PER_PAGE = 50
export const DESK_ROWS_PER_PAGE_MAX = 200
export const BOOKINGS_PER_EXPORT_PAGE_MAX = 1_000
/** How far back the chart of a sale goes. */
export const CHART_MINUTES = 60

/** People inside the sale at once, at most. */
export const ROOM_CAPACITY_MAX = 100_000
export const ADMISSIONS_PER_MINUTE_MAX = 60_000
export const ADMISSION_MINUTES_MAX = 60
/** How long before the sale its lobby may open. */
export const LOBBY_HOURS_MAX = 168
/** The length of the reason why a waiting room was turned off while people were in it. */
export const ROOM_REASON_CHARS_MAX = 200
/** The length of a message from an operator to everybody in line. */
export const ROOM_MESSAGE_CHARS_MAX = 200
export const DRAWS_PER_PAGE = 50_000
/** The first 52 bits of the HMAC: what a number of JavaScript, and a score of Redis, can say exactly. */
export const DRAW_HEX_DIGITS = 13
