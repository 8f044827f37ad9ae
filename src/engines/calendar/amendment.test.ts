import { describe, expect, test } from 'vitest'
import { addDays, civil, type PlainDate } from '#values/plain-date.ts'
import { datesAmended, layAmendments, type Amendment } from './amendment.ts'
import { defineCalendar } from './declare.ts'
import { workingTimeOf } from './working-time.ts'

const tet = { vi: 'Tết', en: 'Tết' }
const declared = defineCalendar({
  id: 'sample',
  covers: { from: civil('2026-01-01'), to: civil('2028-01-01') },
  officeHours: [
    {
      weekdays: [1, 2, 3, 4, 5],
      spans: [
        { start: '07:30', end: '11:30' },
        { start: '13:00', end: '17:00' },
      ],
    },
  ],
  days: [{ date: civil('2027-02-04'), through: civil('2027-02-10'), kind: 'holiday', name: tet, status: 'projected' }],
})

const amendment = (more: Partial<Amendment>): Amendment => {
  const firstDay = more.firstDay ?? civil('2027-03-08')
  return {
    kind: 'holiday',
    lastDay: firstDay,
    workDay: null,
    half: null,
    name: { vi: 'Bão', en: 'Storm' },
    document: '88/CĐ-UBND',
    ...more,
    firstDay,
  }
}

const worked = (amendments: readonly Amendment[], date: PlainDate) =>
  workingTimeOf(layAmendments(declared, amendments)).spansOn(date).length

describe('days declared on screen', () => {
  test('are off, worked in their place, or worked half, and all other days stay', () => {
    const swap = amendment({ kind: 'swap', firstDay: civil('2027-03-08'), workDay: civil('2027-03-13') })
    const half = amendment({ kind: 'half-day', firstDay: civil('2027-03-10'), half: 'afternoon' })
    const laid = workingTimeOf(layAmendments(declared, [swap, half]))
    const plain = workingTimeOf(declared)
    expect(laid.spansOn(civil('2027-03-08'))).toEqual([])
    expect(laid.spansOn(civil('2027-03-13'))).toHaveLength(2)
    expect(laid.spansOn(civil('2027-03-10'))).toEqual([{ start: 13 * 60, end: 17 * 60 }])
    const touched = [swap, half].flatMap(datesAmended)
    for (let date = civil('2027-01-01'); date < '2028-01-01'; date = addDays(date, 1))
      if (!touched.includes(date)) expect(laid.spansOn(date)).toEqual(plain.spansOn(date))
  })

  test('cut out of a declared run what they say of it, and leave the rest of the run', () => {
    const back = amendment({ kind: 'ordinary', firstDay: civil('2027-02-09'), lastDay: civil('2027-02-10') })
    expect(worked([back], civil('2027-02-08'))).toBe(0)
    expect(worked([back], civil('2027-02-09'))).toBe(2)
    expect(worked([back], civil('2027-02-10'))).toBe(2)
    const { days } = layAmendments(declared, [back])
    expect(days.map(({ date, status }) => [date, status])).toEqual(
      [4, 5, 6, 7, 8].map((day) => [`2027-02-0${day}`, 'projected']),
    )
  })

  test('say by which document, and which day stands for which', () => {
    const swap = amendment({ kind: 'swap', firstDay: civil('2027-03-08'), workDay: civil('2027-03-13') })
    const notes = layAmendments(declared, [swap]).days.map(({ note }) => note)
    expect(notes).toContain('88/CĐ-UBND; làm bù 13/03/2027')
    expect(notes).toContain('88/CĐ-UBND; bù cho 08/03/2027')
  })

  test('are taken over, date by date, by what is declared of them later', () => {
    const storm = amendment({ firstDay: civil('2027-03-08'), lastDay: civil('2027-03-10') })
    const over = amendment({ kind: 'ordinary', firstDay: civil('2027-03-10') })
    const days = ['2027-03-08', '2027-03-09', '2027-03-10'].map(civil)
    expect(days.map((day) => worked([storm, over], day))).toEqual([0, 0, 2])
    expect(days.map((day) => worked([over, storm], day))).toEqual([0, 0, 0])
  })

  test('leave the declared calendar as it is when there are none', () => {
    expect(layAmendments(declared, [])).toBe(declared)
  })
})
