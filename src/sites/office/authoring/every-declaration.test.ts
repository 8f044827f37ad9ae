import { describe, expect, it } from 'vitest'
import type { Json } from '#values/layers.ts'
import { controlsOf, editDeclaration, elementAt, readAt } from '#engines/services/contract.ts'
import { membersToAnswer } from '#engines/services/authoring/bundle-members.ts'
import { elementsIn } from '#engines/services/authoring/elements/elements-in.ts'
import { halfWritten } from '#engines/services/authoring/half-written.ts'
import { systems } from '../../../systems/index.ts'
import { readPost } from './read-post.ts'
import { drawElement, postedBy } from './testing/draw-element.ts'

const fileable = [...systems.procedures, ...systems.bundles].filter(({ form }) => form !== undefined)

/** What nobody changes on screen: what everything else is known by. */
const fixed = new Set(['code', 'sector', 'form.id', 'process.id'])

/** Every place of a declaration that says something, and that no control of its element asks for. */
function withoutControl(declaration: Json): string[] {
  const places: string[] = []
  const walk = (value: Json, path: string) => {
    const { kind, element, rest } = elementAt(path)
    const said = element === '' ? declaration : readAt(declaration, element)
    if (rest !== '' && controlsOf(kind, said).some((control) => control.path === rest)) return
    const inside = typeof value === 'object' && value !== null ? Object.entries(value) : []
    if (inside.length === 0 && typeof value !== 'object' && !fixed.has(path)) places.push(path)
    for (const [key, one] of inside) walk(one as Json, path === '' ? key : `${path}.${key}`)
  }
  walk(declaration, '')
  return places
}

const codeLists = systems.codeLists.map(({ name, title, entries }) => ({
  value: name,
  text: title,
  entries: entries.map(({ code, label }) => ({ value: code, text: label })),
}))

describe.each(fileable.map((procedure) => ({ code: procedure.code, procedure })))('$code', ({ procedure }) => {
  const declaration = JSON.parse(JSON.stringify(procedure)) as Json
  const members = membersToAnswer(
    (procedure.bundle ?? []).flatMap(({ code }) => systems.procedures.find((one) => one.code === code) ?? []),
  )

  it('can be changed on screen wherever it says something', () => {
    expect(withoutControl(declaration)).toEqual([])
    expect(halfWritten(declaration)).toEqual([])
  })

  it('is word for word the same after each of its forms was sent back unchanged', () => {
    for (const element of elementsIn(declaration)) {
      const html = drawElement(declaration, element, { members, codeLists })
      expect(html, element).toContain('name="revision"')
      const { edits } = readPost(declaration, postedBy(html))
      expect(editDeclaration(declaration, edits), `${element}: ${JSON.stringify(edits)}`).toEqual(declaration)
      expect(edits, element).toEqual([])
    }
  })
})
