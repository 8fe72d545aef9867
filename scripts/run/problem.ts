/** Something a person can put right. Its message is one sentence, and the only thing they are shown. */
export class Problem extends Error {
  override readonly name = "Problem"
}

/** Runs a command of the workshop. A problem ends it with its sentence; a defect keeps its stack. */
export async function runOrExplain(main: () => Promise<void>) {
  try {
    await main()
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    console.error(error.message)
    process.exit(1)
  }
}
