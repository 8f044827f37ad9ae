import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, civil, dateAt, instantOf } from '#values/plain-date.ts'
import { defineCalendar } from '#engines/calendar/declare.ts'
import { deadlineOf, workingTimeOf, type ClockStop, type Offices, type WorkingTime } from '#engines/calendar/index.ts'
import type { TaskRow } from '#engines/workflow/index.ts'
import { countAnew, supplementDueAnew, type Counted } from './count-anew.ts'
import type { Dossier } from '../dossier/dossier.ts'
import { chessClub } from '../samples.ts'
import { supplementDue } from '../dossier/supplement.ts'

const first = civil('2026-06-01')
const span = (start: string, end: string) => ({ start, end })
const weekdays = [1, 2, 3, 4, 5]
const officeHours = [{ weekdays, spans: [span('07:30', '11:30'), span('13:00', '17:00')] }]
/** Hours of offices that differ: those of summer, a counter open in the morning, one that takes in on Saturdays, one that works then. */
const hoursOfOffices = [
  officeHours,
  [{ weekdays, spans: [span('07:00', '11:30'), span('13:30', '17:00')] }],
  [{ weekdays, spans: [span('07:30', '11:30')] }],
  [...officeHours, { weekdays: [6], spans: [span('07:30', '11:30')], receptionOnly: true as const }],
  [...officeHours, { weekdays: [6], spans: [span('07:30', '11:30')] }],
]
const name = { vi: 'Nghỉ', en: 'Off' }
const covers = { from: civil('2026-01-01'), to: civil('2028-01-01') }

/** Calendars with different days off, worked and half, and the hours of two offices in each: a counter and a unit that works. */
const declaredDays = fc
  .uniqueArray(
    fc.record({
      day: fc.integer({ min: 0, max: 40 }),
      kind: fc.constantFrom('holiday' as const, 'swapped-work' as const, 'half-day' as const),
    }),
    { selector: ({ day }) => day, maxLength: 12 },
  )
  .map((days) => days.map(({ day, kind }) => ({ date: addDays(first, day), kind, name })))
const hours = fc.constantFrom(...hoursOfOffices)
const offices = fc
  .tuple(declaredDays, hours, hours)
  .map(([days, ofCounter, ofUnit]) =>
    officesAt(...([ofCounter, ofUnit].map((own) => workingTime(days, own)) as [WorkingTime, WorkingTime])),
  )

const workingTime = (days: Parameters<typeof defineCalendar>[0]['days'], own: (typeof hoursOfOffices)[number]) =>
  workingTimeOf(defineCalendar({ id: 'sample', covers, officeHours: own, days }))

/** Offices in which the counter `counter` and everybody else have their own working time. */
const officesAt = (counter: WorkingTime, unit = counter): Pick<Offices, 'workingTimeOf'> => ({
  workingTimeOf: (id) => (id === 'counter' ? counter : unit),
})

const club = chessClub({})
const [step, { hours: stepHours }] = Object.entries(club.process!.steps).find(([, one]) => one.kind === 'work')!

/** A dossier received and its task opened, then the clock standing some times. */
const life = fc.record({
  received: fc.integer({ min: 0, max: 10 * 1440 }),
  opened: fc.integer({ min: 0, max: 3 * 1440 }),
  stops: fc.array(fc.tuple(fc.integer({ min: 1, max: 4 * 1440 }), fc.integer({ min: 0, max: 6 * 1440 })), {
    maxLength: 3,
  }),
  running: fc.boolean(),
})
type Life = typeof life extends fc.Arbitrary<infer Value> ? Value : never

const at = (minutes: number): Date => new Date(instantOf(first).getTime() + minutes * 60_000)

