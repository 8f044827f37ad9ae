import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { currentCalendar, publishCalendar } from '#engines/calendar/index.ts'
import { moveNext } from '#engines/directory/index.ts'
import { followers } from '#engines/index.ts'
import { systems } from '#systems/index.ts'
import { addDays, dateAt, instantOf, weekdayOf, type PlainDate } from '#values/plain-date.ts'
import { showClock, showDate } from '#values/show-time.ts'
import type { CountedAnew } from '../engines/services/deadline/count-anew.ts'
import { openDates } from './testing/open-dates.ts'
import { done, fileDossier, licenceExchange, walkTo, type Filed } from './testing/story.ts'
import { startTestPlatform, type TestPlatform, type Visitor } from './testing/test-platform.ts'

let clock = new Date()
let test: TestPlatform
let admin: Visitor
let filed: Filed
let asked: Filed

beforeAll(async () => {
  test = await startTestPlatform({ dossiers: 1500, now: () => clock })
  admin = await test.as('quantri')
  filed = await fileDossier(test, await test.as('congdan'), licenceExchange)
  await walkTo(test, filed.id, 'appraise')
  asked = await fileDossier(test, await test.as('congdan'), licenceExchange)
  await walkTo(test, asked.id, 'appraise')
  const specialist = await test.as('chuyenvien.gtvt')
  const pins = [{ path: 'papers.licence', reason: 'Ảnh mờ, không đọc được số' }]
  done(await specialist.call('POST', `/services/dossiers/${asked.id}/supplement`, { step: 'appraise', pins, days: 10 }))
}, 180_000)
afterAll(() => test.stop())

const db = () => test.platform.connection.db

const openDossiers = () => openDates(db(), () => clock)

/** Where what stands is not what the calendar says. */
const differing = async () =>
  [...(await openDossiers())].filter(([, { stands, anew }]) => JSON.stringify(stands) !== JSON.stringify(anew))

/** The next working day that the licence exchange counts and nothing was declared of: a Saturday worked in place of another day cannot be declared again. */
async function nextWorkingDay(): Promise<PlainDate> {
  const { workingTime } = await currentCalendar(db())
  let day = workingTime.nextWorkingDay(dateAt(clock))
  while (weekdayOf(day) > 5) day = workingTime.nextWorkingDay(day)
  return day
}

const storm = (day: PlainDate) => ({ kind: 'holiday', day, name: 'Nghỉ phòng chống bão', document: '88/CĐ-UBND' })
const preview = (input: object) =>
  admin.call('GET', `/services/moved-deadlines?${new URLSearchParams(input as Record<string, string>)}`)
const declare = (input: object) => admin.call('POST', '/calendar/days', { ...input, reason: 'Bão số 9 đổ bộ' })

/** Until the recount, which waits for what was begun before it, has gone through. */
async function recounted(): Promise<void> {
  for (let tries = 0; tries < 40; tries++) {
    await test.settle()
    if ((await differing()).length === 0) return test.settle()
  }
}

const supplementOf = async () => (await openDossiers()).get(asked.id)?.stands.supplementDue as Date

const promisedOf = async () => (await openDossiers()).get(filed.id)?.stands.promised as Date

