/** Runs the work again and again with a pause between, never twice at once. Returns how to end it. */
export function every(
  pauseMs: number,
  work: () => Promise<unknown>,
  onError: (error: unknown) => void,
): () => Promise<void> {
  const stopping = new AbortController()
  const loop = async () => {
    while (!stopping.signal.aborted) {
      await work().catch(onError)
      await Bun.sleep(pauseMs)
    }
  }
  const ended = loop()
  return () => {
    stopping.abort()
    return ended
  }
}
