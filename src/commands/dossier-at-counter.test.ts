import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { requiredPapers } from '#engines/forms/contract.ts'
import {
  answersTo,
  completeProcedureOf,
  done,
  fileDossier,
  licenceExchange,
  officialAt,
  openTasksOf,
  receiveOnPaper,
  walkTo,
} from './testing/story.ts'
import { startTestPlatform, type TestPlatform, type Visitor } from './testing/test-platform.ts'

/** Who filed on paper comes back to the counter to supplement or to withdraw; so may somebody who filed online. */

let test: TestPlatform
let counter: Visitor
let specialist: Visitor
let citizen: Visitor

beforeAll(async () => {
  test = await startTestPlatform()
  citizen = await test.as('congdan')
  specialist = await test.as('chuyenvien.gtvt')
  const online = await fileDossier(test, citizen, licenceExchange)
  counter = await officialAt(test, online.id, 'receive')
}, 240_000)
afterAll(() => test.stop())

const authorised = { who: 'authorised', fullName: 'Giáp Thị Bảy', personalId: '024155000778' }
const applicant = { who: 'applicant' }

/** Received on paper of somebody without an account, and with the specialist. */
async function receivedOnPaper(): Promise<string> {
  const { id } = await receiveOnPaper(test, counter, licenceExchange)
  await walkTo(test, id, 'appraise')
  return id
}

async function filedOnline(): Promise<string> {
  const { id } = await fileDossier(test, citizen, licenceExchange)
  await walkTo(test, id, 'appraise')
  return id
}

const pins = [
  { path: 'classes', reason: 'Chưa chọn đủ hạng in trên thẻ' },
  { path: 'papers.licence', reason: 'Ảnh mờ, không đọc được số' },
]
const ask = async (id: string) =>
  done(await specialist.call('POST', `/services/dossiers/${id}/supplement`, { step: 'appraise', pins, days: 10 }))

const send = (who: Visitor, id: string, body: object) =>
  who.call('POST', `/services/dossiers/${id}/counter-supplement`, { came: applicant, post: 'classes=A1', ...body })

const withdraw = (who: Visitor, id: string, body: object = {}) =>
  who.call('POST', `/services/dossiers/${id}/counter-withdrawal`, {
    came: applicant,
    reason: 'Đơn xin rút ngày 26/11/2026',
    isSigned: true,
    ...body,
  })

/** Somebody of another counter, who may see the dossier because it once had work with it. */
async function passerBy(id: string): Promise<Visitor> {
  await test.query(
    `insert into services.dossier_access (dossier_id, principal, reason, deadline, filed_at, is_open)
      select a.dossier_id, q.key, 'works', a.deadline, a.filed_at, a.is_open from services.dossier_access a,
        directory.principal q join directory.unit u on u.id = q.unit_id
      where a.dossier_id = $1 and u.code = '217.MC' and q.kind = 'unit' limit 1`,
    [id],
  )
  return test.as('motcua.huyen')
}

const statusOf = async (id: string) => done(await specialist.call('GET', `/services/dossiers/${id}`)).status

