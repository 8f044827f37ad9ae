import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '#kernel/operations/actor.ts'
import { runOperation, type AnyHandler } from '#kernel/operations/run-operation.ts'
import { workingTimeNow } from '#engines/calendar/index.ts'
import { contract } from '#engines/contract.ts'
import { dateAt } from '#values/plain-date.ts'
import { runJob } from './testing/run-job.ts'
import { done, fileDossier, licenceExchange, officialAt, openTasksOf, walkTo, type Filed } from './testing/story.ts'
import { startTestPlatform, type TestPlatform, type Visitor } from './testing/test-platform.ts'

/** The office asks once for everything that is wrong; the applicant changes that and nothing else; the time between is not the office's. */

let test: TestPlatform
let citizen: Visitor
let specialist: Visitor
let workingTime: Awaited<ReturnType<typeof workingTimeNow>>

beforeAll(async () => {
  test = await startTestPlatform()
  citizen = await test.as('congdan')
  specialist = await test.as('chuyenvien.gtvt')
  workingTime = await workingTimeNow(test.platform.connection.db)
}, 240_000)
afterAll(() => test.stop())

const pins = [
  { path: 'classes', reason: 'Chưa chọn đủ hạng in trên thẻ' },
  { path: 'papers.licence', reason: 'Ảnh mờ, không đọc được số' },
]

async function atAppraisal(): Promise<Filed> {
  const filed = await fileDossier(test, citizen, licenceExchange)
  await walkTo(test, filed.id, 'appraise')
  return filed
}

const ask = async (id: string): Promise<{ due: string }> =>
  done(
    await specialist.call('POST', `/services/dossiers/${id}/supplement`, {
      step: 'appraise',
      pins,
      basis: 'Điều 37 Thông tư 12/2017/TT-BGTVT',
      days: 10,
    }),
  )

const save = (id: string, post: Record<string, string | string[]>) => {
  const fields = new URLSearchParams()
  for (const [name, values] of Object.entries(post)) for (const value of [values].flat()) fields.append(name, value)
  return citizen.call('PUT', `/services/my/dossiers/${id}/supplement`, { post: fields.toString() })
}

interface Row {
  readonly answers: Record<string, unknown>
  readonly status: string
  readonly deadline: Date
  readonly promised: Date
}

const rowOf = async (id: string): Promise<Row> =>
  (
    await test.query<Row>(`select answers, status, deadline, promised from services.dossier where id = $1`, [id])
  )[0] as Row

/** The applicant sends the supplement at an hour to come, by the same operation and runner as over HTTP. */
async function sendAt(id: string, at: Date): Promise<unknown> {
  const [who] = await test.query<{ account: string; person: string; name: string }>(
    `select a.id as account, a.person_id as person, p.full_name as name from identity.account a join directory.person p on p.id = a.person_id where a.login = 'congdan'`,
  )
  const actor: Actor = {
    kind: 'citizen',
    account: who?.account as string,
    person: who?.person ?? '',
    name: who?.name as string,
    permissions: new Map(),
    workKeys: [],
    ownKeys: [],
    onBehalf: new Map(),
  }
  const services = test.platform.engines.find((engine) => engine.name === 'services')
  const handler = services?.handlers['sendSupplement'] as unknown as AnyHandler
  const call = { actor, language: 'vi' as const, requestId: '019b0000-0000-7000-8000-000000000001' }
  return (
    await runOperation(
      { ...test.platform.runner, now: () => at },
      'services.sendSupplement',
      contract.services.sendSupplement,
      handler,
      call,
      { id },
    )
  ).value
}

const runLapseJob = (at: Date) => runJob(test.platform, 'lapse-supplements', () => at)

const messagesAbout = (id: string, kind: string) =>
  test.query(`select words from notification.message where link like '%' || $1 and kind = $2`, [id, kind])

