import { readMe } from "@podo/accounts/read-me"
import { Me } from "@podo/contract/account"
import { procedure, router } from "../trpc.ts"

export const accountRouter = router({
  me: procedure.anyone
    .output(Me.nullable())
    .query(async ({ ctx }) => readMe(ctx.stores.db, await ctx.session())),
})
