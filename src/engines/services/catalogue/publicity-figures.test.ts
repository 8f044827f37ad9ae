import { expect, test } from 'vitest'
import { civil } from '#values/plain-date.ts'
import { workingTimeOf } from '#engines/calendar/index.ts'
import { calendar } from '#systems/bac-giang/calendar.ts'
import { chessCatalogue } from '../samples.ts'
import { proceduresOf } from '../procedure/complete-procedure.ts'
import { missingParts, publicityFigures } from './publicity-figures.ts'

const [procedure] = proceduresOf(chessCatalogue)
const workingTime = workingTimeOf(calendar)
const announced = (issuer: 'province' | 'ministry', signedOn: string, publishedOn: string, effectiveOn: string) => ({
  code: '1.000001',
  name: 'Mở câu lạc bộ cờ',
  issuer,
  signedOn: civil(signedOn),
  publishedOn: civil(publishedOn),
  effectiveOn: civil(effectiveOn),
})
const met = (row: ReturnType<typeof announced>) =>
  publicityFigures([row], [], workingTime)
    .slice(0, 2)
    .map(({ rows: [only] }) => only?.isMet)

test('a province announces five working days ahead and publishes within five; a ministry has twenty and ten', () => {
  // Monday 1 June 2020: five working days on is Monday 8 June.
  expect(met(announced('province', '2020-06-01', '2020-06-08', '2020-06-08'))).toEqual([true, true])
  expect(met(announced('province', '2020-06-01', '2020-06-09', '2020-06-07'))).toEqual([false, false])
  expect(met(announced('ministry', '2020-06-01', '2020-06-15', '2020-06-29'))).toEqual([true, true])
  expect(met(announced('ministry', '2020-06-01', '2020-06-16', '2020-06-26'))).toEqual([false, false])
})

test('a procedure that is described only has all seven parts once its course, ways and sets are said', () => {
  expect(missingParts(procedure!).map(({ en }) => en)).toEqual(['course', 'ways to file', 'papers and how many sets'])
  const whole = { ...procedure!, course: { vi: 'Nộp', en: 'File' }, ways: ['in-person' as const], sets: 1 }
  expect(missingParts(whole)).toEqual([])
  expect(publicityFigures([], [procedure!, whole], workingTime)[2]).toMatchObject({ id: '1.3', met: 1, of: 2 })
})
