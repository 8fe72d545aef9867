const ANSWER_MS_MAX = 1_500

/**
 * Knows of a server that has stopped answering. One that is frozen still takes connections and statements, and each
 * would be waited for in vain. When somebody suspects it, a new connection is tried until one is answered; after
 * a while without, and until then, the server counts as silent.
 */
export function silenceOf(hasAnswered: () => Promise<boolean>, onSilent: () => void) {
  let isSilent = false
  let isAsking = false
  let isStopped = false

  async function answered(): Promise<void> {
    if (isStopped || (await hasAnswered())) return
    await answered()
  }

  async function ask() {
    const verdict = setTimeout(() => {
      isSilent = true
      onSilent()
    }, ANSWER_MS_MAX)
    await answered()
    clearTimeout(verdict)
    isSilent = false
    isAsking = false
  }

  return {
    isSilent: () => isSilent,
    suspect: () => {
      if (isAsking || isStopped) return
      isAsking = true
      void ask()
    },
    stop: () => {
      isStopped = true
    },
  }
}
