import type { MiddlewareHandler } from "hono"
import { secureHeaders } from "hono/secure-headers"

const YEAR_SECONDS = 31_536_000

type Place = { publicUrl: string; allowedOrigins: string[] }

/** What browsers may do with our answers. A route that says something stricter of its own is left alone. */
export function strictHeaders({ publicUrl, allowedOrigins }: Place): MiddlewareHandler {
  const { protocol, host } = new URL(publicUrl)
  const hasTls = protocol === "https:"
  return secureHeaders({
    overwrite: false,
    contentSecurityPolicy: {
      defaultSrc: ["'self'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      // A poster is shown to its organizer before it is sent. Pictures run nothing, wherever they come from.
      imgSrc: ["'self'", "data:"],
      // Not every browser takes 'self' to mean the WebSocket of the same host.
      connectSrc: ["'self'", `${hasTls ? "wss" : "ws"}://${host}`],
      objectSrc: ["'none'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
    },
    xFrameOptions: "DENY",
    // Of this host alone: its neighbours under the same name may be none of ours.
    strictTransportSecurity: hasTls && `max-age=${YEAR_SECONDS}`,
    // Paths carry ids of what people look at.
    referrerPolicy: "same-origin",
    crossOriginResourcePolicy: allowedOrigins.length > 0 ? "cross-origin" : "same-origin",
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
