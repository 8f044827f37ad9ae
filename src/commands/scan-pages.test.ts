import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { browserOf, drawnField } from './testing/browser.ts'
import { done, licenceExchange } from './testing/story.ts'
import { startTestPlatform, type TestPlatform, type Visitor } from './testing/test-platform.ts'

/** Scans of one paper at a counter: put one behind the other, their pages joined into one file, by the holder of the draft only. */

let test: TestPlatform
let officer: Visitor
let elsewhere: Visitor

beforeAll(async () => {
  test = await startTestPlatform({ dossiers: 0 })
  officer = await test.as('motcua.tinh')
  elsewhere = await test.as('motcua.huyen')
}, 240_000)
afterAll(() => test.stop())

const paper = 'licence'

async function draftWith(scans: number): Promise<{ id: string; files: string[] }> {
  const id = randomUUID()
  const files: string[] = []
  for (let count = 0; count < scans; count += 1) files.push(await test.upload(officer, `trang ${count}.pdf`))
  const body = { code: licenceExchange, post: 'a=b', papers: [{ paper, fileIds: files }] }
  done(await officer.call('PUT', `/services/counter-drafts/${id}`, body))
  return { id, files }
}

async function join(who: Visitor, id: string, pages: readonly string[], drawn = drawnField()) {
  const form = new URLSearchParams({
    ...drawn,
    return: `/can-bo/quay?nhap=${id}`,
    attach: `/services/counter-drafts/${id}/joined-scans`,
    paper,
    name: 'Giấy phép lái xe',
  })
  for (const page of pages) form.append('page', page)
  const body = form.toString()
  const answer = await test.platform.app.request('http://localhost/uploads/join', {
    method: 'POST',
    body,
    headers: { ...browserOf(who), 'Content-Type': 'application/x-www-form-urlencoded' },
  })
  return answer.headers.get('location')
}

const view = (who: Visitor, id: string) => who.call('GET', `/services/counter-drafts/${id}/papers/${paper}`)

it('joins the scans of a paper into one file in their place, which the draft keeps', { timeout: 60_000 }, async () => {
  const { id, files } = await draftWith(2)
  const added = await test.upload(officer, 'them.pdf')
  done(await officer.call('POST', `/services/counter-drafts/${id}/scans`, { paper, fileId: added }))
  done(await officer.call('POST', `/services/counter-drafts/${id}/scans`, { paper, fileId: added }))
  const all = [...files, added]
  expect(done(await view(officer, id)).files.map((file: { id: string }) => file.id)).toEqual(all)
  expect(
    await join(
      officer,
      id,
      all.toReversed().map((file) => `${file}.1`),
    ),
  ).toBe(`/can-bo/quay?nhap=${id}`)
  const { files: joined } = done(await view(officer, id))
  expect(joined).toMatchObject([{ name: 'Giấy phép lái xe.pdf', mediaType: 'application/pdf', pages: 3 }])
  const kept = done(await officer.call('GET', `/services/counter-drafts/${id}`))
  expect(kept.papers).toEqual([{ paper, fileIds: [joined[0].id] }])
  expect(kept.revision).toBe(2)
})

it(
  'shows and changes nothing of a draft of another counter, and takes no page of a file of somebody else',
  { timeout: 60_000 },
  async () => {
    const { id, files } = await draftWith(1)
    const theirs = await test.upload(elsewhere)
    expect((await view(elsewhere, id)).status).toBe(404)
    for (const act of ['scans', 'joined-scans']) {
      const answer = await elsewhere.call('POST', `/services/counter-drafts/${id}/${act}`, { paper, fileId: theirs })
      expect(answer.status).toBe(404)
      expect(
        (await officer.call('POST', `/services/counter-drafts/${id}/${act}`, { paper, fileId: theirs })).status,
      ).toBe(404)
    }
    expect(await join(officer, id, [`${theirs}.1`])).toMatch(/error=notFound$/)
    expect(await join(elsewhere, id, [`${files[0]}.1`])).toMatch(/error=notFound$/)
    expect(await join(officer, id, [`${files[0]}.1`], {})).toMatch(/error=foreignForm$/)
    expect(done(await view(officer, id)).files.map((file: { id: string }) => file.id)).toEqual(files)
  },
)

it('does not receive a paper with more files than it may have: says which, and that pages are to be joined', async () => {
  const { id, files } = await draftWith(6)
  const answer = await officer.call('POST', `/services/reception/${licenceExchange}`, {
    draftId: id,
    post: 'a=b',
    applicant: { personalId: '024090001234', fullName: 'Nguyễn Văn An' },
    papers: [{ paper, fileIds: files }],
  })
  expect(answer.status).toBe(422)
  expect(answer.body.places).toContainEqual(
    expect.objectContaining({
      path: `papers.${paper}`,
      message: expect.objectContaining({ vi: expect.stringContaining('Xếp trang') }),
    }),
  )
})
