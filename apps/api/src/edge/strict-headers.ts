import type { MiddlewareHandler } from "hono"
import { secureHeaders } from "hono/secure-headers"

const YEAR_SECONDS = 31_536_000

type Place = { publicUrl: string; allowedOrigins: string[] }

/** The permissions of browsers with our answers. A route that says something stricter of its own is left alone. */
export function strictHeaders(place: Place): MiddlewareHandler {
  const [ofPages, ofCalls] = [headersOfPages(place), headersOfCalls(place)]
  return (context, next) =>
    context.req.path.startsWith("/trpc/") ? ofCalls(context, next) : ofPages(context, next)
}

const hasTls = ({ publicUrl }: Place) => new URL(publicUrl).protocol === "https:"

/** The part that is the same for all. */
const commonHeaders = (place: Place) => ({
  overwrite: false,
  // Of this host alone: its neighbours under the same name may be none of ours.
  strictTransportSecurity: hasTls(place) && `max-age=${YEAR_SECONDS}`,
  crossOriginResourcePolicy: place.allowedOrigins.length > 0 ? "cross-origin" : "same-origin",
})

/** Of data, which shows and loads nothing: so few that they cost less than what they come with. */
const headersOfCalls = (place: Place) =>
  secureHeaders({
    ...commonHeaders(place),
    contentSecurityPolicy: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
    crossOriginOpenerPolicy: false,
    originAgentCluster: false,
    referrerPolicy: false,
    xDnsPrefetchControl: false,
    xDownloadOptions: false,
    xFrameOptions: false,
    xPermittedCrossDomainPolicies: false,
    xXssProtection: false,
    removePoweredBy: false,
  })

function headersOfPages(place: Place) {
  const { host } = new URL(place.publicUrl)
  return secureHeaders({
    ...commonHeaders(place),
    contentSecurityPolicy: {
      defaultSrc: ["'self'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      // A poster is shown to its organizer before it is sent. Pictures run nothing, wherever they come from.
      imgSrc: ["'self'", "data:"],
      // Not every browser takes 'self' to mean the WebSocket of the same host.
      connectSrc: ["'self'", `${hasTls(place) ? "wss" : "ws"}://${host}`],
      objectSrc: ["'none'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
    },
    xFrameOptions: "DENY",
    // Paths carry ids of what people look at.
    referrerPolicy: "same-origin",
    permissionsPolicy: {
      camera: [],
      displayCapture: [],
      geolocation: [],
      microphone: [],
      payment: [],
      usb: [],
    },
  })
}
