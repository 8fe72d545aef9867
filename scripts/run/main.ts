import { apiProgram, workerProgram } from "./api-and-worker.ts"
import { buildClient } from "./build-page.ts"
import { openPodo } from "./open-podo.ts"
import { runOrExplain } from "./problem.ts"

await runOrExplain(() =>
  openPodo({
    prepare: buildClient,
    programs: (env) => [apiProgram(env), workerProgram(env)],
  }),
)
