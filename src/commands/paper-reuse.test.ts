import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dateAt } from '#values/plain-date.ts'
import { settleDossier } from './testing/settle-dossier.ts'
import {
  answersTo,
  completeProcedureOf,
  done,
  fileDossier,
  licenceExchange,
  submit,
  walkTo,
  writeDraft,
} from './testing/story.ts'
import { startTestPlatform, type TestPlatform, type Visitor } from './testing/test-platform.ts'

/** What the province has already is used again, with where it is from and of when; never what no longer counts, and never of somebody else. */

let test: TestPlatform
let citizen: Visitor
let other: Visitor
let counter: Visitor
let earlier: { id: string; code: string }

const certificate = '1.004873'
// From noon on: a story that began before midnight would be of two days.
const today = dateAt(new Date())
const toNoon = new Date(`${today}T12:00:00+07:00`).getTime() - Date.now()

beforeAll(async () => {
  test = await startTestPlatform({ dossiers: 0, now: () => new Date(Date.now() + toNoon) })
  ;[citizen, other, counter] = await Promise.all([test.as('congdan'), test.as('doanhnghiep'), test.as('motcua.tinh')])
  earlier = await fileDossier(test, citizen, licenceExchange)
}, 120_000)
afterAll(() => test?.stop())

interface Offer {
  readonly paper: string
  readonly from: string
  readonly id: string
  readonly title: string
  readonly dossierCode: string
  readonly on: string
  readonly until: string | null
}

const offers = async (who: Visitor, id: string): Promise<Offer[]> =>
  done(await who.call('GET', `/services/drafts/${id}/reusable`))
const take = (who: Visitor, id: string, { paper, from, id: source }: Offer) =>
  who.call('POST', `/services/drafts/${id}/reused-papers`, { paper, from, source })
const papersOf = (id: string) =>
  test.query<{ paper: string; origin: string; source: string | null; file: string; at: Date | null }>(
    `select p.paper, p.origin, p.file_id as file, p.source_at as at, coalesce(
        (select d.code from services.dossier_paper s join services.dossier d on d.id = s.dossier_id where s.id = p.source_paper_id),
        (select d.code from services.result r join services.dossier d on d.id = r.dossier_id where r.id = p.source_result_id)) as source
      from services.dossier_paper p where p.dossier_id = $1 order by p.paper, p.position`,
    [id],
  )
const countOf = async (id: string) =>
  (await test.query('select offered, reused from services.paper_reuse where dossier_id = $1', [id]))[0]
const withoutPapers = (who = citizen) => writeDraft(test, who, licenceExchange, { papers: false })
const licence = async (id: string, who = citizen): Promise<Offer> =>
  (await offers(who, id)).find(({ paper }) => paper === 'licence') as Offer

