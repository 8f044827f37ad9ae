import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { done, licenceExchange, submit, writeDraft } from './testing/story.ts'
import { startTestPlatform, type TestPlatform, type Visitor } from './testing/test-platform.ts'

/** Nothing is filed that is somebody else's, incomplete, undeclared, too old, or filed already. */

let test: TestPlatform
let citizen: Visitor

beforeAll(async () => {
  test = await startTestPlatform()
  citizen = await test.as('congdan')
}, 240_000)
afterAll(() => test.stop())

describe('an application', () => {
  it('of somebody else is not found, whatever is tried with it', async () => {
    const draft = await writeDraft(test, citizen, licenceExchange)
    const stranger = await test.as('doanhnghiep')
    const own = await writeDraft(test, stranger, licenceExchange)
    const fileId = await test.upload(citizen)
    const tries = [
      stranger.call('GET', `/services/drafts/${draft}`),
      stranger.call('PUT', `/services/drafts/${draft}/pages/reason`, { answers: { reason: 'damaged' } }),
      stranger.call('PUT', `/services/drafts/${draft}/place`, { place: '07381' }),
      stranger.call('POST', `/services/drafts/${draft}/papers`, {
        paper: 'licence',
        fileId: await test.upload(stranger),
      }),
      stranger.call('POST', `/services/drafts/${draft}/submission`, { declared: true }),
      stranger.call('POST', `/services/drafts/${own}/papers`, { paper: 'licence', fileId }),
    ]
    for (const { status, body } of await Promise.all(tries)) expect([status, body.code]).toEqual([404, 'notFound'])
    expect(done(await stranger.call('DELETE', `/services/drafts/${draft}`))).toEqual({ discarded: false })
    expect((await citizen.call('GET', `/services/drafts/${draft}`)).status).toBe(200)
  })

  it('that is not complete says exactly what is missing, each place once, and is not sent', async () => {
    const draft = await writeDraft(test, citizen, licenceExchange, { papers: false })
    const missing = async () =>
      (await citizen.call('POST', `/services/drafts/${draft}/submission`, { declared: true })).body.places.map(
        (one: { path: string }) => one.path,
      ) as string[]
    const papers = done(await citizen.call('GET', `/services/drafts/${draft}`))
      .papers.filter((one: { required: boolean }) => one.required)
      .map((one: { id: string }) => `papers.${one.id}`) as string[]
    expect(papers.length).toBeGreaterThan(0)
    expect(await missing()).toEqual(papers)
    await test.query(`update services.draft set answers = answers - 'classes' where id = $1`, [draft])
    expect((await missing()).filter((path) => !path.startsWith('papers.'))).toEqual(['classes'])
    const { id: empty } = done(await citizen.call('POST', '/services/drafts', { code: '2.000488' }))
    expect((await citizen.call('POST', `/services/drafts/${empty}/submission`, { declared: true })).body.code).toBe(
      'incomplete',
    )
  })

  it('is not sent without the declaration, nor after its time is over', async () => {
    const draft = await writeDraft(test, citizen, licenceExchange)
    expect((await citizen.call('POST', `/services/drafts/${draft}/submission`, { declared: false })).body.code).toBe(
      'mustDeclare',
    )
    await test.query(`update services.draft set expires_at = now() - interval '1 second' where id = $1`, [draft])
    for (const answer of [
      await citizen.call('GET', `/services/drafts/${draft}`),
      await citizen.call('PUT', `/services/drafts/${draft}/pages/reason`, { answers: { reason: 'damaged' } }),
      await citizen.call('POST', `/services/drafts/${draft}/submission`, { declared: true }),
    ]) {
      expect([answer.status, answer.body.code]).toEqual([404, 'notFound'])
    }
  })

  it('is sent once', async () => {
    const draft = await writeDraft(test, citizen, licenceExchange)
    const { code } = await submit(citizen, draft)
    const again = await citizen.call('POST', `/services/drafts/${draft}/submission`, { declared: true })
    expect(again).toMatchObject({ status: 200, body: { code } })
    expect(await test.query(`select from services.dossier where code = $1`, [code])).toHaveLength(1)
  })
})

describe('a counter at which nobody receives', () => {
  const birth = '1.001193'
  const empty = '07384'
  const administrator = () => test.as('quantri')
  const unattended = async () => done(await (await administrator()).call('GET', '/services/unattended-counters'))
  const leave = (area: string) =>
    test.query(
      `update directory.appointment a set valid_to = current_date from directory.post p, directory.unit_version v
        where p.id = a.post_id and a.valid_to is null and v.valid_to is null and v.area_code = $1 and v.unit_id = p.unit_id`,
      [area],
    )

  it('is named to the administrator, and whoever chooses it is told before they fill anything in', async () => {
    expect(await unattended()).toEqual({ all: 0, counters: [] })
    await leave(empty)
    expect(await unattended()).toEqual({
      all: 1,
      counters: [{ id: expect.any(String) as string, name: expect.stringContaining('Một cửa') as string }],
    })
    const { id } = done(await citizen.call('POST', '/services/drafts', { code: birth }))
    const { status, body } = await citizen.call('PUT', `/services/drafts/${id}/place`, { place: empty })
    expect([status, body.code]).toEqual([422, 'nobodyReceives'])
    expect((await (await test.as('giamdoc.gtvt')).call('GET', '/services/unattended-counters')).status).toBe(403)
  })

  it('takes no application that was written before it was left', async () => {
    const draft = await writeDraft(test, citizen, birth)
    await test.query(`update services.draft set place = $2 where id = $1`, [draft, empty])
    const { status, body } = await citizen.call('POST', `/services/drafts/${draft}/submission`, { declared: true })
    expect([status, body.code]).toEqual([422, 'nobodyReceives'])
    expect((await test.query(`select from workflow.task where subject_id = $1`, [draft])).length).toBe(0)
  })
})
