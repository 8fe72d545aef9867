import { Command } from "@commander-js/extra-typings"
import { connectDatabase } from "@podo/db/connect"
import { remakePosters } from "@podo/desk/remake-posters"
import { readSettings } from "../run/env.ts"
import { findRunning } from "./running-podo.ts"

export const remakePostersCommand = new Command("remake-posters")
  .description("make posters anew that were uploaded before Podo did so by itself; may be repeated")
  .action(async () => {
    const db = connectDatabase(readSettings().databaseUrl ?? findRunning().databaseUrl)
    const { remade, drawn } = await remakePosters(db).finally(() => db.destroy())
    console.log(`${remade} made anew, ${drawn} drawn from the title, for they were no pictures`)
  })
