import { z } from 'zod'
import { declared, WrongDeclaration } from '#values/declared.ts'
import { layOver, type Json } from '#values/layers.ts'
import { PlainDate } from '#values/plain-date.ts'
import { Said } from './facts.ts'
import { Procedure } from './procedure-shape.ts'

const Overlay = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  /** Whose layer it is, and why. */
  title: Said,
  /** By code, only what is said otherwise; how it is laid over is `layOver`. */
  procedures: z.array(z.object({ code: z.string() }).catchall(z.json())),
})

/** Changes to procedures by whoever stands above the base: a province, a unit, a demonstration. */
export type Overlay = z.output<typeof Overlay>

const ComingOverlay = Overlay.extend({ from: PlainDate })

/** What a law changes from a day on: until then the procedures stay what they are. */
export type ComingOverlay = z.output<typeof ComingOverlay>

/** Declares what changes from a day on. */
export const defineComing = (overlay: z.input<typeof ComingOverlay>): ComingOverlay =>
  declared(ComingOverlay, overlay, `overlay ${overlay.id}`)

/** Declares an overlay; what it makes of the procedures is checked when it is laid over them. */
export const defineOverlay = (overlay: z.input<typeof Overlay>): Overlay =>
  declared(Overlay, overlay, `overlay ${overlay.id}`)

/**
 * Procedures with an overlay laid over them. Throws a `WrongDeclaration` that names the codes which are not there, or the
 * exact place where a procedure would not be one any more.
 */
export function layProcedures(procedures: readonly Procedure[], overlay: Overlay): Procedure[] {
  const changes = new Map(overlay.procedures.map((change) => [change.code, change]))
  const stray = [...changes.keys()].filter((code) => !procedures.some((procedure) => procedure.code === code))
  if (stray.length > 0) throw new WrongDeclaration(`overlay ${overlay.id}: no procedure ${stray.join(', ')}`)
  return procedures.map((procedure) => {
    const change = changes.get(procedure.code)
    if (change === undefined) return procedure
    // Declarations are JSON, so the schema of the result is the only check that is needed.
    const laid = layOver(procedure as unknown as Json, change)
    return declared(Procedure, laid, `overlay ${overlay.id}, procedure ${procedure.code}`)
  })
}

/**
 * The versions that are to come: of each overlay's procedures what they will be from its day, laid over what holds until then.
 * They are published beside today's. Overlays stand in the order of their days.
 */
export function comingProcedures(procedures: readonly Procedure[], overlays: readonly ComingOverlay[]): Procedure[] {
  const coming: Procedure[] = []
  let before = procedures
  for (const { from, ...overlay } of overlays) {
    const named = new Set(overlay.procedures.map(({ code }) => code))
    const after = layProcedures(before, overlay).map((procedure) =>
      named.has(procedure.code) ? { ...procedure, effective: { ...procedure.effective, from } } : procedure,
    )
    coming.push(...after.filter(({ code }) => named.has(code)))
    before = after
  }
  return coming
}