/** What the tables hold after this life under a calendar: counted step by step as it goes, the way actions do it. */
function lived(given: Pick<Offices, 'workingTimeOf'>, { received, opened, stops, running }: Life): Counted {
  const receivedAt = at(received)
  const openedAt = at(received + opened)
  const limit = club.timeLimits[0]!
  const [counter, unit] = [given.workingTimeOf('counter'), given.workingTimeOf('unit')]
  let due = unit.addWorkingMinutes(openedAt, Math.round(stepHours * 60))
  let deadline = deadlineOf(counter, { start: receivedAt, limit, stops: [] }).at as Date
  let now = received + opened
  const passed: ClockStop[] = []
  for (const [index, [pause, length]] of stops.entries()) {
    const from = at(now + pause)
    now += pause + length
    if (running && index === stops.length - 1) {
      passed.push({ from, to: undefined, ground: 'supplement' })
      continue
    }
    const to = at(now)
    passed.push({ from, to, ground: 'supplement' })
    due = unit.addWorkingMinutes(due, unit.workingMinutesBetween(from, to))
    deadline = deadlineOf(counter, { start: receivedAt, limit, stops: passed }).at as Date
  }
  const dossier = {
    answers: {},
    state: { proposal: undefined },
    channel: 'online',
    place: null,
    receiverId: 'counter',
    filedAt: receivedAt,
    receivedAt,
    finishedAt: null,
    deadline,
    promised: deadline,
  } as unknown as Dossier
  return {
    dossier,
    stops: passed,
    tasks: [{ step, consult: null, unitId: 'unit', openedAt, due } as TaskRow],
    supplement: null,
  }
}

test('counted anew after a change of the calendar and of hours, all dates are those of a dossier that lived under it from the start', () => {
  fc.assert(
    fc.property(offices, offices, life, (before, after, one) => {
      const [was, is] = [lived(before, one), lived(after, one)]
      expect(countAnew(after, club, was)).toEqual({
        deadline: is.dossier.deadline,
        promised: is.dossier.promised,
        dues: is.tasks.map(({ due }) => due),
        supplementDue: null,
      })
    }),
    { numRuns: 500 },
  )
})

const ordinary = workingTime([], officeHours)
const holiday = workingTime([{ date: civil('2026-06-11'), kind: 'holiday', name }], officeHours)
const calendar = declaredDays.map((days) => workingTime(days, officeHours))
const calm: Life = { received: 600, opened: 0, stops: [], running: false }

test('a date that was named to the applicant stands, unless its day is worked no more', () => {
  const counted = lived(officesAt(ordinary), calm)
  const named = ordinary.closingOf(civil('2026-06-11'))
  const supplement = { askedAt: at(600), days: null, due: named }
  const apologised = { ...counted, dossier: { ...counted.dossier, promised: named }, supplement }
  expect(countAnew(officesAt(ordinary), club, apologised)).toMatchObject({ promised: named, supplementDue: named })
  const next = ordinary.closingOf(civil('2026-06-12'))
  expect(countAnew(officesAt(holiday), club, apologised)).toMatchObject({ promised: next, supplementDue: next })
})

const asked = fc.record({
  askedAt: fc.integer({ min: 0, max: 10 * 1440 }).map(at),
  days: fc.integer({ min: 1, max: 20 }),
})

test('the applicant has all the working days that were given, and a day that was named never comes nearer', () => {
  fc.assert(
    fc.property(calendar, calendar, asked, (before, after, { askedAt, days }) => {
      const due = supplementDue(before, askedAt, days)
      const anew = supplementDueAnew(after, { askedAt, days, due })
      expect(after.workingDaysBetween(dateAt(askedAt), dateAt(anew))).toBeGreaterThanOrEqual(days)
      expect(after.isWorkingDay(dateAt(anew))).toBe(true)
      expect(+anew).toBeGreaterThanOrEqual(+due)
      expect(supplementDueAnew(after, { askedAt, days, due: anew })).toEqual(anew)
      const counted = supplementDue(after, askedAt, days)
      if (counted >= due) expect(anew).toEqual(counted)
    }),
    { numRuns: 500 },
  )
})

test('a task that was opened while the clock stood waited from its opening on only', () => {
  const counted = lived(officesAt(ordinary), calm)
  const [task] = counted.tasks
  const [stopped, opened, resumed] = [at(600), at(1440 + 600), at(2 * 1440 + 600)]
  const stops = [{ from: stopped, to: resumed, ground: 'supplement' as const }]
  const opens = { ...counted, stops, tasks: [{ ...task!, openedAt: opened }] }
  const hours = Math.round(stepHours * 60) + ordinary.workingMinutesBetween(opened, resumed)
  expect(countAnew(officesAt(ordinary), club, opens).dues).toEqual([ordinary.addWorkingMinutes(opened, hours)])
})

test('what is finished keeps the date by which it is measured', () => {
  const counted = lived(officesAt(ordinary), calm)
  const finished = {
    ...counted,
    dossier: { ...counted.dossier, finishedAt: at(700), deadline: at(650), promised: at(660) },
  }
  expect(countAnew(officesAt(holiday), club, finished)).toMatchObject({ deadline: at(650), promised: at(660) })
})
