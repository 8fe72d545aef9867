import { z } from "zod"
import { CodeId, Instant, SessionId, UserId } from "./ids.ts"
import {
  CODE_DIGITS,
  EMAIL_CHARS_MAX,
  NAME_CHARS_MAX,
  PASSWORD_CHARS_MAX,
  PASSWORD_CHARS_MIN,
  SITE_PATH_CHARS_MAX,
} from "./limits.ts"

export const Role = z.enum(["user", "organizer", "admin"])
export type Role = z.infer<typeof Role>

/** Everybody is a user; these are given by hand. */
export const GrantedRole = Role.exclude(["user"])
export type GrantedRole = z.infer<typeof GrantedRole>

/** The language of pages and mails. */
export const Language = z.enum(["ko", "en"])
export type Language = z.infer<typeof Language>

export const Email = z.string().trim().toLowerCase().max(EMAIL_CHARS_MAX).pipe(z.email())
export type Email = z.infer<typeof Email>

const Name = z
  .string()
  .trim()
  .min(1)
  .max(NAME_CHARS_MAX)
  .regex(/^\P{C}+$/u, "Use letters, digits, spaces and signs.")

const NewPassword = z.string().min(PASSWORD_CHARS_MIN).max(PASSWORD_CHARS_MAX)

export const Me = z.object({
  userId: UserId,
  name: z.string(),
  email: z.string(),
  language: Language,
  roles: z.array(Role),
})
export type Me = z.infer<typeof Me>

/** Which ways to sign in, beside e-mail and password, this box office is configured for. */
export const WaysIn = z.object({ google: z.boolean() })
export type WaysIn = z.infer<typeof WaysIn>

export const SignUp = z.object({
  name: Name,
  email: Email,
  password: NewPassword,
  language: Language,
})
export type SignUp = z.infer<typeof SignUp>

/** The purpose of a mailed code. */
export const CodePurpose = z.enum(["sign-up", "password", "deletion"])
export type CodePurpose = z.infer<typeof CodePurpose>

/**
 * A code is on its way, or only seems to be: the answer is the same whether or not the e-mail is known.
 * The code belongs to this id, not to the e-mail: what one browser asked for, no other can finish.
 */
export const CodeSent = z.object({ codeId: CodeId, expiresAt: Instant })
export type CodeSent = z.infer<typeof CodeSent>

export const EnteredCode = z.object({
  codeId: CodeId,
  code: z.string().regex(new RegExp(`^\\d{${CODE_DIGITS}}$`), `Enter ${CODE_DIGITS} digits.`),
})
export type EnteredCode = z.infer<typeof EnteredCode>

export const ResendCode = z.object({ codeId: CodeId })
export type ResendCode = z.infer<typeof ResendCode>

export const SignIn = z.object({
  email: z.string().trim().toLowerCase().min(1).max(EMAIL_CHARS_MAX),
  password: z.string().min(1).max(PASSWORD_CHARS_MAX),
})
export type SignIn = z.infer<typeof SignIn>

export const RequestPassword = z.object({ email: Email, language: Language })
export type RequestPassword = z.infer<typeof RequestPassword>

export const SetPassword = EnteredCode.extend({ password: NewPassword })
export type SetPassword = z.infer<typeof SetPassword>

export const UpdateMe = z
  .object({ name: Name.optional(), language: Language.optional() })
  .refine((changes) => Object.keys(changes).length > 0, "Name what should change.")
export type UpdateMe = z.infer<typeof UpdateMe>

/** One signed-in device. */
export const SignedInDevice = z.object({
  sessionId: SessionId,
  /** The browser's own name for itself; empty when it gave none. */
  userAgent: z.string(),
  signedInAt: Instant,
  /** To within ten minutes. */
  lastUsedAt: Instant,
  /** Whether this is the device that asks. */
  isThis: z.boolean(),
})
export type SignedInDevice = z.infer<typeof SignedInDevice>

export const SignedInDevices = z.object({ devices: z.array(SignedInDevice) })
export type SignedInDevices = z.infer<typeof SignedInDevices>

export const EndSession = z.object({ sessionId: SessionId })
export type EndSession = z.infer<typeof EndSession>

export const Done = z.object({})

/** A page of this site, as a path. Whatever a browser would take for an address elsewhere is none. */
export const SitePath = z
  .string()
  .max(SITE_PATH_CHARS_MAX)
  .refine((path) => isSitePath(path), "Name a page of this site, such as /bookings.")
export type SitePath = z.infer<typeof SitePath>

// A browser reads \ as / and skips tabs and line ends, so that these could hide a second slash.
const isSitePath = (path: string) => /^\/(?!\/)[^\\\p{Cc}]*$/u.test(path)

/** Strict: nothing else that the library behind it would understand gets through. */
export const StartGoogle = z.strictObject({
  provider: z.literal("google"),
  /** Where to go when signed in. */
  callbackURL: SitePath.default("/"),
  /** The page that says why it did not work: it gets `error`, a GoogleError, in its query. */
  errorCallbackURL: SitePath.default("/sign-in"),
  /** Of the page, for whoever gets an account by this. */
  language: Language.default("ko"),
})
export type StartGoogle = z.infer<typeof StartGoogle>

export const GoogleError = z.enum([
  /** The person said no at Google. */
  "access_denied",
  /** Not begun in this browser, or too long ago, or finished already: begin again. */
  "state_mismatch",
  /** Google does not answer, or with something that cannot be trusted. */
  "provider_failed",
  "email_not_found",
  /** Google does not know that the e-mail is theirs. */
  "email_not_verified",
  /** An account has this e-mail, and nobody has ever proved that it is theirs. */
  "account_not_linked",
  "too_many_requests",
  /** It is our own fault. */
  "unavailable",
])
export type GoogleError = z.infer<typeof GoogleError>