describe('a supplement at the counter', () => {
  it('is answered for who has no account: what was asked changes, the clock goes on, and history and trail say where', async () => {
    const id = await receivedOnPaper()
    await ask(id)
    const seen = done(await counter.call('GET', `/services/dossiers/${id}`))
    expect(seen.atCounter).toEqual({ canSupplement: true, canWithdraw: true })
    const asked = done(await counter.call('GET', `/services/dossiers/${id}/counter-supplement`))
    expect(asked.supplement.pins.map((pin: { path: string; reason: string }) => [pin.path, pin.reason])).toEqual(
      pins.map((pin) => [pin.path, pin.reason]),
    )
    expect(asked.papers.map((paper: { id: string }) => paper.id)).toEqual(['licence'])

    const fileId = await test.upload(counter, 'the-moi.pdf')
    const papers = [{ paper: 'licence', fileIds: [fileId] }]
    const post = 'classes=A1&classes=A2&correction=chen+vao'
    const body = { came: authorised, post, papers, revision: asked.revision }
    expect(done(await send(counter, id, body)).status).toBe('open')

    const after = done(await specialist.call('GET', `/services/dossiers/${id}`))
    expect(after.changed.map((one: { path: string }) => one.path)).toEqual(['classes', 'papers.licence'])
    expect(after.papers.find((paper: { id: string }) => paper.id === 'licence').files).toMatchObject([{ id: fileId }])
    expect(after.supplement.answeredAt).not.toBeNull()
    expect(after.tasks.map((task: { step: string }) => task.step)).toEqual(['appraise'])
    const line = after.history.findLast((one: { kind: string }) => one.kind === 'supplied')
    expect(line.words.vi).toMatch(/^Đã bổ sung tại .+: 2 chỗ, người được ủy quyền Giáp Thị Bảy$/)
    expect(line.detail.came).toEqual(authorised)
    expect(
      await test.query(`select from services.clock_stop where dossier_id = $1 and resumed_at is null`, [id]),
    ).toEqual([])
    const [entry] = await test.query<{ subjects: string[]; person: string }>(
      `select e.subjects, d.applicant_id as person from audit.entry e, services.dossier d
        where e.operation = 'services.supplementAtCounter' and d.id = $1 order by e.at desc limit 1`,
      [id],
    )
    expect(entry?.subjects).toEqual([entry?.person])
    expect((await send(counter, id, body)).status).toBe(409)
  }, 60_000)

  it('tells an applicant who filed online, and takes the papers that they had sent before they came', async () => {
    const id = await filedOnline()
    await ask(id)
    const fileId = await test.upload(citizen)
    done(await citizen.call('POST', `/services/my/dossiers/${id}/supplement/papers`, { paper: 'licence', fileId }))
    done(await send(counter, id, {}))
    await test.settle()
    const { history, papers } = done(await citizen.call('GET', `/services/my/dossiers/${id}`))
    expect(history.at(-1).words.vi).toMatch(/^Đã bổ sung tại /)
    expect(papers.find((paper: { id: string }) => paper.id === 'licence').files).toMatchObject([{ id: fileId }])
    const messages = await test.query<{ words: { vi: string } }>(
      `select words from notification.message where link like '%' || $1 and kind = 'dossier.supplied-at-counter'`,
      [id],
    )
    expect(messages.map(({ words }) => words.vi)).toEqual([expect.stringMatching(/đã được bổ sung tại /)])
  }, 60_000)

  it('takes a paper as it is handed in: the old scan counts no more, the history says so, and it is handed over anew', async () => {
    const procedure = completeProcedureOf(licenceExchange)
    const answers = await answersTo(test, procedure)
    const papers = [{ paper: 'licence', fileIds: [await test.upload(counter)] }]
    const paperOnly = requiredPapers(procedure.papers, answers).map((paper) => paper.id)
    const person = { fullName: 'Giáp Văn Sáu', personalId: '024055000777', phone: '0355123987' }
    const received = { applicant: person, answers, papers, paperOnly }
    const { id } = done(await counter.call('POST', `/services/reception/${licenceExchange}`, received))
    await walkTo(test, id, 'appraise')
    const ready = async (): Promise<{ toUnitId: string } | undefined> => {
      const rows: { dossierId: string; toUnitId: string }[] = done(
        await counter.call('GET', '/services/handovers/ready'),
      )
      return rows.find((row) => row.dossierId === id)
    }
    const { toUnitId } = (await ready()) ?? { toUnitId: '' }
    done(await counter.call('POST', '/services/handovers', { toUnitId, dossierIds: [id] }))
    expect(await ready()).toBeUndefined()
    await ask(id)
    const licence = async () => {
      const seen = done(await specialist.call('GET', `/services/dossiers/${id}`))
      return seen.papers.find((paper: { id: string }) => paper.id === 'licence').files
    }
    expect(await licence()).toHaveLength(1)
    expect((await send(counter, id, { paperOnly: ['health'] })).body.code).toBe('notPinned')
    done(await send(counter, id, { paperOnly: ['licence'] }))
    expect(await licence()).toEqual([])
    const { changed, history } = done(await specialist.call('GET', `/services/dossiers/${id}`))
    expect(changed).toContainEqual(expect.objectContaining({ path: 'papers.licence', now: [] }))
    expect(history.findLast((one: { kind: string }) => one.kind === 'supplied').words.vi).toMatch(
      /: 2 chỗ, bản giấy: Giấy phép lái xe đang dùng$/,
    )
    expect(await ready()).toMatchObject({ toUnitId })
  }, 60_000)

  it('is always scanned where the dossier was filed online', async () => {
    const id = await filedOnline()
    await ask(id)
    expect(done(await counter.call('GET', `/services/dossiers/${id}/counter-supplement`)).mayBePaper).toBe(false)
    const { body } = await send(counter, id, { paperOnly: ['licence'] })
    expect([body.code, body.places.map((one: { path: string }) => one.path)]).toEqual([
      'incomplete',
      ['papers.licence'],
    ])
  }, 60_000)

  it('is kept as it is typed, letter by letter with its scans, and found among the drafts until it is sent', async () => {
    const id = await receivedOnPaper()
    await ask(id)
    const read = async () => done(await counter.call('GET', `/services/dossiers/${id}/counter-supplement`))
    const keep = (who: Visitor, body: object) => who.call('PUT', `/services/dossiers/${id}/counter-supplement`, body)
    expect((await read()).draft).toBeNull()
    const papers = [{ paper: 'licence', fileIds: [await test.upload(counter)] }]
    const post = 'classes=A1&nguoi-den=authorised'
    expect(done(await keep(counter, { post, papers })).revision).toBe(0)
    expect(done(await keep(counter, { post: `${post}&x=1`, papers, revision: 0 })).revision).toBe(1)
    expect((await keep(counter, { post: `${post}&x=2`, papers, revision: 0 })).status).toBe(409)
    expect((await read()).draft).toMatchObject({ post: `${post}&x=1`, revision: 1 })
    const health = [{ paper: 'health', fileIds: [await test.upload(counter)] }]
    expect((await keep(counter, { post, papers: health })).body.code).toBe('notPinned')
    expect((await keep(await passerBy(id), { post })).body.code).toBe('otherCounter')
    const drafts = async () => {
      const all: { dossierId: string | null }[] = done(await counter.call('GET', '/services/counter-drafts'))
      return all.filter((one) => one.dossierId === id)
    }
    expect(await drafts()).toMatchObject([{ isMine: true, applicantName: 'Giáp Văn Sáu' }])
    done(await send(counter, id, { papers }))
    expect(await drafts()).toEqual([])
    expect((await keep(counter, { post, papers })).status).toBe(409)
  }, 60_000)

  it('that was begun here is not offered any more once the dossier is withdrawn', async () => {
    const id = await receivedOnPaper()
    await ask(id)
    done(await counter.call('PUT', `/services/dossiers/${id}/counter-supplement`, { post: 'classes=A1' }))
    done(await withdraw(counter, id))
    const all: { dossierId: string | null }[] = done(await counter.call('GET', '/services/counter-drafts'))
    expect(all.filter((one) => one.dossierId === id)).toEqual([])
  }, 60_000)

  it('is refused while something is missing or was not asked for, and after somebody else has changed the dossier', async () => {
    const id = await receivedOnPaper()
    const early = await send(counter, id, {})
    expect([early.status, early.body.code]).toEqual([409, 'conflict'])
    await ask(id)
    const { revision } = done(await counter.call('GET', `/services/dossiers/${id}/counter-supplement`))
    const { body } = await send(counter, id, { post: '' })
    expect([body.code, body.places.map((one: { path: string }) => one.path)]).toEqual([
      'incomplete',
      ['classes', 'papers.licence'],
    ])
    const papers = [{ paper: 'health', fileIds: [await test.upload(counter)] }]
    expect((await send(counter, id, { papers })).body.code).toBe('notPinned')
    expect((await send(counter, id, { revision: revision - 1 })).body.code).toBe('conflict')
    expect(await statusOf(id)).toBe('waiting-applicant')
  }, 60_000)
})

