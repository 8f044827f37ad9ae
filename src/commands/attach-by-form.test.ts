import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { browserOf, drawnField } from './testing/browser.ts'
import { done, licenceExchange, writeDraft } from './testing/story.ts'
import { smallPdf, startTestPlatform, type TestPlatform, type Visitor } from './testing/test-platform.ts'

/** Without JavaScript a file is sent and attached in one post: there is no second step to forget. */

let test: TestPlatform
let citizen: Visitor
let draft: string

beforeAll(async () => {
  test = await startTestPlatform({ dossiers: 0 })
  citizen = await test.as('congdan')
  draft = await writeDraft(test, citizen, licenceExchange, { papers: false })
}, 240_000)
afterAll(() => test.stop())

/** Where the form leads back to. */
async function send(who: Visitor, paper: string, attach = `/services/drafts/${draft}/papers`, drawn = drawnField()) {
  const form = new FormData()
  const fields = { ...drawn, return: `/nop/${draft}/giay-to`, attach, paper }
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  form.append('file', new File([new Uint8Array(smallPdf('the'))], 'the.pdf', { type: 'application/pdf' }))
  const body = new Response(form)
  const bytes = await body.arrayBuffer()
  const answer = await test.platform.app.request('http://localhost/uploads/form', {
    method: 'POST',
    body: bytes,
    headers: {
      ...browserOf(who),
      'Content-Type': body.headers.get('content-type') ?? '',
      'Content-Length': String(bytes.byteLength),
    },
  })
  return { status: answer.status, to: answer.headers.get('location') }
}

const filesOf = async (paper: string): Promise<string[]> =>
  done(await citizen.call('GET', `/services/drafts/${draft}`))
    .papers.find((one: { id: string }) => one.id === paper)
    .files.map((file: { name: string }) => file.name)

describe('a file sent by a plain form', () => {
  it('is attached to its paper by the same post', async () => {
    expect(await send(citizen, 'licence')).toEqual({ status: 303, to: `/nop/${draft}/giay-to` })
    expect(await filesOf('licence')).toEqual(['the.pdf'])
  })

  it('comes back with the reason where it is not taken, and nobody attaches to the application of another', async () => {
    const stranger = await test.as('doanhnghiep')
    for (const [who, paper] of [
      [citizen, 'no-such-paper'],
      [stranger, 'licence'],
    ] as const)
      expect((await send(who, paper)).to).toBe(`/nop/${draft}/giay-to?paper=${paper}&error=notFound`)
    expect(await filesOf('licence')).toEqual(['the.pdf'])
  })

  it('is not taken from a page of another site', async () => {
    const { to } = await send(citizen, 'licence', undefined, {})
    expect(to).toBe(`/nop/${draft}/giay-to?paper=licence&error=foreignForm`)
    expect(await filesOf('licence')).toEqual(['the.pdf'])
  })

  it('is put nowhere else than where an operation takes it', async () => {
    for (const path of ['//evil.example/papers', '/services/../../x', 'services', '/a?b=c'])
      expect((await send(citizen, 'licence', path)).to).toMatch(/error=uploadRequest$/)
  })
})
