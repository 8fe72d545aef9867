import { z } from "zod"
import { UserId } from "./ids.ts"

export const PASSWORD_CHARS_MIN = 8
export const PASSWORD_CHARS_MAX = 128
export const NAME_CHARS_MAX = 60
export const EMAIL_CHARS_MAX = 254

export const Role = z.enum(["user", "organizer", "admin"])
export type Role = z.infer<typeof Role>

export const Me = z.object({
  userId: UserId,
  name: z.string(),
  email: z.string(),
  roles: z.array(Role),
})
export type Me = z.infer<typeof Me>
