import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, civil, instantOf, type PlainDate } from '#values/plain-date.ts'
import { unsaid, type Declared, type Said } from './said-versions.ts'

const start = civil('2026-01-01')
const day = (n: number): PlainDate => addDays(start, n)

/** `a` since ever, then what is given by its days: `[['b', 10]]` is b from the tenth day on. */
const declare = (now: string, coming: readonly (readonly [string, number])[] = []): Declared[] =>
  [[now, -9999] as const, ...coming].map(([digest, n]) => ({ procedure: {} as never, digest, from: day(n) }))

/** What one origin publishes day by day, and what of it counts on a day. */
function history() {
  const said: Said[] = []
  let counting: Said[] = []
  return {
    publish(declared: readonly Declared[], today: number): string[] {
      const fresh = unsaid(declared, said, day(today)).map(({ digest, from }, at) => ({
        digest,
        from: at === 0 && said.length > 0 && from < day(today) ? day(today) : from,
        publishedAt: new Date(instantOf(day(today)).getTime() + said.length),
      }))
      const [first] = fresh
      if (first) counting = counting.filter(({ from }) => from < first.from && from <= day(today))
      counting.push(...fresh)
      said.push(...fresh)
      return fresh.map(({ digest }) => digest)
    },
    on: (n: number): string | undefined => counting.findLast(({ from }) => from <= day(n))?.digest,
  }
}

test('a version to come is published beside what is in force, which stays', () => {
  const { publish, on } = history()
  expect(publish(declare('a'), 0)).toEqual(['a'])
  expect(publish(declare('a', [['b', 10]]), 1)).toEqual(['b'])
  expect([on(9), on(10)]).toEqual(['a', 'b'])
})

test('a coming version that is said otherwise takes the place of what was announced, today’s stays', () => {
  const { publish, on } = history()
  publish(declare('a', [['b', 10]]), 0)
  expect(publish(declare('a', [['c', 20]]), 1)).toEqual(['c'])
  expect([on(15), on(20)]).toEqual(['a', 'c'])
  expect(publish(declare('a', [['c', 20]]), 15)).toEqual([])
})

test('a declaration that only begins later changes nothing until then, and is published once', () => {
  const { publish, on } = history()
  publish(declare('a'), 0)
  const ahead = declare('a', [['b', 10]]).slice(1)
  expect(publish(ahead, 1)).toEqual(['b'])
  expect([1, 5, 10, 15].flatMap((today) => publish(ahead, today))).toEqual([])
  expect([on(9), on(10)]).toEqual(['a', 'b'])
})

test('when today’s is said otherwise, what is to come is announced anew behind it', () => {
  const { publish, on } = history()
  publish(declare('a', [['b', 10]]), 0)
  expect(publish(declare('A', [['b', 10]]), 1)).toEqual(['A', 'b'])
  expect([on(1), on(10)]).toEqual(['A', 'b'])
})

test('a coming version that is declared no more will never count', () => {
  const { publish, on } = history()
  publish(declare('a', [['b', 10]]), 0)
  expect(publish(declare('a'), 1)).toEqual(['a'])
  expect(on(10)).toBe('a')
})

test('whatever is declared in turn, what counts is what was declared last, and saying it again publishes nothing', () => {
  const coming = fc
    .uniqueArray(fc.tuple(fc.constantFrom('b', 'c', 'd'), fc.integer({ min: 1, max: 60 })), {
      selector: ([, n]) => n,
      maxLength: 3,
    })
    .map((list) => list.toSorted(([, a], [, b]) => a - b).map(([digest, n]) => [`${digest}${n}`, n] as const))
  const turn = fc.record({ wait: fc.integer({ min: 0, max: 15 }), now: fc.constantFrom('a', 'A'), coming })
  fc.assert(
    fc.property(fc.array(turn, { minLength: 1, maxLength: 6 }), (turns) => {
      const { publish, on } = history()
      let today = 0
      for (const { wait, now, coming: ahead } of turns) {
        today += wait
        const declared = declare(now, ahead)
        publish(declared, today)
        for (let later = today; later < 90; later += 7) {
          expect(publish(declared, later)).toEqual([])
          expect(on(later)).toBe(declared.findLast(({ from }) => from <= day(later))?.digest)
          today = later
        }
      }
    }),
    { numRuns: 500 },
  )
})