describe('a paper of an earlier dossier', () => {
  it('is sent anew as long as no officer has found it in order', async () => {
    expect(await offers(citizen, await withoutPapers())).toEqual([])
    await walkTo(test, earlier.id, 'appraise')
    expect(await countOf(earlier.id)).toBeUndefined()
    expect(await papersOf(earlier.id)).toMatchObject([{ paper: 'licence', origin: 'uploaded', source: null }])
  })

  it('is offered with its dossier and day, used again, and told to whoever looks the application through', async () => {
    const id = await withoutPapers()
    const offer = await licence(id)
    expect(offer).toMatchObject({ from: 'paper', title: 'giay-to.pdf', dossierCode: earlier.code, on: today })
    done(await take(citizen, id, offer))
    done(await take(citizen, id, offer))
    const [paper] = done(await citizen.call('GET', `/services/drafts/${id}`)).papers
    expect(paper.files).toMatchObject([{ origin: 'earlier-paper', sourceCode: earlier.code, sourceOn: today }])
    expect((await citizen.call('GET', `/services/drafts/${id}`)).body.missing).toEqual([])
    const filed = await submit(citizen, id)
    const [before] = await papersOf(earlier.id)
    expect(await papersOf(filed.id)).toMatchObject([
      { origin: 'earlier-paper', source: earlier.code, file: before?.file },
    ])
    expect(await countOf(filed.id)).toEqual({ offered: 1, reused: 1 })
    const seen = done(await counter.call('GET', `/services/dossiers/${filed.id}`))
    expect(seen.papers[0].files).toMatchObject([{ origin: 'earlier-paper', sourceCode: earlier.code }])
    await walkTo(test, filed.id, 'appraise')
    // Used again it is no younger: its age is that of the first time.
    await test.query(
      `update services.dossier_paper set added_at = now() - interval '23 months' where dossier_id = $1`,
      [earlier.id],
    )
    await test.query(
      `update services.dossier_paper set source_at = now() - interval '25 months' where dossier_id = $1`,
      [filed.id],
    )
    expect(await licence(await withoutPapers())).toBeUndefined()
    await test.query(`update services.dossier_paper set source_at = now() where dossier_id = $1`, [filed.id])
    await test.query(`update services.dossier_paper set added_at = now() where dossier_id = $1`, [earlier.id])
  })

  it('counts as offered where it was sent anew all the same', async () => {
    const filed = await fileDossier(test, citizen, licenceExchange)
    expect(await countOf(filed.id)).toEqual({ offered: 1, reused: 0 })
  })

  it('is nobody else’s, into no other application, and not made up', async () => {
    const id = await withoutPapers()
    const offer = await licence(id)
    expect((await take(other, id, offer)).status).toBe(404)
    expect((await other.call('GET', `/services/drafts/${id}/reusable`)).status).toBe(404)
    const theirs = await withoutPapers(other)
    expect(await offers(other, theirs)).toEqual([])
    expect((await take(other, theirs, offer)).body.code).toBe('reuseGone')
    expect((await take(citizen, id, { ...offer, id: randomUUID() })).status).toBe(409)
    expect((await take(citizen, id, { ...offer, paper: 'health' })).status).toBe(409)
  })

  it('is refused once it is replaced, blocked or too old, also when it was taken before', async () => {
    const id = await withoutPapers()
    const offer = await licence(id)
    done(await take(citizen, id, offer))
    const refusedWhile = async (change: string, back: string) => {
      await test.query(change, [offer.id])
      const sent = await citizen.call('POST', `/services/drafts/${id}/submission`, { declared: true })
      expect(sent.status, change).toBe(422)
      expect(sent.body.places[0].path).toBe('papers.licence')
      expect((await citizen.call('GET', `/services/drafts/${id}`)).body.missing).toHaveLength(1)
      expect((await licence(await withoutPapers()))?.id, change).not.toBe(offer.id)
      await test.query(back, [offer.id])
    }
    const ofFile = 'where id = (select file_id from services.dossier_paper where id = $1)'
    await refusedWhile(
      'update services.dossier_paper set replaced_at = now() where id = $1',
      'update services.dossier_paper set replaced_at = null where id = $1',
    )
    await refusedWhile(
      `update files.file set state = 'refused', refusal = 'malware' ${ofFile}`,
      `update files.file set state = 'accepted', refusal = null ${ofFile}`,
    )
    await test.query(
      `update services.draft_paper set source_at = source_at - interval '25 months' where draft_id = '${id}'`,
    )
    const late = await citizen.call('POST', `/services/drafts/${id}/submission`, { declared: true })
    expect(late.body.places[0].path).toBe('papers.licence')
    await test.query(`update services.draft_paper set source_at = now() where draft_id = '${id}'`)
    expect(await countOf((await submit(citizen, id)).id)).toEqual({ offered: 1, reused: 1 })
  })
})

