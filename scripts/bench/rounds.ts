import type { Bench } from "./bench.ts"
import type { Load } from "./load.ts"
import { runTurn, type Turn } from "./turns.ts"

/** One of those that are compared: the load that it gets in a round, made of what all of them share in it. */
export type Contender<Shared> = {
  name: string
  loadOf: (shared: Shared) => Load | Promise<Load>
  /** Told of each turn, those of the warm-up too. */
  onTurn?: (turn: Turn) => void
}

const FEW = 3

/** The same for what is measured beside the main thing: a run has to end. */
export const inFewRounds = (bench: Bench): Bench => ({
  ...bench,
  scale: { ...bench.scale, rounds: Math.min(FEW, bench.scale.rounds) },
})

/**
 * Runs all contenders in each round, so that what disturbs the machine disturbs all alike; who begins takes turns.
 * Rounds of the warm-up are left out.
 */
export async function inRounds<Shared>(
  bench: Bench,
  contenders: Contender<Shared>[],
  share: () => Promise<Shared>,
): Promise<Map<string, Turn[]>> {
  const { rounds, warmUps } = bench.scale
  const turns = new Map(contenders.map(({ name }) => [name, [] as Turn[]]))
  for (let round = -warmUps; round < rounds; round++) {
    const shared = await share()
    const first = Math.abs(round) % contenders.length
    for (const { name, loadOf, onTurn } of [
      ...contenders.slice(first),
      ...contenders.slice(0, first),
    ]) {
      const turn = await runTurn(bench, await loadOf(shared))
      onTurn?.(turn)
      if (round >= 0) turns.get(name)?.push(turn)
    }
  }
  return turns
}
