import fc from 'fast-check'
import { expect, it } from 'vitest'
import { editDeclaration, readAt, type Edit } from './edit-declaration.ts'

const base = {
  name: { vi: 'Mở câu lạc bộ', en: 'Open a club' },
  papers: [{ id: 'plan' }, { id: 'photo' }, { id: 'deed' }],
  process: { steps: { receive: { hours: 2 }, look: { hours: 8 }, sign: { hours: 4 } } },
}

const edited = (...edits: Edit[]) => editDeclaration(base, edits)
const ids = (declaration: ReturnType<typeof edited>) =>
  (readAt(declaration, 'papers') as { id: string }[]).map(({ id }) => id)

it('changes one place and leaves everything else as it was', () => {
  const after = edited({ do: 'set', path: 'papers.1.id', value: 'portrait' })
  expect(ids(after)).toEqual(['plan', 'portrait', 'deed'])
  expect(readAt(after, 'process')).toBe(base.process)
})

it('adds, takes away and moves within a list', () => {
  expect(ids(edited({ do: 'add', path: 'papers', value: { id: 'map' } }))).toEqual(['plan', 'photo', 'deed', 'map'])
  expect(ids(edited({ do: 'remove', path: 'papers.0' }))).toEqual(['photo', 'deed'])
  expect(ids(edited({ do: 'move', path: 'papers.0', by: 1 }))).toEqual(['photo', 'plan', 'deed'])
  expect(ids(edited({ do: 'move', path: 'papers.0', by: -1 }))).toEqual(['plan', 'photo', 'deed'])
})

it('keeps steps in the order in which they were put', () => {
  const after = edited(
    { do: 'add', path: 'process.steps', key: 'check', value: { hours: 1 } },
    { do: 'move', path: 'process.steps.check', by: -1 },
  )
  expect(Object.keys(readAt(after, 'process.steps') as object)).toEqual(['receive', 'look', 'check', 'sign'])
})

it('says nothing of what is not there, and never writes over a step that is', () => {
  expect(edited({ do: 'remove', path: 'papers.9' })).toBeUndefined()
  expect(edited({ do: 'set', path: 'papers.9.id', value: 'x' })).toBeUndefined()
  expect(edited({ do: 'add', path: 'process.steps', key: 'look', value: {} })).toBeUndefined()
})

it('never reaches what objects have by birth', () => {
  expect(readAt(base, 'constructor.name')).toBeUndefined()
  edited({ do: 'set', path: '__proto__.polluted', value: true })
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
})

it('is the same after moving there and back, whatever is moved', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1 }), (at) => {
      const there: Edit = { do: 'move', path: `papers.${at}`, by: 1 }
      expect(edited(there, { do: 'move', path: `papers.${at + 1}`, by: -1 })).toEqual(base)
    }),
  )
})
