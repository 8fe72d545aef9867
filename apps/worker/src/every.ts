/** Runs the work again and again with a pause between, never twice at once. Returns how to end it. */
export function every(
  pauseMs: number,
  work: () => Promise<unknown>,
  onError: (error: unknown) => void,
): () => Promise<void> {
  const stopping = Promise.withResolvers<"stop">()
  const pause = () => Promise.race([Bun.sleep(pauseMs), stopping.promise])
  const loop = async () => {
    do await work().catch(onError)
    while ((await pause()) !== "stop")
  }
  const ended = loop()
  return () => {
    stopping.resolve("stop")
    return ended
  }
}