describe('a supplement', () => {
  let filed: Filed
  let before: Row
  let askedAt: Date

  beforeAll(async () => {
    filed = await atAppraisal()
    before = await rowOf(filed.id)
    const { due } = await ask(filed.id)
    askedAt = (
      await test.query<{ at: Date }>(`select asked_at as at from services.supplement where dossier_id = $1`, [filed.id])
    )[0]?.at as Date
    expect(new Date(due)).toEqual(workingTime.closingOf(workingTime.addWorkingDays(dateAt(askedAt), 10)))
  }, 60_000)

  it('names each place in the language of whoever reads it', async () => {
    const { id } = await atAppraisal()
    await ask(id)
    const labels = async (who: Visitor, path: string, language: string) =>
      done(await who.call('GET', path, undefined, { 'X-Language': language })).supplement.pins.map(
        (pin: { label: string }) => pin.label,
      )
    const english = ['Classes on the licence', 'Current driving licence']
    expect(await labels(citizen, `/services/my/dossiers/${id}`, 'en')).toEqual(english)
    expect(await labels(specialist, `/services/dossiers/${id}`, 'en')).toEqual(english)
    expect(await labels(citizen, `/services/my/dossiers/${id}`, 'vi')).toEqual([
      'Hạng ghi trên giấy phép',
      'Giấy phép lái xe đang dùng',
    ])
  })

  it('stops the clock and hands the turn to the applicant, who hears of it once and sees each place with its reason', async () => {
    expect(await rowOf(filed.id)).toMatchObject({ status: 'waiting-applicant', deadline: before.deadline })
    expect(
      await test.query(`select ground from services.clock_stop where dossier_id = $1 and resumed_at is null`, [
        filed.id,
      ]),
    ).toEqual([{ ground: 'supplement' }])
    const { supplement, isLate } = done(await citizen.call('GET', `/services/my/dossiers/${filed.id}`))
    expect(isLate).toBe(false)
    expect(supplement.basis).toContain('12/2017')
    expect(
      supplement.pins.map((pin: { path: string; reason: string; kind: string; isDone: boolean }) => [
        pin.path,
        pin.kind,
        pin.reason,
        pin.isDone,
      ]),
    ).toEqual([
      ['classes', 'field', pins[0]?.reason, false],
      ['papers.licence', 'paper', pins[1]?.reason, false],
    ])
    await test.settle()
    expect(await messagesAbout(filed.id, 'dossier.supplement-asked')).toHaveLength(1)
  }, 30_000)

  it('cannot be sent before every place is answered, nor by anybody else, and takes no paper that was not asked for', async () => {
    const send = (who: Visitor) => who.call('POST', `/services/my/dossiers/${filed.id}/supplement/submission`, {})
    const early = await send(citizen)
    expect([early.body.code, early.body.places.map((one: { path: string }) => one.path)]).toEqual([
      'incomplete',
      ['classes', 'papers.licence'],
    ])
    const stranger = await test.as('doanhnghiep')
    expect((await send(stranger)).status).toBe(404)
    expect(
      (await stranger.call('PUT', `/services/my/dossiers/${filed.id}/supplement`, { post: 'classes=C' })).status,
    ).toBe(404)
    const add = (paper: string, fileId: string) =>
      citizen.call('POST', `/services/my/dossiers/${filed.id}/supplement/papers`, { paper, fileId })
    expect((await add('health', await test.upload(citizen))).body.code).toBe('notPinned')
    expect((await add('licence', await test.upload(stranger))).status).toBe(404)
  })

  it('takes what was asked for and keeps everything else, whatever is sent along', async () => {
    const saved = done(
      await save(filed.id, {
        classes: ['A1', 'A2'],
        'applicant.fullName': 'Người Khác',
        'applicant.personalId': '001099000001',
        reason: 'wrong',
        correction: 'chen vào',
        status: 'ended',
      }),
    )
    expect(saved.places).toEqual([])
    const file = await test.upload(citizen, 'the-moi.pdf')
    done(
      await citizen.call('POST', `/services/my/dossiers/${filed.id}/supplement/papers`, {
        paper: 'licence',
        fileId: file,
      }),
    )
    // Nothing is changed before it is sent.
    expect((await rowOf(filed.id)).answers).toEqual(before.answers)
    expect(
      done(await citizen.call('GET', `/services/my/dossiers/${filed.id}`)).supplement.pins.every(
        (pin: { isDone: boolean }) => pin.isDone,
      ),
    ).toBe(true)

    // The day of the asking is the office's, the fifth working day after it, an hour before closing, the applicant's.
    const fifthDay = workingTime.addWorkingDays(dateAt(workingTime.openingFrom(askedAt)), 5)
    await sendAt(filed.id, new Date(workingTime.closingOf(fifthDay).getTime() - 3_600_000))
    const after = await rowOf(filed.id)
    expect(after.answers).toEqual({ ...before.answers, classes: ['A1', 'A2'] })
    expect(
      await test.query(
        `select file_id as file from services.dossier_paper where dossier_id = $1 and paper = 'licence' and replaced_at is null`,
        [filed.id],
      ),
    ).toEqual([{ file }])
    expect((await citizen.call('POST', `/services/my/dossiers/${filed.id}/supplement/submission`, {})).status).toBe(409)
    expect((await save(filed.id, { classes: 'C' })).status).toBe(409)
  })

  it('takes what is typed along when it is sent, and keeps it when something else is missing', async () => {
    const { id } = await atAppraisal()
    await ask(id)
    const send = (post: string) => citizen.call('POST', `/services/my/dossiers/${id}/supplement/submission`, { post })
    const saved = async () =>
      done(await citizen.call('GET', `/services/my/dossiers/${id}`)).supplement.answers.classes as string[]
    const early = await send('classes=A1&classes=A2')
    expect([early.status, early.body.places.map((one: { path: string }) => one.path)]).toEqual([
      422,
      ['papers.licence'],
    ])
    expect(await saved()).toEqual(['A1', 'A2'])
    const wrong = await send('')
    expect(wrong.body.places.map((one: { path: string }) => one.path)).toEqual(['papers.licence', 'classes'])
    const fileId = await test.upload(citizen)
    done(await citizen.call('POST', `/services/my/dossiers/${id}/supplement/papers`, { paper: 'licence', fileId }))
    done(await send('classes=B1'))
    expect((await rowOf(id)).answers['classes']).toEqual(['B1'])
  }, 30_000)

  it('gives back the time that the applicant took: deadline, promise and open work move by the days that the clock stood', async () => {
    const after = await rowOf(filed.id)
    expect(after.status).toBe('open')
    expect(after.deadline).toEqual(workingTime.closingOf(workingTime.addWorkingDays(dateAt(before.deadline), 5)))
    expect(after.promised).toEqual(after.deadline)
    expect(
      await test.query(`select from services.clock_stop where dossier_id = $1 and resumed_at is null`, [filed.id]),
    ).toEqual([])
    const access = await test.query<{ deadline: Date }>(
      `select distinct deadline from services.dossier_access where dossier_id = $1`,
      [filed.id],
    )
    expect(access).toEqual([{ deadline: after.deadline }])
    expect((await openTasksOf(test, filed.id)).map((task) => task.step)).toEqual(['appraise'])
  })

  it('shows the official what was and what is, and the file that was replaced stays readable', async () => {
    const seen = done(await specialist.call('GET', `/services/dossiers/${filed.id}`))
    expect(seen.changed.map((one: { path: string }) => one.path)).toEqual(['classes', 'papers.licence'])
    expect(seen.changed[0].now.join()).toMatch(/A1.*A2/)
    expect(seen.changed[0].before).not.toEqual(seen.changed[0].now)
    expect(seen.changed[1]).toMatchObject({ before: ['giay-to.pdf'], now: ['the-moi.pdf'] })
    expect(seen.history.map((line: { kind: string }) => line.kind)).toEqual(
      expect.arrayContaining(['supplement-asked', 'supplied']),
    )
    const files = await test.query<{ id: string }>(
      `select file_id as id from services.dossier_paper where dossier_id = $1 and paper = 'licence'`,
      [filed.id],
    )
    expect(files).toHaveLength(2)
    for (const { id } of files) {
      const answer = await test.platform.app.request(`http://localhost/files/${id}`, {
        headers: { Authorization: `Bearer ${specialist.token}` },
      })
      expect(answer.status).toBe(200)
      await answer.arrayBuffer()
    }
    done(
      await specialist.call('POST', `/services/dossiers/${filed.id}/actions`, {
        act: { action: 'complete', step: 'appraise', proposal: 'grant' },
      }),
    )
  })

  it('and whoever read the dossier stands in the list that the applicant sees, with the reason they gave', async () => {
    done(
      await specialist.call('GET', `/services/dossiers/${filed.id}`, undefined, {
        'X-Purpose': encodeURIComponent('thẩm định lại sau bổ sung'),
      }),
    )
    const { rows } = done(await citizen.call('GET', '/audit/my-data?limit=50'))
    const [name] = await test.query<{ name: string; unit: string }>(
      `select p.full_name as name from identity.account a join directory.person p on p.id = a.person_id where a.login = 'chuyenvien.gtvt'`,
    )
    const line = rows.find((row: { purpose: string | null }) => row.purpose === 'thẩm định lại sau bổ sung')
    expect(line).toMatchObject({
      who: name?.name,
      byMe: false,
      operation: 'services.getDossier',
      kind: 'read',
      objects: [{ type: 'dossier', id: filed.id }],
    })
    expect(line.unit).toBeTruthy()
    const { rows: others } = done(await (await test.as('doanhnghiep')).call('GET', '/audit/my-data?limit=50'))
    expect(JSON.stringify(others)).not.toContain(filed.id)
  })
})

