import { z } from "zod"
import { UserId } from "./ids.ts"

export const Role = z.enum(["user", "organizer", "admin"])
export type Role = z.infer<typeof Role>

export const Me = z.object({
  userId: UserId,
  name: z.string(),
  email: z.string(),
  roles: z.array(Role),
})
export type Me = z.infer<typeof Me>
