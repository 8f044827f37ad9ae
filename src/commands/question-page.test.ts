import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { browserOf, drawnField } from './testing/browser.ts'
import { done, licenceExchange, writeDraft } from './testing/story.ts'
import { startTestPlatform, type TestPlatform, type Visitor } from './testing/test-platform.ts'

/** A question page of the portal as it is posted: by two open windows, and without a script. */

let test: TestPlatform
let citizen: Visitor
let draft: string

beforeAll(async () => {
  test = await startTestPlatform({ pages: true, dossiers: 0 })
  citizen = await test.as('congdan')
  draft = await writeDraft(test, citizen, licenceExchange)
}, 240_000)
afterAll(() => test.stop())

const drafted = async () => done(await citizen.call('GET', `/services/drafts/${draft}`))
const seenOn = async (page: string): Promise<string> => (await drafted()).writers[page] ?? ''
const save = (page: string, sent: object) => citizen.call('PUT', `/services/drafts/${draft}/pages/${page}`, sent)
const wayOf = async () => (await drafted()).answers.receiveBy as string

async function page(path: string, post?: Record<string, string>) {
  const answer = await test.platform.app.request(`http://localhost${path}`, {
    method: post ? 'POST' : 'GET',
    headers: browserOf(citizen),
    ...(post && { body: new URLSearchParams({ ...drawnField(), ...post }) }),
  })
  return { status: answer.status, to: answer.headers.get('location'), html: await answer.text() }
}

const hidden = (html: string, name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? ''

describe('two open pages of one application', () => {
  it('save over each other only when each had seen what the other saved', async () => {
    const seen = await seenOn('delivery')
    done(await save('delivery', { post: 'receiveBy=post&postAddress=A', by: 'first-tab', seen }))
    const stale = await save('delivery', { post: 'receiveBy=counter', by: 'other-tab', seen })
    expect([stale.status, stale.body.code]).toEqual([409, 'pageChanged'])
    expect(await wayOf()).toBe('post')
    // An answer that was lost on the way is no change by somebody else.
    done(await save('delivery', { post: 'receiveBy=post&postAddress=B', by: 'first-tab', seen }))
    done(await save('delivery', { post: 'receiveBy=counter', by: 'other-tab', seen: await seenOn('delivery') }))
    expect(await wayOf()).toBe('counter')
  })

  it('save different pages without hindering each other', async () => {
    const seen = await seenOn('delivery')
    done(await save('applicant', { answers: { applicant: { fullName: 'Thân Thị Phượng' } }, by: 'third-tab' }))
    done(await save('delivery', { post: 'receiveBy=post&postAddress=C', by: 'fourth-tab', seen }))
    expect((await drafted()).answers).toMatchObject({ applicant: { fullName: 'Thân Thị Phượng' }, postAddress: 'C' })
  })

  it('come back without a script with what was typed and a choice, and overwrite only when that is chosen', async () => {
    const path = `/nop/${draft}/delivery`
    const [one, other] = [await page(path), await page(path)]
    const fieldsOf = ({ html }: { html: string }) => ({
      'page-by': hidden(html, 'page-by'),
      'page-seen': hidden(html, 'page-seen'),
    })
    expect((await page(path, { ...fieldsOf(one), receiveBy: 'counter' })).status).toBe(302)
    const typed = { ...fieldsOf(other), receiveBy: 'post', postAddress: 'Xóm Chùa' }
    for (const _ of [1, 2]) {
      const refused = await page(path, typed)
      expect(refused.status).toBe(409)
      expect(refused.html).toContain('Trang này vừa được sửa ở nơi khác')
      expect(refused.html).toMatch(/name="postAddress"[^>]*Xóm Chùa|Xóm Chùa[^>]*name="postAddress"/)
      expect(fieldsOf(refused)).toEqual(fieldsOf(other))
    }
    expect(await wayOf()).toBe('counter')
    expect((await page(path, { ...typed, 'page-overwrite': 'yes' })).status).toBe(302)
    expect((await drafted()).answers).toMatchObject({ receiveBy: 'post', postAddress: 'Xóm Chùa' })
  })
})

describe('a question that comes up without a script', () => {
  it('is asked before it is called wrong', async () => {
    const { id } = done(await citizen.call('POST', '/services/drafts', { code: licenceExchange }))
    const path = `/nop/${id}/delivery`
    const first = await page(path, { receiveBy: 'post' })
    expect([first.status, first.to]).toEqual([302, `${path}#postAddress`])
    const asked = (await page(path)).html
    expect(asked).toContain('name="postAddress"')
    expect(asked).not.toContain('aria-invalid="true"')
    const empty = await page(path, { receiveBy: 'post', postAddress: '' })
    expect(empty.status).toBe(422)
    expect(empty.html).toMatch(/aria-invalid="true"/)
  })
})