describe('a result of the province', () => {
  let issued: { id: string; code: string }
  let draft: string
  const offered = async (id = draft) => (await offers(citizen, id)).find(({ paper }) => paper === 'before') as Offer
  const write = () =>
    writeDraft(test, citizen, certificate, {
      papers: false,
      otherwise: { status: 'never', proof: 'here', filedBy: 'self', hadBefore: true },
    })

  beforeAll(async () => {
    issued = await submit(
      citizen,
      await writeDraft(test, citizen, certificate, {
        otherwise: { status: 'never', proof: 'here', filedBy: 'self', hadBefore: false },
      }),
    )
    await settleDossier(test, citizen, issued.id, completeProcedureOf(certificate))
    draft = await write()
  }, 60_000)

  it('need not be brought: it is put into the application as it was issued, and can be read there', async () => {
    const offer = await offered()
    expect(offer).toMatchObject({ from: 'result', dossierCode: issued.code, on: today })
    expect(offer.until! > today).toBe(true)
    done(await take(citizen, draft, offer))
    const read = done(await citizen.call('GET', `/services/drafts/${draft}`))
    const [file] = read.papers.find(({ id }: { id: string }) => id === 'before').files
    expect(file).toMatchObject({ origin: 'earlier-result', sourceCode: issued.code, mediaType: 'application/pdf' })
    const download = (token: string | undefined) =>
      test.platform.app.request(`http://localhost/files/${file.id}`, { headers: { Authorization: `Bearer ${token}` } })
    const response = await download(citizen.token)
    expect(
      Buffer.from(await response.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-')
    expect((await download(other.token)).status).toBe(404)
  })

  it('is refused once it is revoked or over, also when it was taken before', async () => {
    for (const [change, back] of [
      ['revoked_at = now()', 'revoked_at = null'],
      [`valid_until = current_date - 2`, `valid_until = current_date + 90`],
    ]) {
      await test.query(`update services.result set ${change} where dossier_id = $1`, [issued.id])
      expect(await offered()).toBeUndefined()
      const sent = await citizen.call('POST', `/services/drafts/${draft}/submission`, { declared: true })
      expect(sent.body.places, change).toMatchObject([{ path: 'papers.before' }])
      await test.query(`update services.result set ${back} where dossier_id = $1`, [issued.id])
    }
    const filed = await submit(citizen, draft)
    expect(await papersOf(filed.id)).toMatchObject([{ origin: 'earlier-result', source: issued.code }])
    expect(await countOf(filed.id)).toEqual({ offered: 1, reused: 1 })
  })

  it('is not kept where its application is discarded', async () => {
    const id = await write()
    done(await take(citizen, id, await offered(id)))
    const [{ file } = { file: '' }] = await test.query<{ file: string }>(
      'select file_id as file from services.draft_paper where draft_id = $1',
      [id],
    )
    expect(await test.query('select 1 from files.file where id = $1 and kept_at is null', [file])).toHaveLength(1)
    done(await citizen.call('DELETE', `/services/drafts/${id}`))
  })
})

describe('at a counter', () => {
  const number = '024168009123'
  const procedure = completeProcedureOf(licenceExchange)
  let answers: Record<string, unknown>
  let id: string
  const begin = async (who: Visitor, code: string) => {
    id = randomUUID()
    done(await who.call('PUT', `/services/counter-drafts/${id}`, { code, post: '' }))
  }
  const listed = async (who: Visitor, more: object = {}, personalId = number): Promise<Offer[]> =>
    done(await who.call('POST', `/services/counter-drafts/${id}/reusable`, { personalId, ...more }))
  const reuse = (who: Visitor, { paper, from, id: source }: Offer, more: object = {}, personalId = number) =>
    who.call('POST', `/services/counter-drafts/${id}/reused-papers`, { personalId, paper, from, source, ...more })
  const applicant = { fullName: 'Thân Thị Bích Phượng', personalId: number, phone: '0979000218' }
  const receive = (more: object) =>
    counter.call('POST', `/services/reception/${licenceExchange}`, { applicant, answers, draftId: id, ...more })
  const kept = () =>
    test.query<{ file: string; paper: string }>(
      'select file_id as file, paper from services.draft_paper where draft_id = $1',
      [id],
    )

  beforeAll(async () => {
    answers = { ...(await answersTo(test, procedure)), classes: 'A1' }
  })

  it('papers of the one who stands there are used again, and what is scanned is told apart', async () => {
    await begin(counter, licenceExchange)
    const offer = (await listed(counter)).find(({ paper }) => paper === 'licence')!
    done(await reuse(counter, offer))
    const [given] = await kept()
    const scan = await test.upload(counter)
    // Saved again by a window that knows nothing of where its files are from.
    const papers = [
      { paper: 'licence', fileIds: [given!.file] },
      { paper: 'identity', fileIds: [scan] },
    ]
    done(await counter.call('PUT', `/services/counter-drafts/${id}`, { code: licenceExchange, post: '', papers }))
    const received = done(await receive({ papers }))
    expect(await papersOf(received.id)).toMatchObject([
      { paper: 'identity', origin: 'scanned' },
      { paper: 'licence', origin: 'earlier-paper' },
    ])
    expect(await countOf(received.id)).toMatchObject({ reused: 1 })
  })

  it('are not used for somebody else, nor without the draft that they were taken into', async () => {
    await begin(counter, licenceExchange)
    done(
      await reuse(
        counter,
        (await listed(counter)).find(({ paper }) => paper === 'licence')!,
      ),
    )
    const papers = [{ paper: 'licence', fileIds: [(await kept())[0]!.file] }]
    const stranger = { fullName: 'Giáp Văn Sáu', personalId: '024055000777', phone: '0355123987' }
    const refused = await receive({ papers, applicant: stranger })
    expect(refused.body.places).toMatchObject([{ path: 'papers.licence' }])
    expect((await receive({ papers, draftId: undefined })).status).toBe(404)
  })

  it('nothing is shown of dossiers that the counter may not see, but a result whose code the applicant shows', async () => {
    const [{ code } = { code: '' }] = await test.query<{ code: string }>(
      `select r.verification_code as code from services.result r join services.dossier d on d.id = r.dossier_id
        where d.procedure_code = $1 and r.number is not null limit 1`,
      [certificate],
    )
    const commune = await test.as('motcua.xa')
    const [elsewhere] = await test.query<{ id: string }>(
      `select acc.id from identity.account acc join directory.appointment a on a.person_id = acc.person_id and a.valid_to is null
        join directory.post p on p.id = a.post_id and p.function = 'receiver' join directory.unit u on u.id = p.unit_id
        where acc.kind = 'staff' and u.code like '0%.MC' and u.code <> '07381.MC' order by u.code limit 1`,
    )
    const otherCommune = await test.asAccount({ id: elsewhere!.id, kind: 'staff' })
    const post = new URLSearchParams({ hadBefore: 'yes' }).toString()
    for (const [who, sees] of [
      [commune, true],
      [otherCommune, false],
    ] as const) {
      id = randomUUID()
      done(await who.call('PUT', `/services/counter-drafts/${id}`, { code: certificate, post }))
      expect((await listed(who)).some(({ from }) => from === 'result')).toBe(sees)
      const shown = (await listed(who, { code })).find(({ from }) => from === 'result')!
      expect(shown.dossierCode).toBeTruthy()
      if (!sees) expect((await reuse(who, shown)).status).toBe(409)
      expect(await listed(who, { code }, '024055000777')).toEqual([])
    }
    const shown = (await listed(otherCommune, { code })).find(({ from }) => from === 'result')!
    done(await reuse(otherCommune, shown, { code: code.toLowerCase() }))
    expect(await kept()).toHaveLength(1)
    expect((await citizen.call('POST', `/services/counter-drafts/${id}/reusable`, { personalId: number })).status).toBe(
      403,
    )
    expect((await counter.call('POST', `/services/counter-drafts/${id}/reusable`, { personalId: number })).status).toBe(
      404,
    )
  })
})
