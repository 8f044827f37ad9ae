import { afterAll, beforeAll, expect, it } from 'vitest'
import { runInBackground } from '#kernel/jobs/run-in-background.ts'
import { addDays, dateAt, instantOf, weekdayOf, type PlainDate } from '#values/plain-date.ts'
import { workingTimeNow } from '#engines/calendar/index.ts'
import { alarmOfReading } from '#engines/operations/reading-alarm.ts'
import { runJob } from './testing/run-job.ts'
import { done } from './testing/story.ts'
import { startTestPlatform, type TestPlatform } from './testing/test-platform.ts'

/** Of who reads the data of unusually many people their head and the auditors are told, once. */

let test: TestPlatform
let now = new Date()
let workingAfternoon: Date
let dayOff: Date
let reader: { account: string; person: string; name: string; ids: string[] }

beforeAll(async () => {
  test = await startTestPlatform({ now: () => now })
  const workingTime = await workingTimeNow(test.platform.connection.db)
  const first = (fits: (day: PlainDate) => boolean) => {
    let day = addDays(dateAt(new Date()), 1)
    while (!fits(day)) day = addDays(day, 1)
    return instantOf(day, 15 * 60)
  }
  workingAfternoon = first((day) => workingTime.isWorkingDay(day))
  dayOff = first((day) => !workingTime.isWorkingDay(day))
  const [busiest] = await test.query<typeof reader>(
    `select acc.id as account, acc.person_id as person, person.full_name as name, array_agg(distinct d.id) as ids
      from services.dossier_access x join services.dossier d on d.id = x.dossier_id
      join directory.unit u on u.key = x.principal
      join directory.post p on p.unit_id = u.id and p.function = 'receiver'
      join directory.appointment a on a.post_id = p.id and a.valid_to is null
      join directory.person on person.id = a.person_id
      join identity.account acc on acc.person_id = a.person_id and acc.kind = 'staff'
      group by 1, 2, 3 order by count(distinct d.applicant_id) desc, 1 limit 1`,
  )
  reader = busiest as typeof reader
}, 60_000)
afterAll(() => test.stop())

async function readAt(at: Date, count: number): Promise<void> {
  now = at
  const visitor = await test.asAccount({ id: reader.account, kind: 'staff' })
  for (const id of reader.ids.slice(0, count)) done(await visitor.call('GET', `/services/dossiers/${id}`))
}

const look = (anHour: number, offHours: number) =>
  runInBackground(test.platform.runner, { requestId: 'job:alarm' }, (ctx) =>
    alarmOfReading(ctx, { anHour, offHours }, 'http://localhost'),
  )

const told = (kind: string) =>
  test.query<{ personId: string; words: { vi: string }; link: string | null }>(
    `select person_id as "personId", words, link from notification.message where kind = $1`,
    [`audit.reading-${kind}`],
  )

it('tells the heads and the auditors of who read of more people in an hour than usual, and of nobody else', async () => {
  await readAt(workingAfternoon, 8)
  await look(20, 1)
  expect(await told('many')).toEqual([])
  await look(4, 1)
  const messages = await told('many')
  expect(messages.length).toBeGreaterThan(1)
  for (const { words } of messages)
    expect(words.vi).toMatch(new RegExp(`^${reader.name}, .* đã xem dữ liệu của \\d+ người`))
  expect(messages.map(({ personId }) => personId)).not.toContain(reader.person)
  const [head] = await test.query<{ id: string }>(
    `select a.person_id as id from directory.post p join directory.appointment a on a.post_id = p.id and a.valid_to is null
      where p.function = 'one-stop-head' and p.unit_id = (
        select p.unit_id from directory.post p join directory.appointment a on a.post_id = p.id where a.person_id = $1 limit 1)`,
    [reader.person],
  )
  const [auditor] = await test.query<{ id: string }>(
    `select person_id as id from identity.account where login = 'quantri'`,
  )
  expect(messages.map(({ personId }) => personId)).toEqual(expect.arrayContaining([head?.id, auditor?.id]))
  expect(messages.find(({ personId }) => personId === auditor?.id)?.link).toContain(`tai-khoan=${reader.account}`)
  expect(await told('off-hours')).toEqual([])
})

it('tells once, however often it looks', async () => {
  const before = await told('many')
  await look(4, 1)
  expect(await told('many')).toEqual(before)
})

it('tells of reading on a day off, by the job itself', async () => {
  await readAt(dayOff, 30)
  await runJob(test.platform, 'alarm-of-reading')
  const [message] = await told('off-hours')
  expect(message?.words.vi).toContain('ngoài giờ làm việc')
  const before = [await told('many'), await told('off-hours')]
  now = new Date(dayOff.getTime() + 26 * 3_600_000)
  await look(0, 0)
  expect([await told('many'), await told('off-hours')]).toEqual(before)
})

it('takes no Saturday on which the counter takes in for a day off', async () => {
  const workingTime = await workingTimeNow(test.platform.connection.db)
  let saturday = addDays(dateAt(now), 2)
  while (weekdayOf(saturday) !== 6 || workingTime.declaredDay(saturday) !== undefined) saturday = addDays(saturday, 1)
  const [post] = await test.query<{ unitId: string }>(
    `select p.unit_id as "unitId" from directory.post p join directory.appointment a on a.post_id = p.id and a.valid_to is null
      where a.person_id = $1 limit 1`,
    [reader.person],
  )
  const hours = {
    unitId: post?.unitId,
    from: addDays(dateAt(now), 1),
    kind: 'own',
    morningStart: '07:30',
    morningEnd: '11:30',
    saturday: 'reception',
    saturdayStart: '07:30',
    saturdayEnd: '11:30',
    document: '31/QĐ-UBND',
    reason: 'Mở cửa sáng thứ Bảy',
  }
  done(await (await test.as('quantri')).call('POST', '/calendar/hours', hours))
  const before = await told('off-hours')
  await readAt(instantOf(saturday, 9 * 60), 8)
  await look(1000, 1)
  expect(await told('off-hours')).toEqual(before)
  await readAt(instantOf(addDays(saturday, 1), 9 * 60), 8)
  await look(1000, 1)
  expect((await told('off-hours')).length).toBeGreaterThan(before.length)
})