describe('open deadlines', () => {
  it('stand as the calendar counts them, those of the demonstration too', async () => {
    expect((await openDossiers()).size).toBeGreaterThan(15)
    expect(await differing()).toEqual([])
  })

  it('move by a day that is declared off, exactly as counted anew, and back when it is undone', async () => {
    const before = await openDossiers()
    const day = await nextWorkingDay()
    const promisedBefore = await promisedOf()
    const supplementBefore = await supplementOf()
    const shown = done(await preview(storm(day)))
    expect(shown.promises).toBeGreaterThan(0)
    expect(shown.supplements).toBeGreaterThan(0)
    const { id } = done(await declare(storm(day)))
    const should = await differing()
    expect(should.filter(([, { stands, anew }]) => +stands.deadline !== +anew.deadline)).toHaveLength(shown.deadlines)
    expect(should.filter(([, { stands, anew }]) => +stands.promised! !== +anew.promised!)).toHaveLength(shown.promises)
    const isAskedLater = ({ stands, anew }: { stands: CountedAnew; anew: CountedAnew }) =>
      +stands.supplementDue! !== +anew.supplementDue!
    expect(should.filter(([, one]) => isAskedLater(one))).toHaveLength(shown.supplements)
    await recounted()
    expect(await differing()).toEqual([])
    expect(+(await promisedOf())).toBeGreaterThan(+promisedBefore)
    const { workingTime } = await currentCalendar(db())
    expect(await supplementOf()).toEqual(workingTime.closingOf(workingTime.nextWorkingDay(dateAt(supplementBefore))))

    const undone = await admin.call('POST', `/calendar/days/${id}/undo`)
    expect(undone.status).toBe(200)
    await recounted()
    const after = await openDossiers()
    for (const [dossier, { stands }] of before) {
      // What was named to an applicant for a supplement does not come nearer.
      const { supplementDue: _, ...dates } = stands
      expect(after.get(dossier)?.stands).toMatchObject(dates)
    }
  }, 60_000)

  it('that move are said in the history and to the applicant, with the document', async () => {
    const lines = (
      await test.platform.connection.pool.query<{ words: { vi: string }; isPublic: boolean }>(
        `select words, is_public as "isPublic" from services.dossier_event where dossier_id = $1 and kind = 'rescheduled' order by at`,
        [filed.id],
      )
    ).rows
    expect(lines).toHaveLength(2)
    expect(lines[0]).toMatchObject({
      isPublic: true,
      words: { vi: expect.stringMatching(/theo 88\/CĐ-UBND: hẹn trả chuyển từ .* sang .*/) },
    })
    const promised = showDate(dateAt(await promisedOf()))
    expect(lines[1]?.words.vi).toMatch(new RegExp(`sang ${promised}$`))
    const messages = (
      await test.platform.connection.pool.query<{ words: { vi: string } }>(
        `select words from notification.message where link like '%' || $1 and kind = 'dossier.rescheduled'`,
        [filed.id],
      )
    ).rows
    expect(messages).toHaveLength(2)
  })

  it('tell whoever was asked for a supplement of the new day, and show it to them and to the officer', async () => {
    const due = (await supplementOf()).toISOString()
    const seen = done(await (await test.as('congdan')).call('GET', `/services/my/dossiers/${asked.id}`))
    const lines = seen.history.filter((line: { kind: string }) => line.kind === 'rescheduled')
    expect(lines.map((line: { words: { vi: string } }) => line.words.vi)).toContainEqual(
      expect.stringMatching(/theo 88\/CĐ-UBND: hạn nộp bổ sung chuyển từ .* sang .*/),
    )
    expect(seen.supplement.due).toBe(due)
    const office = done(await (await test.as('chuyenvien.gtvt')).call('GET', `/services/dossiers/${asked.id}`))
    expect(office.supplement.due).toBe(due)
    const told = await test.query<{ words: { vi: string } }>(
      `select words from notification.message where link like '%' || $1 and kind = 'supplement.rescheduled'`,
      [asked.id],
    )
    expect(told.map(({ words }) => words.vi)).toEqual([
      expect.stringContaining(`được nộp bổ sung đến hết ${showDate(dateAt(new Date(due)))}`),
    ])
  })

  it('move earlier when a Saturday is worked in place of a far day', async () => {
    const { workingTime } = await currentCalendar(db())
    let saturday = addDays(dateAt(clock), 1)
    while (weekdayOf(saturday) !== 6) saturday = addDays(saturday, 1)
    const far = workingTime.addWorkingDays(saturday, 40)
    const swap = { kind: 'swap', day: far, workDay: saturday, name: 'Hoán đổi ngày làm việc', document: '12/QĐ-UBND' }
    const before = await promisedOf()
    done(await declare(swap))
    await recounted()
    expect(await differing()).toEqual([])
    expect(+(await promisedOf())).toBeLessThan(+before)
  }, 60_000)
})

