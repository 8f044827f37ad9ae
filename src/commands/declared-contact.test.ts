import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readPdf } from '#kernel/testing/read-pdf.ts'
import {
  answersTo,
  completeProcedureOf,
  done,
  licenceExchange,
  officialAt,
  submit,
  writeDraft,
} from './testing/story.ts'
import type { Filed } from './testing/story.ts'
import { startTestPlatform, type TestPlatform, type Visitor } from './testing/test-platform.ts'

/** What an application declares of phone and home counts for this dossier; the profile only where it declares nothing. */

let test: TestPlatform
let citizen: Visitor
let filed: Filed
const declared = { phone: '0912345678', residence: { commune: '07384', detail: 'Xóm Mới' } }

beforeAll(async () => {
  test = await startTestPlatform()
  citizen = await test.as('congdan')
  const { applicant } = await answersTo(test, completeProcedureOf(licenceExchange))
  const otherwise = { applicant: { ...(applicant as object), ...declared } }
  filed = await submit(citizen, await writeDraft(test, citizen, licenceExchange, { otherwise }))
}, 240_000)
afterAll(() => test.stop())

const lookUp = async (code: string, phoneEnd: string) =>
  (await test.nobody.call('GET', `/services/look-up?code=${code}&phoneEnd=${phoneEnd}`)).status

async function slip(who: Visitor): Promise<string> {
  const answer = await test.platform.app.request(
    `http://localhost/api/services/dossiers/${filed.id}/print/receipt-slip`,
    { headers: { Authorization: `Bearer ${who.token}` } },
  )
  return readPdf(Buffer.from(await answer.arrayBuffer()))
    .join(' ')
    .replaceAll(/\s+/g, ' ')
}

describe('a dossier that declares another phone and home than the profile', () => {
  it('is looked up by the declared phone, not by that of the profile', async () => {
    expect([await lookUp(filed.code, '5678'), await lookUp(filed.code, '0218')]).toEqual([200, 404])
  })

  it('is printed and shown at the counter with what was declared', async () => {
    const receiver = await officialAt(test, filed.id, 'receive')
    expect(done(await receiver.call('GET', `/services/dossiers/${filed.id}`)).applicantPhone).toBe(declared.phone)
    const printed = await slip(receiver)
    expect(printed).toContain('Xóm Mới')
    expect(printed).not.toContain('Thôn Hạ')
    expect(printed.replaceAll(/[ .]/g, '')).toContain(declared.phone)
  })

  it('and by the phone that a supplement declares, from then on', async () => {
    const receiver = await officialAt(test, filed.id, 'receive')
    const pins = [{ path: 'applicant.phone', reason: 'Số này không liên lạc được' }]
    done(await receiver.call('POST', `/services/dossiers/${filed.id}/supplement`, { step: 'receive', pins }))
    const post = 'applicant.phone=0987654321'
    done(await citizen.call('POST', `/services/my/dossiers/${filed.id}/supplement/submission`, { post }))
    expect([await lookUp(filed.code, '4321'), await lookUp(filed.code, '5678')]).toEqual([200, 404])
  }, 30_000)
})
