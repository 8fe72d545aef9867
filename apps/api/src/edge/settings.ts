import { isIP } from "node:net"
import { z } from "zod"
import { isAddressRange } from "./client-address.ts"

export const PORT_MAX = 65_535

const listOf = (isEntry: (entry: string) => boolean) =>
  z
    .string()
    .transform((text) => text.split(",").map((entry) => entry.trim()))
    .transform((entries) => entries.filter((entry) => entry !== ""))
    .refine((entries) => entries.every(isEntry))
    .default([])

const isOrigin = (text: string) =>
  /^https?:/.test(text) && URL.canParse(text) && new URL(text).origin === text

/** The proxies between people and Podo, and where its operators look. */
export const edgeSettings = {
  TRUSTED_PROXIES: listOf(isAddressRange),
  ALLOWED_ORIGINS: listOf(isOrigin),
  INTERNAL_PORT: z.coerce.number().int().min(1).max(PORT_MAX).optional(),
  INTERNAL_HOST: z
    .string()
    .refine((host) => isIP(host) !== 0 || host === "localhost")
    .default("127.0.0.1"),
}

export const edgeAdvice = {
  TRUSTED_PROXIES: "addresses and ranges of your proxies, such as 10.0.0.0/8, 192.0.2.7, fd00::/8",
  ALLOWED_ORIGINS: "origins of other pages that may call, such as https://www.example.com",
  INTERNAL_PORT: `a whole number from 1 to ${PORT_MAX} that is not PORT`,
  INTERNAL_HOST: "an address of this machine, such as 127.0.0.1",
}

type Settings = z.infer<z.ZodObject<typeof edgeSettings>> & { PORT: number }

/** Fails with one sentence when people and operators would be sent to the same port. */
export function edgeIn(settings: Settings) {
  const given = settings.INTERNAL_PORT
  const internalPort = given ?? settings.PORT + 1
  if (internalPort === settings.PORT || internalPort > PORT_MAX) {
    const state = given === undefined ? "is not set" : `is "${given}"`
    throw new Error(`INTERNAL_PORT ${state}. Set it to ${edgeAdvice.INTERNAL_PORT}.`)
  }
  return {
    trustedProxies: settings.TRUSTED_PROXIES,
    allowedOrigins: settings.ALLOWED_ORIGINS,
    internalPort,
    internalHost: settings.INTERNAL_HOST,
  }
}
