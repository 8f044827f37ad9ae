import { z } from 'zod'
import { Procedure } from './procedure-shape.ts'

/** What a system may say about procedures: in full, in short by sector, the rest of a complete one, and changes laid over them. */
export { completeProcedure, proceduresOf } from './complete-procedure.ts'
export { defineCatalogue, type CatalogueEntry } from './declare-catalogue.ts'
export { defineOverlay, layProcedures } from './overlay.ts'
export { Procedure, type Fee, type Owner, type ResultTemplate, type TimeLimit } from './procedure-shape.ts'

/** Declares one procedure in full; throws with the exact place of what is wrong. */
export function defineProcedure(said: z.input<typeof Procedure>): Procedure {
  const parsed = Procedure.safeParse(said)
  if (parsed.success) return parsed.data
  throw new Error(`procedure ${said.code}: ${z.prettifyError(parsed.error)}`)
}
