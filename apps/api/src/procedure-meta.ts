import { appRouter } from "./router.ts"
import { z } from "zod"
import type { Meta } from "./trpc.ts"

type Procedure = { _def: { meta?: Meta | undefined; inputs: z.ZodType[] } }

const { _def: definition } = appRouter
const procedures = Object.entries(definition.procedures as unknown as Record<string, Procedure>)
const metas = new Map(procedures.map(([name, { _def: described }]) => [name, described.meta ?? {}]))
const inputs = new Map(
  procedures.map(([name, { _def: described }]) => [`/trpc/${name}`, described.inputs[0]]),
)

/** The names of all procedures, such as "seating.claim". */
export const procedureNames = new Set(metas.keys())

/** The paths below /trpc of the procedures whose facts are so. */
export function pathsWhere(isSo: (meta: Meta) => boolean): string[] {
  return [...metas].flatMap(([name, meta]) => (isSo(meta) ? `/trpc/${name}` : []))
}

/** The facts that a procedure says of itself; undefined where there is none of this name. */
export const metaOf = (name: string): Meta | undefined => metas.get(name)

/** The schema of what is asked at a path below /trpc; one of nothing where nothing is. */
export const inputAt = (path: string): z.ZodType => inputs.get(path) ?? z.undefined()