describe('office hours of a unit', () => {
  const unitOf = async (code: string) =>
    (await test.query<{ id: string }>('select id from directory.unit where code = $1', [code]))[0]!.id
  const counterHours = (unitId: string) => ({
    unitId,
    from: addDays(dateAt(clock), 1),
    kind: 'own',
    morningStart: '07:00',
    morningEnd: '11:30',
    afternoonStart: '13:30',
    afternoonEnd: '16:30',
    saturday: 'worked',
    saturdayStart: '07:00',
    saturdayEnd: '11:00',
    document: '31/QĐ-UBND',
  })
  const declareHours = (by: Visitor, input: object) =>
    by.call('POST', '/calendar/hours', { ...input, reason: 'Giờ mùa hè' })

  it('move the work of its divisions and no promise; those of the counter move promises, exactly as shown, and back', async () => {
    const before = await openDossiers()
    const agency = done(await declareHours(admin, counterHours(await unitOf('SGTVT'))))
    const counter = counterHours(before.get(filed.id)!.counted.dossier.receiverId)
    const shown = done(await admin.call('GET', `/services/moved-deadlines/hours?${new URLSearchParams(counter)}`))
    const ofWork = await differing()
    expect(ofWork.length).toBeGreaterThan(0)
    for (const [, { stands, anew }] of ofWork) expect({ ...anew, dues: [] }).toEqual({ ...stands, dues: [] })
    const { id } = done(await declareHours(admin, counter))
    const should = (await differing()).map(([, one]) => one)
    expect(shown.deadlines).toBeGreaterThan(0)
    expect(should.filter(({ stands, anew }) => +stands.deadline !== +anew.deadline)).toHaveLength(shown.deadlines)
    expect(should.filter(({ stands, anew }) => +stands.promised! !== +anew.promised!)).toHaveLength(shown.promises)
    await recounted()
    expect(await differing()).toEqual([])
    const isSoonerThatDay = ({ stands, anew }: { stands: CountedAnew; anew: CountedAnew }) =>
      dateAt(stands.promised!) === dateAt(anew.promised!) && +anew.promised! < +stands.promised!
    const sooner = should.find(isSoonerThatDay)!
    const told = await test.query<{ words: { vi: string } }>(
      `select words from services.dossier_event where dossier_id = $1 and kind = 'rescheduled'`,
      [sooner.counted.dossier.id],
    )
    expect(told.at(-1)?.words.vi).toMatch(/hẹn trả chuyển từ 17:00 ngày .* sang (16:30|11:00) ngày/)
    // What is done from now on is counted the same way at once.
    await walkTo(test, (await fileDossier(test, await test.as('congdan'), licenceExchange)).id, 'appraise')
    expect(await differing()).toEqual([])
    expect(showClock(await promisedOf())).toMatch(/^(16:30|11:00)$/)
    for (const one of [id, agency.id]) done(await admin.call('POST', `/calendar/hours/${one}/undo`))
    const after = await openDossiers()
    for (const [dossier, { stands }] of before) {
      const { supplementDue: _, ...dates } = stands
      expect(after.get(dossier)?.anew).toMatchObject(dates)
    }
  }, 60_000)
})

describe('the preview of a day', () => {
  it('counts every open dossier, however many there are and whenever they were received', async () => {
    await test.query(
      `insert into services.dossier select (jsonb_populate_record(d, jsonb_build_object('id', gen_random_uuid(), 'code', d.code || '/' || n,
           'received_at', d.received_at - n * interval '37 minutes'))).*
         from services.dossier d, generate_series(1, 100) n where d.is_open`,
    )
    const dates = (await differing()).map(([id, { anew }]) => ({
      id,
      deadline: anew.deadline,
      promised: anew.promised,
    }))
    await test.query(
      `update services.dossier d set deadline = g.deadline, promised = g.promised
         from json_to_recordset($1) as g (id uuid, deadline timestamptz, promised timestamptz) where g.id = d.id`,
      [JSON.stringify(dates)],
    )
    const day = await nextWorkingDay()
    const shown = done(await preview(storm(day)))
    const { id } = done(await declare(storm(day)))
    const should = (await differing()).map(([, one]) => one)
    expect(should.filter(({ stands, anew }) => +stands.deadline !== +anew.deadline)).toHaveLength(shown.deadlines)
    expect(should.filter(({ stands, anew }) => +stands.promised! !== +anew.promised!)).toHaveLength(shown.promises)
    expect(shown.deadlines).toBeGreaterThan(200)
    done(await admin.call('POST', `/calendar/days/${id}/undo`))
    await test.query(`update services.dossier set is_open = false where code like '%/%'`)
  })
})

