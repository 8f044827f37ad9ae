import { describe, expect, test } from 'vitest'
import { parseAnswers } from './parse-answers.ts'
import { parsePage } from './parse-page.ts'
import { clubForm } from './samples/club.ts'
import { everyType } from './samples/every-type.ts'
import { licenceForm } from './samples/licence.ts'
import { sampleLookups } from './samples/lists.ts'
import { summaryOf } from './summary.ts'

const fields = everyType.pages.flatMap((page) => page.fields)

describe('what an attacker may send', () => {
  test.each([
    [
      'a number of a prototype',
      '{"__proto__":{"isAdmin":true},"constructor":{"prototype":{"isAdmin":true}},"text":"a"}',
    ],
    ['the same inside a person', '{"person":{"__proto__":{"fullName":"x"},"constructor":{"name":"x"}}}'],
    ['the same inside a row', '{"yesNo":true,"group":[{"__proto__":{"text":"x"},"text":"a"}]}'],
  ])('changes no prototype: %s', (_name, json) => {
    const { answers, places } = parseAnswers(everyType, JSON.parse(json), sampleLookups)
    expect(({} as Record<string, unknown>).isAdmin).toBeUndefined()
    expect(JSON.stringify(answers)).not.toMatch(/isAdmin|__proto__/)
    expect(places.some(({ path }) => path.includes('__proto__'))).toBe(true)
  })

  test('changes no prototype through posted names', () => {
    const post = new URLSearchParams([
      ['__proto__.isAdmin', '1'],
      ['constructor.prototype.isAdmin', '1'],
      ['person.__proto__.isAdmin', '1'],
      ['group.__proto__.text', '1'],
      ['group.0.__proto__', '1'],
      ['add:__proto__', ''],
      ['remove:constructor.0', ''],
    ])
    parseAnswers(everyType, post, sampleLookups)
    parsePage(everyType, 'two', {}, post, sampleLookups)
    expect(({} as Record<string, unknown>).isAdmin).toBeUndefined()
    expect(Object.hasOwn(Object.prototype, 'text')).toBe(false)
  })

  test('is bounded: 10 MB of text in every field', () => {
    const huge = 'ậ'.repeat(10_000_000)
    const started = performance.now()
    const { answers } = parseAnswers(everyType, Object.fromEntries(fields.map(({ id }) => [id, huge])), sampleLookups)
    expect(JSON.stringify(answers).length).toBeLessThan(100_000)
    expect(performance.now() - started).toBeLessThan(5_000)
  })

  test('is bounded: 100,000 unknown keys, 10,000 rows, 50,000 posted fields', () => {
    const keys = Object.fromEntries(Array.from({ length: 100_000 }, (_, at) => [`k${at}`, at]))
    expect(parseAnswers(licenceForm, keys, sampleLookups).places.length).toBeLessThan(30)
    const rows = { players: Array.from({ length: 10_000 }, () => ({ name: '' })) }
    expect(parseAnswers(clubForm, rows, sampleLookups).places.length).toBeLessThan(20)
    const post = new URLSearchParams(Array.from({ length: 50_000 }, (_, at) => [`players.${at}.name`, 'x']))
    expect((parseAnswers(clubForm, post, sampleLookups).answers.players as unknown[]).length).toBe(4)
  })

  test('nests as deep as it likes without effect', () => {
    let deep: unknown = 'x'
    for (let at = 0; at < 50_000; at++) deep = { person: deep, group: [deep] }
    expect(() => parseAnswers(everyType, deep, sampleLookups)).not.toThrow()
  })

  test('leaves no control sign, half character or mark of direction in any answer', () => {
    const nasty = 'a\u0000\u202e\u200f\ud800\u0007b'
    const { answers } = parseAnswers(everyType, Object.fromEntries(fields.map(({ id }) => [id, nasty])), sampleLookups)
    expect(JSON.stringify(answers)).not.toMatch(/\\u0000|\u202e|\u200f|\\ud800|\\u0007/)
    expect(answers.text).toBe('a \ufffd b')
  })

  test('is text and stays text: markup is neither run nor removed', () => {
    const markup = '<script>alert("x")</script>'
    const { answers } = parseAnswers(everyType, { text: markup }, sampleLookups)
    const line = summaryOf(everyType, answers, 'vi', sampleLookups)[0]?.rows.find(({ path }) => path === 'text')
    expect([answers.text, line?.lines]).toEqual([markup, [markup]])
  })

  test('is read by own values only, never by inherited ones', () => {
    class Trap {
      text = 'from a class'
    }
    expect(parseAnswers(everyType, new Trap(), sampleLookups).answers.text).toBe('from a class')
    expect(parseAnswers(everyType, Object.create({ text: 'inherited' }), sampleLookups).answers.text).toBeUndefined()
  })

  test.each([[null], [undefined], ['text'], [7], [[]], [[{}]], [true]])(
    'a whole form that is %j says so and holds nothing',
    (input) => {
      const { answers, places } = parseAnswers(licenceForm, input, sampleLookups)
      expect(answers).toEqual({})
      expect(places.length).toBeGreaterThan(0)
    },
  )
})
