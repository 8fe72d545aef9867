/** Random numbers in [0, 1) that are the same for the same seed. */
export type Dice = () => number

/** Mulberry32, started from a hash of the words. */
export function diceOf(seed: string): Dice {
  let state = Number(BigInt.asUintN(32, Bun.hash(seed)))
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

export const between = (dice: Dice, low: number, high: number) => low + dice() * (high - low)

export function shuffled<Value>(dice: Dice, values: readonly Value[]): Value[] {
  return values
    .map((value) => ({ value, order: dice() }))
    .toSorted((a, b) => a.order - b.order)
    .map(({ value }) => value)
}
