import { appRouter } from "./router.ts"
import type { Meta } from "./trpc.ts"

type Procedure = { _def: { meta?: Meta | undefined } }

const { _def: definition } = appRouter
const metas = new Map(
  Object.entries(definition.procedures as unknown as Record<string, Procedure>).map(
    ([name, { _def: described }]) => [name, described.meta ?? {}],
  ),
)

/** The names of all procedures, such as "seating.claim". */
export const procedureNames = new Set(metas.keys())

/** The paths below /trpc of the procedures whose facts are so. */
export function pathsWhere(isSo: (meta: Meta) => boolean): string[] {
  return [...metas].flatMap(([name, meta]) => (isSo(meta) ? `/trpc/${name}` : []))
}

/** The facts that a procedure says of itself; undefined where there is none of this name. */
export const metaOf = (name: string): Meta | undefined => metas.get(name)