describe('declaring days', () => {
  it('is refused in plain words for what is past, twice declared, unchanged, or of a year without a calendar', async () => {
    const { workingTime } = await currentCalendar(db())
    const day = workingTime.addWorkingDays(dateAt(clock), 45)
    const refused = async (input: object) => (await declare(input)).body.code
    expect(await refused(storm(addDays(dateAt(clock), -3)))).toBe('dayPast')
    expect(await refused(storm('2031-01-02' as PlainDate))).toBe('notCovered')
    expect(await refused({ ...storm(day), kind: 'ordinary' })).toBe('nothingChanges')
    expect(await refused({ ...storm(day), kind: 'swap' })).toBe('invalidInput')
    const sunday = addDays(day, 7 - weekdayOf(day))
    expect(await refused({ ...storm(sunday), kind: 'swap', workDay: addDays(sunday, 6) })).toBe('nothingChanges')
    expect(await refused({ ...storm(day), kind: 'swap', workDay: workingTime.nextWorkingDay(day) })).toBe(
      'workDayWorked',
    )
    const half = { ...storm(day), kind: 'half-day', half: 'morning' }
    done(await declare(half))
    expect(await refused(storm(day))).toBe('dayDeclared')
    const year = done(await admin.call('GET', `/calendar/${day.slice(0, 4)}`))
    expect(year.days).toContainEqual(expect.objectContaining({ date: day, kind: 'half-day', note: '88/CĐ-UBND' }))
  })

  it('belongs to the administrator and is written into the trail', async () => {
    const day = addDays(await nextWorkingDay(), 80)
    const specialist = await test.as('chuyenvien.gtvt')
    const refused = await specialist.call('POST', '/calendar/days', { ...storm(day), reason: 'Thử' })
    expect(refused.status).toBe(403)
    const { rows } = await test.platform.connection.pool.query(
      `select from audit.entry where operation = 'calendar.declareDay' and outcome = 'done'`,
    )
    expect(rows.length).toBeGreaterThan(0)
  })

  it('outlives what the systems declare when the platform starts again', async () => {
    const again = await db().transaction((tx) => publishCalendar(tx, systems.calendar))
    expect(again).toBe(false)
  })

  it('cannot be undone once the day has come', async () => {
    const list = done(await admin.call('GET', `/calendar/${dateAt(clock).slice(0, 4)}/declared`))
    const swap = list.find((one: { document: string }) => one.document === '12/QĐ-UBND')
    expect(swap.canUndo).toBe(true)
    clock = instantOf(swap.workDay)
    const late = await (await test.as('quantri')).call('POST', `/calendar/days/${swap.id}/undo`)
    expect(late).toMatchObject({ status: 409, body: { code: 'dayBegun' } })
    // Another document says otherwise of what is left of it.
    admin = await test.as('quantri')
    done(await declare({ ...storm(swap.workDay), document: '90/CĐ-UBND' }))
    const { workingTime } = await currentCalendar(db())
    expect(workingTime.isWorkingDay(swap.workDay)).toBe(false)
    expect(workingTime.isWorkingDay(swap.firstDay)).toBe(false)
  })
})

