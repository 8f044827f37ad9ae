import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  fileDossier,
  licenceExchange,
  officialAt,
  openTasksOf,
  walkTo,
  writeDraft,
} from '../src/commands/testing/story.ts'
import { browserOf } from '../src/commands/testing/browser.ts'
import { startTestPlatform, type TestPlatform, type Visitor } from '../src/commands/testing/test-platform.ts'

/** A form of a page that arrives twice, from a double click or a browser that tries again, does its work once. */

let stage: TestPlatform
let citizen: Visitor

beforeAll(async () => {
  stage = await startTestPlatform({ pages: true, dossiers: 0 })
  citizen = await stage.as('congdan')
}, 240_000)
afterAll(() => stage.stop())

const ask = async (who: Visitor, path: string, body?: URLSearchParams): Promise<Response> =>
  stage.platform.app.request(`http://localhost${path}`, {
    method: body ? 'POST' : 'GET',
    headers: browserOf(who),
    ...(body && { body }),
  })

/** The form that holds this text, as a browser would post it: its hidden fields and this button. */
async function formOf(who: Visitor, path: string, text: string, more: Record<string, string> = {}) {
  const html = await (await ask(who, path)).text()
  const form = html.split('<form').find((part) => part.split('</form>')[0]?.includes(text)) ?? ''
  const fields = [...form.split('</form>')[0]!.matchAll(/<input type="hidden"[^>]*>/g)].map(([tag]) => [
    /name="([^"]*)"/.exec(tag)?.[1] ?? '',
    /value="([^"]*)"/.exec(tag)?.[1] ?? '',
  ])
  return new URLSearchParams([...fields, ...Object.entries(more)] as string[][])
}

const count = async (text: string, values: unknown[] = []) =>
  (await stage.platform.connection.pool.query(text, values)).rows.length

describe('a form sent twice', () => {
  test('makes one dossier, and both are led to it', async () => {
    const draft = await writeDraft(stage, citizen, licenceExchange)
    const before = await count('select 1 from services.dossier')
    const body = await formOf(citizen, `/nop/${draft}/kiem-tra`, 'name="declared"', { declared: 'yes' })
    expect(body.get('once')).toMatch(/^[\x21-\x7e]{20,}$/)
    const answers = await Promise.all([1, 2].map(() => ask(citizen, `/nop/${draft}/kiem-tra`, body)))
    expect(answers.map(({ status }) => status)).toEqual([302, 302])
    expect(answers[0]?.headers.get('location')).toBe(answers[1]?.headers.get('location'))
    expect(answers[0]?.headers.get('location')).toContain('/trang-cua-toi/')
    expect(await count('select 1 from services.dossier')).toBe(before + 1)
  })

  test('does one act, and says so both times', async () => {
    const { id } = await fileDossier(stage, citizen, licenceExchange)
    await walkTo(stage, id, 'appraise')
    const specialist = await officialAt(stage, id, 'appraise')
    const page = `/can-bo/ho-so/${id}`
    const body = await formOf(specialist, page, 'complete.appraise.grant', { act: 'complete.appraise.grant' })
    const answers = [await ask(specialist, page, body), await ask(specialist, page, body)]
    expect(answers.map(({ status }) => status)).toEqual([302, 302])
    expect((await openTasksOf(stage, id)).map(({ step }) => step)).toEqual(['review'])
    const lines = `select 1 from services.dossier_event where dossier_id = $1 and kind = 'passed-on'`
    expect(await count(lines, [id])).toBe(1)
    const drawnAnew = await formOf(specialist, page, 'name="once"')
    expect(drawnAnew.get('once')).not.toBe(body.get('once'))
  })

  test('writes one opinion, but another text of the same page is another', async () => {
    const { id } = await fileDossier(stage, citizen, licenceExchange)
    await walkTo(stage, id, 'appraise')
    const specialist = await officialAt(stage, id, 'appraise')
    const page = `/can-bo/ho-so/${id}?viec=opinion`
    const body = await formOf(specialist, page, 'name="viec" value="opinion"', { text: 'Đã đối chiếu bản chính' })
    await ask(specialist, page, body)
    await ask(specialist, page, body)
    body.set('text', 'Còn thiếu ảnh')
    await ask(specialist, page, body)
    const opinions = `select 1 from services.dossier_event where dossier_id = $1 and kind = 'opinion'`
    expect(await count(opinions, [id])).toBe(2)
  })
})
