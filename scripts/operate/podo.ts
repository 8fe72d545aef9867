import { runOrExplain } from "../run/problem.ts"
import { program } from "./program.ts"

await runOrExplain(async () => void (await program.parseAsync()))
