import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { requiredPapers } from '#engines/forms/contract.ts'
import { createPerson } from '#engines/directory/index.ts'
import { createAccount } from '#engines/identity/index.ts'
import { answersTo, completeProcedureOf, done, licenceExchange } from './testing/story.ts'
import { startTestPlatform, type TestPlatform, type Visitor } from './testing/test-platform.ts'

/** What is typed at a counter and not received yet: kept for whoever types it, handed on within the counter, unseen elsewhere. */

let test: TestPlatform
let officer: Visitor
let colleague: Visitor
let elsewhere: Visitor
let id: string

const code = licenceExchange
const post = 'nguoi-nop.fullName=Nguy%E1%BB%85n+V%C4%83n+An&reason=damaged&licence.issued=31%2F2'

const save = (who: Visitor, more: Record<string, unknown> = {}, of = id) =>
  who.call('PUT', `/services/counter-drafts/${of}`, { code, post, applicantName: 'Nguyễn Văn An', ...more })
const open = (who: Visitor, of = id) => who.call('GET', `/services/counter-drafts/${of}`)
const list = async (who: Visitor): Promise<{ id: string; isMine: boolean; holderName: string }[]> =>
  done(await who.call('GET', '/services/counter-drafts'))
const take = (who: Visitor, of = id) => who.call('POST', `/services/counter-drafts/${of}/taking`)

/** Another officer with a post at the same counter. */
async function secondOfficer(): Promise<Visitor> {
  const { db } = test.platform.connection
  const personId = await createPerson(db, { fullName: 'Lương Thị Hạnh' })
  await test.query(
    `insert into directory.appointment (id, post_id, person_id, kind, valid_from)
      select gen_random_uuid(), p.id, $1, 'regular', current_date - 9 from directory.post p join directory.unit u on u.id = p.unit_id
      where u.code = 'TTPVHCC' and p.function = 'receiver' limit 1`,
    [personId],
  )
  const account = await createAccount(db, { kind: 'staff', personId, login: 'luong.hanh', passwordHash: '' })
  return test.asAccount({ id: account, kind: 'staff' })
}

beforeAll(async () => {
  test = await startTestPlatform()
  officer = await test.as('motcua.tinh')
  elsewhere = await test.as('motcua.huyen')
  colleague = await secondOfficer()
}, 240_000)
afterAll(() => test.stop())

beforeEach(() => {
  id = randomUUID()
})

describe('a draft at the counter', () => {
  it('keeps the form letter by letter, what cannot be read yet too, and tells fees and the day', async () => {
    const saved = done(await save(officer))
    expect(saved).toMatchObject({ revision: 0 })
    expect(saved.fees.length).toBeGreaterThan(0)
    expect(new Date(saved.promised).getTime()).toBeGreaterThan(Date.now())
    expect(done(await open(officer))).toMatchObject({ code, post, isAssisted: false, revision: 0 })
  })

  it('tells the fees of the answers so far, not of an empty form', async () => {
    const of = (answers: string) => save(officer, { code: '2.000488', post: answers }).then(done)
    const full = await of('feeExemption=none')
    const reduced = await of('feeExemption=student')
    expect(full.fees.map((fee: { amount: number }) => fee.amount)).toEqual([200_000])
    expect(reduced.fees.map((fee: { amount: number }) => fee.amount)).toEqual([100_000])
    expect((await of('feeExemption=poor-household')).fees).toMatchObject([
      { amount: 0, exemption: { percent: 100, fullAmount: 200_000 } },
    ])
  })

  it('is the same draft when its first answer was lost and it is sent again', async () => {
    done(await save(officer))
    done(await save(officer))
    expect(await test.query('select 1 from services.draft where id = $1', [id])).toHaveLength(1)
  })

  it('does not write over what another window saved since', async () => {
    const first = done(await save(officer))
    done(await save(officer, { post: `${post}&note=a`, revision: first.revision }))
    const late = await save(officer, { post: `${post}&note=b`, revision: first.revision })
    expect(late.status).toBe(409)
    expect(done(await open(officer)).post).toContain('note=a')
  })

  it('does not come back by what was under way when it was filed or discarded', async () => {
    const { revision } = done(await save(officer))
    done(await officer.call('DELETE', `/services/counter-drafts/${id}`))
    expect((await save(officer, { revision })).status).toBe(404)
    expect((await open(officer)).status).toBe(404)
  })

  it('is listed to the officer and to colleagues of the counter, and to nobody else', async () => {
    done(await save(officer))
    expect(await list(officer)).toContainEqual(expect.objectContaining({ id, isMine: true }))
    expect(await list(colleague)).toContainEqual(expect.objectContaining({ id, isMine: false }))
    expect((await list(elsewhere)).map((one) => one.id)).not.toContain(id)
  })

  it('holds the files that were scanned, and drops those taken out', async () => {
    const fileId = await test.upload(officer)
    done(await save(officer, { papers: [{ paper: 'licence', fileIds: [fileId] }] }))
    expect(await test.query('select 1 from services.draft_paper where draft_id = $1', [id])).toHaveLength(1)
    done(await save(officer, { papers: [] }))
    expect(await test.query('select 1 from services.draft_paper where draft_id = $1', [id])).toHaveLength(0)
  })

  it('goes after thirty days without a save, as drafts of citizens do', async () => {
    done(await save(officer))
    await test.query(`update services.draft set expires_at = now() - interval '1 minute' where id = $1`, [id])
    expect((await open(officer)).status).toBe(404)
    expect((await list(officer)).map((one) => one.id)).not.toContain(id)
  })

  it('is discarded by whoever writes it', async () => {
    done(await save(officer))
    expect((await colleague.call('DELETE', `/services/counter-drafts/${id}`)).status).toBe(409)
    expect(done(await officer.call('DELETE', `/services/counter-drafts/${id}`))).toEqual({ discarded: true })
    expect((await open(officer)).status).toBe(404)
  })
})

