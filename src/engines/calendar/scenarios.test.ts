import fc from 'fast-check'
import { expect, test } from 'vitest'
import { calendar as ofTheProvince } from '#systems/bac-giang/calendar.ts'
import { deadlineOf, type DeadlineClock } from './deadline.ts'
import type { Calendar } from './declare.ts'
import { anyOffice, clockWithin } from './scenarios.ts'
import { slowDate } from './slow-deadline.ts'
import { workingTimeOf } from './working-time.ts'

/** A fixed sample, half in generated offices; ten thousand with `SCENARIOS=10000 npx vitest run src/engines/calendar/scenarios.test.ts`. */
const scenarios = Number(process.env['SCENARIOS'] ?? 60)
const sample = { numRuns: scenarios / 2, seed: 2026 }
const patience = { timeout: 20_000 + scenarios * 120 }

function mustAgree(calendar: Calendar, clock: DeadlineClock) {
  expect(deadlineOf(workingTimeOf(calendar), clock).at).toEqual(slowDate(calendar, clock))
}

test(
  'in any office, with hours of its own or of those above it, a deadline is where a clock that walks every minute ends, and there is none while it stands',
  patience,
  () => {
    fc.assert(fc.property(anyOffice, clockWithin('2019-01-01', 1000), mustAgree), sample)
  },
)

test('so it is with the days off of 2019 to 2027', patience, () => {
  const clock = clockWithin('2018-12-31', 3240)
  fc.assert(
    fc.property(clock, (one) => mustAgree(ofTheProvince, one)),
    sample,
  )
})
