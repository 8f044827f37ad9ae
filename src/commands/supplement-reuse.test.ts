import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dateAt } from '#values/plain-date.ts'
import { done, fileDossier, licenceExchange, submit, walkTo, writeDraft, type Filed } from './testing/story.ts'
import { startTestPlatform, type TestPlatform, type Visitor } from './testing/test-platform.ts'

/** Who is asked for a paper in a supplement may use what the province has of it, as at filing: never what did not do, and never of somebody else. */

let test: TestPlatform
let citizen: Visitor
let other: Visitor
let specialist: Visitor
let counter: Visitor
let earlier: Filed
let offer: Offer

const today = dateAt(new Date())

interface Offer {
  readonly paper: string
  readonly from: string
  readonly id: string
  readonly dossierCode: string
}

beforeAll(async () => {
  test = await startTestPlatform({ dossiers: 0 })
  ;[citizen, other, specialist, counter] = (await Promise.all(
    ['congdan', 'doanhnghiep', 'chuyenvien.gtvt', 'motcua.tinh'].map((login) => test.as(login)),
  )) as [Visitor, Visitor, Visitor, Visitor]
  earlier = await fileDossier(test, citizen, licenceExchange)
  await walkTo(test, earlier.id, 'appraise')
}, 120_000)
afterAll(() => test?.stop())

/** A dossier that waits for its licence anew; `isReused`: it was filed with what the earlier one had. */
async function asked(isReused = false): Promise<Filed> {
  const draft = await writeDraft(test, citizen, licenceExchange, { papers: !isReused })
  if (isReused) {
    const [found] = done(await citizen.call('GET', `/services/drafts/${draft}/reusable`)) as Offer[]
    done(await citizen.call('POST', `/services/drafts/${draft}/reused-papers`, chosen(found as Offer)))
  }
  const filed = await submit(citizen, draft)
  await walkTo(test, filed.id, 'appraise')
  const pins = [{ path: 'papers.licence', reason: 'Ảnh mờ, không đọc được số' }]
  done(
    await specialist.call('POST', `/services/dossiers/${filed.id}/supplement`, {
      step: 'appraise',
      pins,
      basis: 'Điều 37 Thông tư 12/2017/TT-BGTVT',
      days: 10,
    }),
  )
  return filed
}

const chosen = ({ paper, from, id: source }: Offer) => ({ paper, from, source })
const path = (id: string) => `/services/my/dossiers/${id}/supplement`
const list = async (id: string, who = citizen): Promise<Offer[]> => done(await who.call('GET', `${path(id)}/reusable`))
const take = (id: string, one: Offer, who = citizen) => who.call('POST', `${path(id)}/reused-papers`, chosen(one))
const send = (id: string) => citizen.call('POST', `${path(id)}/submission`, {})
/** The files now in force of a dossier, and where they are from. */
const papersOf = (id: string) =>
  test.query(
    `select p.paper, p.origin, d.code as source from services.dossier_paper p left join services.dossier_paper s on s.id = p.source_paper_id
      left join services.dossier d on d.id = s.dossier_id where p.dossier_id = $1 and p.replaced_at is null order by p.position`,
    [id],
  )

/** How many papers the province had of a dossier, and how many were used again. */
const counted = async (id: string) =>
  (await test.query(`select offered, reused from services.paper_reuse where dossier_id = $1`, [id]))[0]

