import { describe, expect, it } from 'vitest'
import type { Json } from '#values/layers.ts'
import { asTyped, controlsOf, editDeclaration, elementAt, readAt, type Control } from '#engines/services/contract.ts'
import { elementsIn } from '#engines/services/authoring/elements/elements-in.ts'
import type { Procedure } from '#engines/services/declare.ts'
import { compareProcedures } from '#engines/services/procedure/compare-procedures.ts'
import { systems } from '../../../systems/index.ts'

const fileable = [...systems.procedures, ...systems.bundles].filter(({ form }) => form !== undefined)

/** The same control saying something else that the schema may take; undefined where that cannot be told from here. */
function otherwise(control: Control, said: Json): Json | undefined {
  if (typeof said === 'number') return said + 1
  if (control.as === 'choice') {
    const { options } = control
    return typeof options === 'string' ? undefined : options.find(({ value }) => value !== said)?.value
  }
  if (control.as === 'words') return { ...(said as object), vi: `${asTyped(readAt(said, 'vi'))} khác` }
  if (control.as === 'condition') return { not: said }
  if (control.as === 'text' || control.as === 'long-text') return `${asTyped(said)} khác`
  if (control.as === 'choices' || control.as === 'date') return undefined
  if (Array.isArray(said)) return [...(said as readonly Json[]), 'other']
  return typeof said === 'object' && said !== null
    ? { ...(said as Readonly<Record<string, Json>>), other: 'other' }
    : undefined
}

/** Names by which everything else is found: who changes them makes another thing. */
const names = new Set(['id', 'code', 'event', 'type', 'ground', 'value', 'kind'])

describe.each(fileable.map((procedure) => ({ code: procedure.code, procedure })))('$code', ({ procedure }) => {
  it('tells whoever approves of every control that says something else', () => {
    const declaration = JSON.parse(JSON.stringify(procedure)) as Json
    const untold = elementsIn(declaration).flatMap((element) => {
      const said = element === '' ? declaration : readAt(declaration, element)
      return controlsOf(elementAt(element).kind, said).flatMap((control) => {
        const path = element === '' ? control.path : `${element}.${control.path}`
        const value = readAt(declaration, path)
        const other = value === undefined || names.has(control.path) ? undefined : otherwise(control, value)
        if (other === undefined) return []
        const changed = editDeclaration(declaration, [{ do: 'set', path, value: other }])
        const changes = compareProcedures(procedure, changed as unknown as Procedure)
        return changes.length > 0 ? [] : [path]
      })
    })
    expect(untold).toEqual([])
  })
})
