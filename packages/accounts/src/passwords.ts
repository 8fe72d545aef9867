import { availableParallelism } from "node:os"
import { boundedWork } from "@podo/jobs/bounded-work"

/**
 * Argon2id as OWASP's Password Storage Cheat Sheet recommends it: 19 MiB, two passes, one lane. Bun's own default
 * (64 MiB) takes three times as long, and a sale begins with everybody signing in.
 */
const ARGON2ID = { algorithm: "argon2id", memoryCost: 19_456, timeCost: 2 } as const
const PREFIX = `$argon2id$v=19$m=${ARGON2ID.memoryCost},t=${ARGON2ID.timeCost},p=1$`

// One core is left to those who are buying.
const AT_ONCE = Math.max(1, availableParallelism() - 1)
const PATIENCE_MS = 5_000
const TYPICAL_MS = 60

const hashing = boundedWork({ atOnce: AT_ONCE, patienceMs: PATIENCE_MS, typicalMs: TYPICAL_MS })

/** Refuses with TOO_MANY_REQUESTS where too many passwords are being hashed. */
export const hashPassword = (password: string): Promise<string> =>
  hashing.run(() => Bun.password.hash(password, ARGON2ID))

/** Whether it is the password of this hash, whatever its parameters are. Refuses as `hashPassword`. */
export const verifyPassword = (password: string, hash: string): Promise<boolean> =>
  hashing.run(() => Bun.password.verify(password, hash))

/** Whether a hash is of other parameters than today's, and this moment is free to make a new one. */
export const shouldRenew = (hash: string): boolean => !hash.startsWith(PREFIX) && hashing.isIdle()
