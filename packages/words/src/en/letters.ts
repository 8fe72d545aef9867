import { CODE_MINUTES } from "@podo/contract/limits"
import type { Letters } from "../letters.ts"

export const letters: Letters = {
  signUp: (code) => ({
    subject: `${code} is your Podo sign-up code`,
    text: `${code}\n\nEnter this code to finish signing up. It is good for ${CODE_MINUTES} minutes.\n\nIf you did not sign up, ignore this mail: without the code there is no account.`,
  }),
  alreadyHere: (publicUrl) => ({
    subject: "You already have a Podo account",
    text: `Somebody asked to sign up with this e-mail, which has an account already.\n\nSign in: ${publicUrl}/sign-in\nForgot the password: ${publicUrl}/password\n\nIf it was not you, there is nothing to do. Your account is safe.`,
  }),
  password: (code) => ({
    subject: `${code} is your Podo password code`,
    text: `${code}\n\nEnter this code to choose a new password. It is good for ${CODE_MINUTES} minutes.\n\nIf you did not ask for it, ignore this mail, and tell nobody the code.`,
  }),
  passwordChanged: (publicUrl) => ({
    subject: "Your Podo password has changed",
    text: `Your password has changed, and all other devices are signed out.\n\nIf it was not you, choose a new password now: ${publicUrl}/password`,
  }),
  deletion: (code) => ({
    subject: `${code} is your Podo deletion code`,
    text: `${code}\n\nEnter this code to delete your Podo account. It is good for ${CODE_MINUTES} minutes. Deleting cannot be undone.\n\nIf you did not ask for it, change your password: somebody may be signed in as you.`,
  }),
  deleted: () => ({
    subject: "Your Podo account is deleted",
    text: "Your name and e-mail are erased. Your bookings stay as history that nobody can trace to you. Thank you for having been with us.",
  }),
}