describe('office hours of a counter that a reorganisation ends', () => {
  const reorganization = (method: 'GET' | 'POST', path: string, body?: object) =>
    admin.call(method, `/directory/reorganizations${path}`, body)

  it('lapse or go on where the plan says: the preview names both and what moves, and it is taken back with it', async () => {
    const [counter] = await test.query<{ id: string; area: string }>(
      `select u.id, left(u.code, 5) as area from services.dossier d join directory.unit u on u.id = d.receiver_id
         where d.is_open and d.finished_at is null and d.received_at is not null and u.code ~ '^[0-9]{5}[.]MC$'
         order by d.deadline desc limit 1`,
    )
    const [ending, beside, opened] = ['MC', 'VHXH', 'MCM'].map((unit) => `${counter!.area}.${unit}`)
    admin = await test.as('quantri')
    const short = { unitId: counter!.id, kind: 'own', morningStart: '08:00', morningEnd: '10:00', cutOff: '09:00' }
    const from = addDays(dateAt(clock), 1)
    const declared = { ...short, from, document: '7/QĐ-UBND', reason: 'Chỉ mở buổi sáng' }
    done(await admin.call('POST', '/calendar/hours', declared))
    clock = instantOf(from, 1)
    admin = await test.as('quantri')
    await recounted()
    const plan = {
      title: 'Gộp quầy tiếp nhận',
      document: '8/NQ-HĐND',
      effectiveOn: from,
      units: [{ code: opened, kind: 'one-stop', name: 'Quầy mới', parent: `UBND-${counter!.area}`, tier: 'commune' }],
      closed: [ending, beside].map((unit) => ({ unit, into: [opened] })),
      officials: { chief: 'longest' },
    }
    const { id } = done(await reorganization('POST', '', { plan }))
    const preview = done(await reorganization('GET', `/${id}/preview`))
    expect(preview.blockers).toEqual([])
    expect(preview.hours).toMatchObject([
      {
        code: opened,
        like: null,
        from: [
          { code: ending, hours: { vi: expect.stringMatching(/08:00–10:00; chốt nhận 09:00$/) } },
          { code: beside },
        ],
      },
    ])
    // Of one alone, or of several alike, it goes on with theirs unasked.
    const single = { ...plan, closed: [{ unit: ending, into: [opened] }] }
    const { id: alone } = done(await reorganization('POST', '', { plan: single }))
    expect(done(await reorganization('GET', `/${alone}/preview`))).toMatchObject({ blockers: [], hours: [] })
    const goesOn = { ...plan, effectiveOn: addDays(from, 1), hours: { [opened!]: ending } }
    const { id: kept } = done(await reorganization('POST', '', { plan: goesOn }))
    const keeping = done(await reorganization('GET', `/${kept}/preview`))
    expect(keeping.hours).toMatchObject([{ code: opened, like: ending, hours: preview.hours[0].from[0].hours }])
    expect(JSON.stringify(keeping.touched)).not.toContain('"deadlines"')
    const stray = { ...goesOn, hours: { [opened!]: `${counter!.area}.VPTK` } }
    const { id: wrong } = done(await reorganization('POST', '', { plan: stray }))
    expect(done(await reorganization('GET', `/${wrong}/preview`)).blockers).toMatchObject([{ about: opened }])

    const [taker] = await test.query<{ id: string }>('select id from directory.unit where code = $1', [beside])
    const itsOwn = { ...declared, unitId: taker!.id, from: goesOn.effectiveOn, cutOff: '08:30' }
    const { id: hours } = done(await admin.call('POST', '/calendar/hours', itsOwn))
    const clash = { ...goesOn, units: [], closed: [{ unit: ending, into: [beside] }], hours: { [beside!]: ending } }
    const { id: clashing } = done(await reorganization('POST', '', { plan: clash }))
    const { blockers } = done(await reorganization('GET', `/${clashing}/preview`))
    expect(blockers).toContainEqual(
      expect.objectContaining({
        about: beside,
        words: { vi: expect.stringContaining('đúng ngày ấy'), en: expect.anything() },
      }),
    )
    const after = { ...clash, effectiveOn: addDays(goesOn.effectiveOn, 1) }
    const { id: later } = done(await reorganization('POST', '', { plan: after }))
    expect(done(await reorganization('GET', `/${later}/preview`)).hours).toMatchObject([
      { code: beside, hours: preview.hours[0].from[0].hours, like: ending },
    ])
    done(await admin.call('POST', `/calendar/hours/${hours}/undo`))

    done(await reorganization('POST', `/${kept}/schedule`, { revision: 1 }))
    const rowsOf = async () =>
      done(await admin.call('GET', '/calendar/hours/declared')).filter(
        (one: { document: string }) => one.document === plan.document,
      )
    const [row] = await rowsOf()
    expect(row).toMatchObject({ unitName: 'Quầy mới', from: goesOn.effectiveOn, cutOff: '09:00', canUndo: false })
    expect((await admin.call('POST', `/calendar/hours/${row.id}/undo`)).body.code).toBe('hoursOfPlan')
    done(await reorganization('POST', `/${kept}/undo`, { revision: 1 }))
    expect(await rowsOf()).toMatchObject([{ undoneAt: expect.any(String) }])

    const before = await openDossiers()
    done(await reorganization('POST', `/${id}/schedule`, { revision: 1 }))
    while (await moveNext({ ...test.platform.runner, followers }));
    const should = (await differing()).filter(([, { stands, anew }]) => +stands.deadline !== +anew.deadline)
    const shown = preview.touched.find(({ kind }: { kind: string }) => kind === 'deadlines')
    expect(shown.before).toBe(should.length)
    await recounted()
    expect(await differing()).toEqual([])
    done(await reorganization('POST', `/${id}/undo`, { revision: 1 }))
    while (await moveNext({ ...test.platform.runner, followers }));
    for (const [dossier, { anew }] of await openDossiers())
      expect(anew.deadline).toEqual(before.get(dossier)?.stands.deadline)
  }, 60_000)
})
