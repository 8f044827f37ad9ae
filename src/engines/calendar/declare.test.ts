import { expect, test } from 'vitest'
import { coverOf, datesOf, defineCalendar, TimeLimit } from './declare.ts'
import { sampleCalendar, seasonalCalendar } from './samples.ts'

const name = { vi: 'Nghỉ', en: 'Off' }
const spans = [{ start: '07:30', end: '11:30' }]
const officeHours = [{ weekdays: [1, 2, 3, 4, 5], spans }]

test('a declared calendar is data: it survives JSON unchanged', () => {
  expect(JSON.parse(JSON.stringify(sampleCalendar))).toEqual(sampleCalendar)
  expect(defineCalendar(JSON.parse(JSON.stringify(seasonalCalendar)))).toEqual(seasonalCalendar)
})

test('a run holds its first and last date', () => {
  const tet = sampleCalendar.days.find(({ date }) => date === '2020-01-23')!
  expect(datesOf(tet)).toEqual(['2020-01-23', '2020-01-24', '2020-01-25', '2020-01-26', '2020-01-27'])
  expect(datesOf({ ...tet, through: undefined })).toEqual(['2020-01-23'])
})

test('a calendar covers what it says, else the whole years of its days, else nothing', () => {
  expect(coverOf(sampleCalendar)).toEqual({ from: '2018-12-31', to: '2022-01-01' })
  expect(coverOf(seasonalCalendar)).toEqual({ from: '2020-01-01', to: '2021-01-01' })
  const { from, to } = coverOf(defineCalendar({ id: 'a', officeHours, days: [] }))
  expect(from).toBe(to)
})

test.for<readonly [what: string, path: string, calendar: object]>([
  ['a date that does not exist', 'days.0.date', { days: [{ date: '2021-02-29', kind: 'holiday', name }] }],
  [
    'the same date twice',
    'days.1.date',
    {
      days: [
        { date: '2021-02-10', through: '2021-02-14', kind: 'holiday', name },
        { date: '2021-02-12', kind: 'holiday', name },
      ],
    },
  ],
  [
    'a run that ends before it starts',
    'days.0.through',
    { days: [{ date: '2021-02-10', through: '2021-02-09', kind: 'holiday', name }] },
  ],
  [
    'a run of years',
    'days.0.through',
    { days: [{ date: '2021-02-10', through: '2201-02-10', kind: 'holiday', name }] },
  ],
  [
    'a day outside what is covered',
    'days.0.date',
    { covers: { from: '2020-01-01', to: '2021-01-01' }, days: [{ date: '2021-01-01', kind: 'holiday', name }] },
  ],
  [
    'half of a holiday',
    'days.0.morningOnly',
    { days: [{ date: '2021-02-10', kind: 'holiday', name, morningOnly: true }] },
  ],
  ['an unknown kind', 'days.0.kind', { days: [{ date: '2021-02-10', kind: 'strike', name }] }],
  ['one language', 'days.0.name.en', { days: [{ date: '2021-02-10', kind: 'holiday', name: { vi: 'Nghỉ' } }] }],
  ['an unknown key', 'days.0', { days: [{ date: '2021-02-10', kind: 'holiday', name, colour: 'red' }] }],
  [
    'hours that hold twice',
    'officeHours.1',
    {
      officeHours: [
        { to: '2020-05-01', weekdays: [1], spans },
        { from: '2020-04-30', weekdays: [1, 2], spans },
      ],
    },
  ],
  [
    'spans that overlap',
    'officeHours.0.spans',
    { officeHours: [{ weekdays: [1], spans: [...spans, { start: '11:00', end: '12:00' }] }] },
  ],
  [
    'a span that ends before it starts',
    'officeHours.0.spans',
    { officeHours: [{ weekdays: [1], spans: [{ start: '12:00', end: '11:00' }] }] },
  ],
  ['an eighth weekday', 'officeHours.0.weekdays.0', { officeHours: [{ weekdays: [8], spans }] }],
  ['a clock time that does not exist', 'cutOff', { cutOff: '25:00' }],
])('refuses %s at %s', ([, path, calendar]) => {
  const declare = () => defineCalendar({ id: 'a', officeHours, days: [], ...calendar })
  expect(declare).toThrow(
    expect.objectContaining({
      cause: expect.objectContaining({
        issues: [
          expect.objectContaining({ path: path.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part)) }),
        ],
      }),
    }),
  )
})

test('hours that follow each other on the same weekday do not clash', () => {
  expect(seasonalCalendar.officeHours).toHaveLength(4)
})

test.for([
  [5, 'working-day', true],
  [0.5, 'working-day', false],
  [0, 'working-day', false],
  [0.5, 'working-hour', true],
  [0.3333, 'working-hour', false],
  [0.000_000_001, 'working-hour', false],
  [30, 'calendar-day', true],
  [1, 'within-day', true],
  [2, 'within-day', false],
  [1, 'week', false],
] as const)('a limit of %d %s is accepted: %s', ([amount, unit, isAccepted]) => {
  expect(TimeLimit.safeParse({ amount, unit }).success).toBe(isAccepted)
})