describe('taking over a draft', () => {
  it('gives it to the colleague, stops the first writer with their name, and is on the trail', async () => {
    done(await save(officer))
    expect((await open(colleague)).status).toBe(409)
    done(await take(colleague))
    expect(done(await open(colleague)).post).toBe(post)
    const late = await save(officer, { post: `${post}&x=1` })
    expect(late.status).toBe(409)
    expect(late.body).toMatchObject({ code: 'draftTaken' })
    expect(late.body.words.vi).toContain('Lương Thị Hạnh')
    expect(done(await open(colleague)).post).toBe(post)
    const trail = await test.query<{ objects: string[] }>(
      `select objects from audit.entry where operation = 'services.takeCounterDraft' and 'draft:' || $1 = any(objects)`,
      [id],
    )
    expect(trail).toHaveLength(1)
  })

  it('lets the colleague see the scans, and only from then on', async () => {
    const fileId = await test.upload(officer)
    done(await save(officer, { papers: [{ paper: 'licence', fileIds: [fileId] }] }))
    const look = (who: Visitor) =>
      test.platform.app.request(`http://localhost/files/${fileId}`, {
        headers: { Authorization: `Bearer ${who.token}` },
      })
    expect((await look(colleague)).status).toBe(404)
    done(await take(colleague))
    expect((await look(colleague)).status).toBe(200)
    expect((await look(elsewhere)).status).toBe(404)
  })
})

describe('a draft of somebody else', () => {
  it.each(['a counter elsewhere', 'a citizen', 'a specialist'])(
    'is neither read, written, taken nor discarded by %s',
    async (who) => {
      done(await save(officer))
      const stranger =
        who === 'a citizen'
          ? await test.as('congdan')
          : who === 'a specialist'
            ? await test.as('chuyenvien.gtvt')
            : elsewhere
      const refused = who === 'a counter elsewhere' ? 404 : 403
      expect((await open(stranger)).status).toBe(refused)
      expect((await save(stranger, { code: '2.000720', post: 'x=1' })).status).toBe(refused)
      expect((await take(stranger)).status).toBe(refused)
      const discarded = await stranger.call('DELETE', `/services/counter-drafts/${id}`)
      expect(discarded.status === 403 || discarded.body.discarded === false).toBe(true)
      expect(done(await open(officer)).post).toBe(post)
    },
  )

  it('that a citizen writes is out of reach of every counter, whatever its id', async () => {
    const citizen = await test.as('congdan')
    const own = done(await citizen.call('POST', '/services/drafts', { code })).id
    expect((await open(officer, own)).status).toBe(404)
    expect((await take(officer, own)).status).toBe(404)
    expect((await save(officer, {}, own)).status).toBe(404)
    expect(done(await officer.call('DELETE', `/services/counter-drafts/${own}`))).toEqual({ discarded: false })
    expect((await citizen.call('GET', `/services/drafts/${own}`)).status).toBe(200)
    done(await save(officer))
    expect((await citizen.call('GET', `/services/drafts/${id}`)).status).toBe(404)
  })

  it('gives no way to put in the file of somebody else', async () => {
    const fileId = await test.upload(elsewhere)
    expect((await save(officer, { papers: [{ paper: 'licence', fileIds: [fileId] }] })).status).toBe(404)
  })
})

describe('reception from a draft', () => {
  it('happens once, however often it is pressed', async () => {
    const procedure = completeProcedureOf(code)
    const answers = await answersTo(test, procedure)
    done(await save(officer))
    const press = () =>
      officer.call('POST', `/services/reception/${code}`, {
        applicant: { fullName: 'Nguyễn Văn Bình', personalId: '024090005678' },
        answers,
        paperOnly: requiredPapers(procedure.papers, answers).map((paper) => paper.id),
        draftId: id,
      })
    const answered = await Promise.all([press(), press(), press()])
    expect(answered.map((one) => one.status).toSorted((a, b) => a - b)).toEqual([200, 409, 409])
    expect(answered.filter((one) => one.status === 409).map((one) => one.body.code)).toEqual(['draftGone', 'draftGone'])
    expect(
      await test.query(
        `select 1 from services.dossier where applicant_name = 'Nguyễn Văn Bình' and procedure_code = $1`,
        [code],
      ),
    ).toHaveLength(1)
  })

  it('takes what a colleague scanned, ends the draft, and does not receive it for whoever lost it', async () => {
    const procedure = completeProcedureOf(code)
    const answers = await answersTo(test, procedure)
    const papers: { paper: string; fileIds: string[] }[] = []
    for (const paper of requiredPapers(procedure.papers, answers))
      papers.push({ paper: paper.id, fileIds: [await test.upload(officer)] })
    done(await save(officer, { papers }))
    done(await take(colleague))
    const reception = {
      applicant: { fullName: 'Nguyễn Văn An', personalId: '024090001234', phone: '0912345678' },
      answers,
      papers,
      draftId: id,
    }
    expect((await officer.call('POST', `/services/reception/${code}`, reception)).status).toBe(409)
    // Without the draft the colleague may not use what was somebody else's upload.
    expect(
      (await colleague.call('POST', `/services/reception/${code}`, { ...reception, draftId: undefined })).status,
    ).toBe(404)
    const receipt = done(await colleague.call('POST', `/services/reception/${code}`, reception))
    expect(receipt.code).toBeTruthy()
    expect(await test.query('select 1 from services.draft where id = $1', [id])).toHaveLength(0)
    expect(await test.query('select 1 from services.dossier_paper where dossier_id = $1', [receipt.id])).toHaveLength(
      papers.length,
    )
  })
})
