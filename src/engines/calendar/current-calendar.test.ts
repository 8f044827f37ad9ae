import { expect, test } from 'vitest'
import { connect } from '#kernel/database/connect.ts'
import { migrate } from '#kernel/database/migrate.ts'
import { createTestDatabase } from '#kernel/testing/database.ts'
import { civil } from '#values/plain-date.ts'
import { currentCalendar, publishCalendar } from './current-calendar.ts'
import { defineCalendar } from './declare.ts'

const sources = [
  { name: 'kernel', directory: new URL('../../kernel/migrations/', import.meta.url) },
  { name: 'directory', directory: new URL('../directory/migrations/', import.meta.url) },
  { name: 'calendar', directory: new URL('./migrations/', import.meta.url) },
]

const day = civil('2026-06-11')
const officeHours = [{ weekdays: [1, 2, 3, 4, 5], spans: [{ start: '07:30', end: '11:30' }] }]
const name = { vi: 'Nghỉ', en: 'Off' }

/** A database whose first version of the calendar is this one. */
async function databaseWith(days: Parameters<typeof defineCalendar>[0]['days']) {
  const { url } = await createTestDatabase('kernel to calendar', async (to) => void (await migrate(to, sources)))
  const { db, close } = connect(url, { size: 1 })
  await db.transaction((tx) => publishCalendar(tx, defineCalendar({ id: 'sample', officeHours, days })))
  return { db, close }
}

test('two databases in one process have each their own calendar, though both are the first version', async () => {
  const worked = await databaseWith([])
  const off = await databaseWith([{ date: day, kind: 'holiday', name }])
  const calendars = [await currentCalendar(worked.db), await currentCalendar(off.db)]
  expect(calendars.map(({ number }) => number)).toEqual([1, 1])
  expect(calendars.map(({ workingTime }) => workingTime.isWorkingDay(day))).toEqual([true, false])
  await Promise.all([worked.close(), off.close()])
})
