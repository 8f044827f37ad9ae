import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { holds, type Condition } from '#values/condition.ts'
import type { Json } from '#values/layers.ts'
import { askedQuestions } from './asked-questions.ts'
import { conditionOf, conditionTree, isGroup, type ConditionGroup, type ConditionNode } from './condition-tree.ts'
import { conditionPress, conditionTyped } from './condition-typed.ts'
import type { Typed } from './typed.ts'

const declaration: Json = {
  form: {
    id: 'club',
    pages: [
      {
        id: 'club',
        title: { vi: 'Câu lạc bộ', en: 'Club' },
        fields: [
          { id: 'large', type: 'yes-no', label: { vi: 'Lớn', en: 'Large' } },
          { id: 'boards', type: 'number', label: { vi: 'Số bàn', en: 'Boards' } },
          {
            id: 'kind',
            type: 'choice',
            label: { vi: 'Loại', en: 'Kind' },
            options: ['school', 'town', 'work'].map((value) => ({ value, label: { vi: value, en: value } })),
          },
        ],
      },
    ],
  },
}
const questions = askedQuestions(declaration)

const leaf: fc.Arbitrary<Condition> = fc.oneof(
  fc.boolean().map((is) => ({ field: 'large', is })),
  fc.integer({ min: 0, max: 20 }).map((atLeast) => ({ field: 'boards', atLeast })),
  fc.constantFrom(3, 0.125, 1000).map((below) => ({ field: 'boards', below })),
  fc.constantFrom('school', 'town').map((is) => ({ field: 'kind', is })),
  fc
    .uniqueArray(fc.constantFrom('school', 'town', 'work'), { minLength: 1 })
    .map((values) => ({ field: 'kind', in: values })),
  fc.boolean().map((given) => ({ field: 'kind', given })),
)
const condition = fc.letrec<{ any: Condition }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    leaf,
    fc.array(tie('any'), { minLength: 1, maxLength: 3 }).map((all): Condition => ({ all })),
    fc.array(tie('any'), { minLength: 1, maxLength: 3 }).map((any): Condition => ({ any })),
    tie('any').map((not): Condition => ({ not })),
  ),
})).any
const facts = fc.record({
  large: fc.boolean(),
  boards: fc.integer({ min: 0, max: 20 }),
  kind: fc.constantFrom('school', 'town', 'work', undefined),
})

/** What the controls of a tree send, with an empty line after those of each group, and a button. */
function sent(tree: ConditionGroup, pressed = 'save'): Typed {
  const fields = new Map<string, string>([['do', pressed]])
  const write = (node: ConditionNode, name: string) => {
    if (isGroup(node)) {
      fields.set(`${name}.join`, node.join)
      for (const [at, part] of [...node.parts, { field: '', op: 'is', value: '' }].entries())
        write(part, `${name}.${at}`)
    } else {
      for (const [key, text] of Object.entries(node)) fields.set(`${name}.${key}`, text)
    }
  }
  write(tree, 'when')
  return { text: (name) => fields.get(name), all: (name) => (fields.has(name) ? [fields.get(name)!] : []) }
}

const press = (said: Condition, act: 'nest' | 'group' | 'drop', name: string) =>
  conditionOf(conditionTyped(sent(conditionTree(said), conditionPress(act, name)), 'when'), questions, said)

describe('a condition on the screen', () => {
  it('stays as it is written, however deep it goes, when nothing is changed', () => {
    fc.assert(
      fc.property(condition, (said) => {
        const typed = conditionTyped(sent(conditionTree(said)), 'when')
        expect(conditionOf(typed, questions, said)).toBe(said)
      }),
    )
  })

  it('means the same when it is written anew from its lines', () => {
    fc.assert(
      fc.property(condition, facts, (said, known) => {
        const anew = conditionOf(conditionTree(said), questions) as unknown as Condition
        expect(holds(anew, known)).toBe(holds(said, known))
      }),
      { numRuns: 500 },
    )
  })

  const both: Condition = {
    all: [
      { field: 'large', is: true },
      { field: 'boards', atLeast: 4 },
    ],
  }

  it('takes a line into a group, a group within it, and any of them away again', () => {
    const nested = press(both, 'nest', 'when.1')
    expect(nested).toEqual({ all: [{ field: 'large', is: true }, { any: [{ field: 'boards', atLeast: 4 }] }] })
    expect(press(nested as never, 'group', 'when.1')).toEqual({
      all: [{ field: 'large', is: true }, { any: [{ field: 'boards', atLeast: 4 }, { all: [] }] }],
    })
    expect(press(nested as never, 'drop', 'when.1')).toEqual({ field: 'large', is: true })
    expect(press(both, 'drop', 'when.0')).toEqual({ field: 'boards', atLeast: 4 })
    expect(press({ field: 'large', is: true }, 'drop', 'when.0')).toBeUndefined()
  })

  it('is shown as far as it goes while it is half written', () => {
    expect(conditionTree({ all: [{ field: 'large', is: true }, { any: [] }, null, { not: 7 }] })).toEqual({
      join: 'all',
      parts: [
        { field: 'large', op: 'is', value: 'true' },
        { join: 'any', parts: [] },
      ],
    })
  })
})
