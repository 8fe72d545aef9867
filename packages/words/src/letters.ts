/** A mail in plain text. */
export type Letter = { subject: string; text: string }

/** The mails about an account. Codes come first: phones show them in the notification. */
export type Letters = {
  signUp: (code: string) => Letter
  alreadyHere: (publicUrl: string) => Letter
  password: (code: string) => Letter
  passwordChanged: (publicUrl: string) => Letter
  deletion: (code: string) => Letter
  deleted: () => Letter
}