describe('a supplement that never comes', () => {
  it('ends the dossier after its day and not before, once, with a word to the applicant', async () => {
    const filed = await atAppraisal()
    const due = new Date((await ask(filed.id)).due)
    await runLapseJob(new Date(due.getTime() - 60_000))
    expect((await rowOf(filed.id)).status).toBe('waiting-applicant')
    const later = new Date(due.getTime() + 3_600_000)
    await runLapseJob(later)
    await runLapseJob(new Date(later.getTime() + 3_600_000))
    expect(done(await citizen.call('GET', `/services/my/dossiers/${filed.id}`))).toMatchObject({
      status: 'ended',
      outcome: 'lapsed',
      supplement: null,
      canRate: false,
    })
    expect(await openTasksOf(test, filed.id)).toEqual([])
    expect(
      await test.query(`select from services.dossier_event where dossier_id = $1 and kind = 'lapsed'`, [filed.id]),
    ).toHaveLength(1)
    expect((await citizen.call('POST', `/services/my/dossiers/${filed.id}/supplement/submission`, {})).status).toBe(409)
    await test.settle()
    expect(await messagesAbout(filed.id, 'dossier.lapsed')).toHaveLength(1)
  }, 60_000)

  it('ends it also when many others were withdrawn while they were asked', async () => {
    const withdrawn = await atAppraisal()
    const forgotten = await atAppraisal()
    await ask(withdrawn.id)
    done(await citizen.call('POST', `/services/my/dossiers/${withdrawn.id}/withdrawal`, {}))
    const due = new Date((await ask(forgotten.id)).due)
    // As many of them as the job looks at in one go, all due earlier.
    await test.query(
      `insert into services.supplement (id, dossier_id, pins, asked_at, asked_by, due)
        select gen_random_uuid(), dossier_id, pins, asked_at, asked_by, due - make_interval(hours => n) from services.supplement, generate_series(1, 120) n where dossier_id = $1`,
      [withdrawn.id],
    )
    await runLapseJob(new Date(due.getTime() + 60_000))
    expect((await rowOf(forgotten.id)).status).toBe('ended')
    expect(done(await citizen.call('GET', `/services/my/dossiers/${withdrawn.id}`))).toMatchObject({
      outcome: 'withdrawn',
    })
  }, 60_000)
})

describe('a supplement asked at reception', () => {
  it('leaves the time of the procedure unspent: it begins with the reception that follows', async () => {
    const filed = await fileDossier(test, citizen, licenceExchange)
    const receiver = await officialAt(test, filed.id, 'receive')
    done(await receiver.call('POST', `/services/dossiers/${filed.id}/supplement`, { step: 'receive', pins: [pins[1]] }))
    done(
      await citizen.call('POST', `/services/my/dossiers/${filed.id}/supplement/papers`, {
        paper: 'licence',
        fileId: await test.upload(citizen),
      }),
    )
    done(await citizen.call('POST', `/services/my/dossiers/${filed.id}/supplement/submission`, {}))
    expect(
      (
        await test.query(
          `select received_at from services.dossier where id = $1 and received_at is null and promised is null`,
          [filed.id],
        )
      ).length,
    ).toBe(1)
    done(
      await receiver.call('POST', `/services/dossiers/${filed.id}/actions`, {
        act: { action: 'complete', step: 'receive' },
      }),
    )
    const { promised, deadline } = await rowOf(filed.id)
    expect(promised).toEqual(deadline)
  }, 30_000)
})
