/**
 * Does something at most once in a while, and never twice at the same time. Work that is asked for meanwhile is done
 * once more: the last wish is never lost.
 */
export function paced(action: () => Promise<unknown>, everyMs: number): () => void {
  let isBusy = false
  let isWanted = false

  async function doWhileWanted() {
    isBusy = true
    while (isWanted) {
      // All who ask because of the same event are told by one.
      // oxlint-disable-next-line no-await-in-loop -- One after the other is the purpose.
      await Promise.resolve()
      isWanted = false
      // oxlint-disable-next-line no-await-in-loop -- One after the other is the purpose.
      await Promise.all([action().catch(() => undefined), pause(everyMs)])
    }
    isBusy = false
  }

  return () => {
    isWanted = true
    if (!isBusy) void doWhileWanted()
  }
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
