import { confirmSignUp, signUp } from "@podo/accounts/sign-up"
import { deleteAccount, requestDeletion } from "@podo/accounts/delete-account"
import { endAllSessions, endSession, signOut } from "@podo/accounts/end-sessions"
import { listDevices } from "@podo/accounts/list-devices"
import { readMe, updateMe } from "@podo/accounts/read-me"
import { requestPassword, setPassword } from "@podo/accounts/set-password"
import { resendCode } from "@podo/accounts/codes"
import { signIn } from "@podo/accounts/sign-in"
import {
  CodeSent,
  Done,
  EndSession,
  EnteredCode,
  Me,
  RequestPassword,
  ResendCode,
  SetPassword,
  SignedInDevices,
  SignIn,
  SignUp,
  UpdateMe,
  WaysIn,
} from "@podo/contract/account"
import { procedure, router } from "../trpc.ts"

export const accountRouter = router({
  me: procedure.anyone
    .output(Me.nullable())
    .query(async ({ ctx }) => readMe(ctx.stores.db, await ctx.session())),

  waysIn: procedure.anyone.output(WaysIn).query(({ ctx }) => ctx.accounts.waysIn),

  signUp: procedure.anyone
    .input(SignUp)
    .output(CodeSent)
    .mutation(({ ctx, input }) => signUp(ctx.accounts, ctx.visit, input)),

  confirmSignUp: procedure.anyone
    .input(EnteredCode)
    .output(Done)
    .mutation(({ ctx, input }) => confirmSignUp(ctx.accounts, ctx.visit, input)),

  resendCode: procedure.anyone
    .input(ResendCode)
    .output(CodeSent)
    .mutation(({ ctx, input }) => resendCode(ctx.accounts, ctx.visit, input.codeId)),

  signIn: procedure.anyone
    .input(SignIn)
    .output(Done)
    .mutation(({ ctx, input }) => signIn(ctx.accounts, ctx.visit, input)),

  signOut: procedure.anyone.output(Done).mutation(({ ctx }) => signOut(ctx.accounts, ctx.visit)),

  requestPassword: procedure.anyone
    .input(RequestPassword)
    .output(CodeSent)
    .mutation(({ ctx, input }) => requestPassword(ctx.accounts, ctx.visit, input)),

  setPassword: procedure.anyone
    .input(SetPassword)
    .output(Done)
    .mutation(({ ctx, input }) => setPassword(ctx.accounts, ctx.visit, input)),

  update: procedure.signedIn
    .input(UpdateMe)
    .output(Me)
    .mutation(({ ctx, input }) => updateMe(ctx.stores.db, ctx.device, input)),

  devices: procedure.signedIn
    .output(SignedInDevices)
    .query(({ ctx }) => listDevices(ctx.stores.db, ctx.device)),

  endSession: procedure.signedIn
    .input(EndSession)
    .output(Done)
    .mutation(({ ctx, input }) => endSession(ctx.accounts, ctx.userId, input.sessionId)),

  endAllSessions: procedure.signedIn
    .output(Done)
    .mutation(({ ctx }) => endAllSessions(ctx.accounts, ctx.visit, ctx.device)),

  requestDeletion: procedure.signedIn
    .output(CodeSent)
    .mutation(({ ctx }) => requestDeletion(ctx.accounts, ctx.visit, ctx.device)),

  delete: procedure.signedIn
    .input(EnteredCode)
    .output(Done)
    .mutation(({ ctx, input }) => deleteAccount(ctx.accounts, ctx.visit, ctx.device, input)),
})
