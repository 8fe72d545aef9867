import { SessionId, UserId } from "@podo/contract/ids"
import { z } from "zod"

/** The part of a session that Redis vouches for, and for how long it lasts. */
export const VouchedSession = z.object({
  userId: UserId,
  sessionId: SessionId,
  /** ms since 1970. */
  expiresAt: z.number(),
})
export type VouchedSession = z.infer<typeof VouchedSession>

export type Session = VouchedSession & { token: string }
