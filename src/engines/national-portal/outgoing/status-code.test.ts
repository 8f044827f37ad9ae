import { expect, test } from 'vitest'
import { statusCodeOf, stepStatusOf, type Standing } from './status-code.ts'

const at = new Date('2020-11-24T01:00:00Z')
const filed: Standing = {
  status: 'open',
  outcome: null,
  receivedAt: null,
  finishedAt: null,
  stoppedFor: null,
  isWorkedOn: false,
}
const received = { ...filed, receivedAt: at }
const ended = (outcome: Standing['outcome']): Standing => ({ ...received, status: 'ended', outcome, finishedAt: at })

test.each<[string, Standing, number]>([
  ['filed and not looked at', filed, 1],
  ['received', received, 2],
  ['not accepted', ended('rejected'), 3],
  ['worked on', { ...received, isWorkedOn: true }, 4],
  ['asked to supplement after reception', { ...received, status: 'waiting-applicant', stoppedFor: 'supplement' }, 5],
  ['asked to supplement before reception', { ...filed, status: 'waiting-applicant' }, 5],
  ['waiting for land money', { ...received, status: 'paused', stoppedFor: 'financial-obligation' }, 6],
  ['paused for another reason, which ends nothing', { ...received, status: 'paused', stoppedFor: 'suspension' }, 4],
  ['withdrawn', ended('withdrawn'), 7],
  ['lapsed without a supplement', ended('lapsed'), 8],
  ['settled, the result waits to be fetched: 9 before 10', { ...received, isWorkedOn: true, finishedAt: at }, 9],
  ['the result handed over', ended('granted'), 10],
  ['refused, and the notice of it handed over', ended('refused'), 10],
])('a dossier that is %s', (_, standing, code) => {
  expect(statusCodeOf(standing)).toBe(code)
})

test.each([
  ['receive', 'completed', 2],
  ['receive', 'rejected', 3],
  ['work', 'completed', 4],
  ['decide', 'completed', 4],
  ['decide', 'returned', 4],
  ['issue', 'completed', 9],
  ['deliver', 'completed', 10],
] as const)('the step %s %s is told as it was then', (kind, result, code) => {
  expect(stepStatusOf(kind, result)).toBe(code)
})