describe('a withdrawal at the counter', () => {
  it('ends the dossier as the applicant’s own does, with the reason and who came', async () => {
    const id = await receivedOnPaper()
    expect((await withdraw(counter, id, { isSigned: false })).body.code).toBe('requestNotSigned')
    const unknown = await withdraw(counter, id, { came: { ...authorised, fullName: '', personalId: '12' } })
    expect(unknown.body.places).toMatchObject([
      { path: 'came.fullName' },
      { path: 'came.personalId', message: { vi: 'Số định danh có 12 chữ số (CMND cũ: 9)' } },
    ])
    expect(await statusOf(id)).toBe('open')
    expect(done(await withdraw(counter, id, { came: authorised })).status).toBe('ended')
    const after = done(await counter.call('GET', `/services/dossiers/${id}`))
    expect(after).toMatchObject({ outcome: 'withdrawn', atCounter: { canSupplement: false, canWithdraw: false } })
    expect(after.history.at(-1)).toMatchObject({
      kind: 'withdrawn',
      words: { vi: expect.stringMatching(/^Đã rút hồ sơ tại .+ Giáp Thị Bảy$/) },
      detail: { reason: 'Đơn xin rút ngày 26/11/2026', came: authorised },
    })
    expect(await openTasksOf(test, id)).toEqual([])
    expect((await withdraw(counter, id)).status).toBe(409)
  }, 60_000)

  it('is possible while a supplement is asked, not once the result is issued, and an online applicant is told', async () => {
    const asked = await filedOnline()
    await ask(asked)
    done(await withdraw(counter, asked, { came: authorised }))
    await test.settle()
    expect(
      await test.query(
        `select from notification.message where link like '%' || $1 and kind = 'dossier.withdrawn-at-counter'`,
        [asked],
      ),
    ).toHaveLength(1)
    const told = JSON.stringify(done(await citizen.call('GET', `/services/my/dossiers/${asked}`)).history)
    expect([told.includes(authorised.fullName), told.includes(authorised.personalId)]).toEqual([true, false])
    const issued = await filedOnline()
    await walkTo(test, issued, 'deliver')
    expect(done(await counter.call('GET', `/services/dossiers/${issued}`)).atCounter.canWithdraw).toBe(false)
    expect((await withdraw(counter, issued)).status).toBe(409)
  }, 90_000)
})

describe('at any other counter', () => {
  it('neither is offered nor done, whether the dossier is seen there or not', async () => {
    const id = await receivedOnPaper()
    await ask(id)
    const stranger = await test.as('motcua.xa')
    const neighbour = await passerBy(id)
    expect(done(await neighbour.call('GET', `/services/dossiers/${id}`)).atCounter).toBeNull()
    for (const [who, status] of [
      [stranger, 404],
      [neighbour, 403],
      [specialist, 403],
    ] as const) {
      expect((await who.call('GET', `/services/dossiers/${id}/counter-supplement`)).status).toBe(status)
      expect((await send(who, id, {})).status).toBe(status)
      expect((await withdraw(who, id)).status).toBe(status)
    }
    expect((await withdraw(neighbour, id)).body.code).toBe('otherCounter')
    expect(await statusOf(id)).toBe('waiting-applicant')
  }, 60_000)
})