describe('a paper that is asked for in a supplement', () => {
  it('is taken from an earlier dossier, with its day, and told to whoever works on it', async () => {
    const { id } = await asked()
    const offers = await list(id)
    expect(offers).toMatchObject([{ paper: 'licence', from: 'paper', dossierCode: earlier.code, on: today }])
    offer = offers[0] as Offer
    // When it was filed the licence was had already, and handed in anew.
    expect(await counted(id)).toEqual({ offered: 1, reused: 0 })
    done(await take(id, offer))
    done(await take(id, offer))
    const { supplement } = done(await citizen.call('GET', `/services/my/dossiers/${id}`))
    expect(supplement.pins[0]).toMatchObject({
      isDone: true,
      files: [{ origin: 'earlier-paper', sourceCode: earlier.code, sourceOn: today }],
    })
    done(await send(id))
    expect(await papersOf(id)).toEqual([{ paper: 'licence', origin: 'earlier-paper', source: earlier.code }])
    expect(await counted(id)).toEqual({ offered: 2, reused: 1 })
    const seen = done(await specialist.call('GET', `/services/dossiers/${id}`))
    expect(seen.papers[0].files).toMatchObject([{ origin: 'earlier-paper', sourceCode: earlier.code }])
  })

  it('is not what did not do: neither the file that stands there, nor from where it came', async () => {
    const { id } = await asked(true)
    expect(await list(id)).toEqual([])
    expect((await take(id, offer)).body.code).toBe('reuseGone')
    // So it is not counted as had when it is answered with another file.
    const before = await counted(id)
    const sent = { paper: 'licence', fileId: await test.upload(citizen) }
    done(await citizen.call('POST', `${path(id)}/papers`, sent))
    done(await send(id))
    expect(await counted(id)).toEqual(before)
  })

  it('is nobody else’s, of no other paper, not made up, and of nothing that is not asked', async () => {
    const { id } = await asked()
    for (const who of [other, test.nobody, counter]) {
      expect([401, 403, 404]).toContain((await who.call('GET', `${path(id)}/reusable`)).status)
      expect([401, 403, 404]).toContain((await take(id, offer, who)).status)
    }
    expect((await take(id, { ...offer, paper: 'health' })).body.code).toBe('reuseGone')
    expect((await take(id, { ...offer, from: 'result' })).body.code).toBe('reuseGone')
    expect((await take(id, { ...offer, id: randomUUID() })).body.code).toBe('reuseGone')
    expect((await take(earlier.id, offer)).status).toBe(409)
    expect((await citizen.call('GET', `${path(earlier.id)}/reusable`)).status).toBe(409)
  })

  it('is refused once it is replaced, blocked or too old, also when it was taken before', async () => {
    const { id } = await asked()
    const [now] = await list(id)
    done(await take(id, now as Offer))
    const refusedWhile = async (change: string, back: string) => {
      await test.query(change, [now?.id])
      const sent = await send(id)
      expect(sent.status, change).toBe(422)
      expect(sent.body.places[0].path).toBe('papers.licence')
      await test.query(back, [now?.id])
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
    await refusedWhile(
      `update services.supplement_paper set source_at = now() - interval '25 months' where source_paper_id = $1`,
      'update services.supplement_paper set source_at = now() where source_paper_id = $1',
    )
    done(await send(id))
  })
})

describe('at the counter', () => {
  const at = (id: string) => `/services/dossiers/${id}/counter-supplement`
  /** The officer begins to write the supplement; answers the id of their draft, which is that of the request. */
  async function begun(id: string): Promise<string> {
    done(await counter.call('PUT', at(id), { post: '', papers: [] }))
    return done(await counter.call('GET', at(id))).supplement.id
  }
  const found = (draft: string, who = counter, more: object = {}) =>
    who.call('POST', `/services/counter-drafts/${draft}/reusable`, more)
  const reuse = (draft: string, one: Offer, who = counter) =>
    who.call('POST', `/services/counter-drafts/${draft}/reused-papers`, chosen(one))

  it('it is offered of whoever filed, whoever came, and keeps where it is from', async () => {
    const { id } = await asked()
    const draft = await begun(id)
    const offers = done(await found(draft)) as Offer[]
    expect(offers).toMatchObject([{ paper: 'licence' }])
    // A number that is sent all the same says nothing: the dossier says whose it is.
    expect(done(await found(draft, counter, { personalId: '024066000123' }))).toEqual(offers)
    done(await reuse(draft, offers[0] as Offer))
    const { draft: typed, revision } = done(await counter.call('GET', at(id)))
    done(await counter.call('POST', at(id), { revision, came: { who: 'applicant' }, post: '', papers: typed.papers }))
    expect(await papersOf(id)).toEqual([
      { paper: 'licence', origin: 'earlier-paper', source: (offers[0] as Offer).dossierCode },
    ])
  })

  it('it is refused when it no longer counts, and no affair of another counter', async () => {
    const { id } = await asked()
    const draft = await begun(id)
    const [one] = done(await found(draft)) as Offer[]
    const elsewhere = await test.as('motcua.huyen')
    expect((await found(draft, elsewhere)).status).toBe(404)
    expect((await reuse(draft, one as Offer, elsewhere)).status).toBe(404)
    done(await reuse(draft, one as Offer))
    await test.query('update services.dossier_paper set replaced_at = now() where id = $1', [one?.id])
    const { draft: typed, revision } = done(await counter.call('GET', at(id)))
    const sent = await counter.call('POST', at(id), {
      revision,
      came: { who: 'applicant' },
      post: '',
      papers: typed.papers,
    })
    expect(sent.status).toBe(422)
    expect(sent.body.places[0].path).toBe('papers.licence')
    await test.query('update services.dossier_paper set replaced_at = null where id = $1', [one?.id])
  })
})
