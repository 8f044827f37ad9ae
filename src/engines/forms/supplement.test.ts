import { describe, expect, test } from 'vitest'
import { parseAnswers } from './parse-answers.ts'
import { clubForm } from './samples/club.ts'
import { licenceForm } from './samples/licence.ts'
import { sampleLookups } from './samples/lists.ts'
import { newQuestions, parseSupplement } from './supplement.ts'

const filed = parseAnswers(
  clubForm,
  {
    players: [
      { name: 'An', bornOn: '1/1/1990' },
      { name: 'Bình', bornOn: '2/2/1991' },
      { name: 'Chi', bornOn: '3/3/1992' },
    ],
    wantsBalls: 'no',
  },
  sampleLookups,
).answers
const send = (query: string, ...pins: string[]) =>
  parseSupplement(clubForm, filed, new URLSearchParams(query), pins, sampleLookups)

describe('what is sent after a request', () => {
  test('changes the pinned cell of the row that it names', () => {
    const { answers, places } = send('players.1.name=Bình An&players.0.name=Kẻ Khác&wantsBalls=yes', 'players.1.name')
    expect(answers).toEqual({
      ...filed,
      players: [
        { name: 'An', bornOn: '1990-01-01', age: 30 },
        { name: 'Bình An', bornOn: '1991-02-02', age: 29 },
        { name: 'Chi', bornOn: '1992-03-03', age: 28 },
      ],
    })
    expect(places).toEqual([])
  })

  test('is read as typed, and what it brings up is asked and taken', () => {
    const asked = send('players.2.bornOn=1/1/2012', 'players.2.bornOn')
    expect(asked.places.map(({ path }) => path)).toEqual(['players.2.guardian'])
    expect(newQuestions(clubForm, filed, asked.answers)).toEqual(['players.2.guardian'])
    const told = send('players.2.bornOn=1/1/2012&players.2.guardian=Mẹ', 'players.2.bornOn')
    expect(told.places).toEqual([])
    expect(told.answers.players).toMatchObject([{}, {}, { bornOn: '2012-01-01', age: 8, guardian: 'Mẹ' }])
  })

  test('is told what is wrong, and keeps what was typed', () => {
    const { answers, places } = send('players.0.bornOn=hôm qua', 'players.0.bornOn')
    expect(answers.players).toMatchObject([{ bornOn: 'hôm qua' }, {}, {}])
    expect(places.map(({ path }) => path)).toContain('players.0.bornOn')
  })

  test('may empty a pinned row, which then goes, and leaves the others what they were', () => {
    const { answers } = send('players.0.name=&players.2.name=Chi Mai', 'players.0', 'players.2.name')
    expect(answers.players).toEqual([
      { name: 'Bình', bornOn: '1991-02-02', age: 29 },
      { name: 'Chi Mai', bornOn: '1992-03-03', age: 28 },
    ])
  })

  test('may untick everything, and is then asked to choose', () => {
    const before = { reason: 'damaged', licenceNumber: '241168003472', classes: ['B2'] }
    const { places } = parseSupplement(licenceForm, before, new URLSearchParams(), ['classes'], sampleLookups)
    expect(places.map(({ path }) => path)).toContain('classes')
  })

  test('has no effect where nothing is pinned, also with names that objects have', () => {
    expect(send('players.0.name=X&__proto__.x=1&wantsBalls=yes').answers).toEqual(filed)
    expect(
      parseSupplement(
        clubForm,
        filed,
        JSON.parse('{"__proto__":{"x":1},"players":[{"name":"X"}]}'),
        ['__proto__'],
        sampleLookups,
      ).answers,
    ).toEqual(filed)
    expect(({} as { x?: number }).x).toBeUndefined()
  })
})
