import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readPdf } from '#kernel/testing/read-pdf.ts'
import { done, licenceExchange, officialAt, submit, walkTo, writeDraft, type Filed } from './testing/story.ts'
import { startTestPlatform, type TestPlatform, type Visitor } from './testing/test-platform.ts'

/** What whoever filed reads on the page of their dossier, and whoever works on it elsewhere. */

let test: TestPlatform
let citizen: Visitor
const postAddress = 'Số 5, đường Hoàng Văn Thụ, thành phố Bắc Giang'

beforeAll(async () => {
  test = await startTestPlatform({ pages: true })
  citizen = await test.as('congdan')
}, 240_000)
afterAll(() => test.stop())

const file = async (otherwise: object): Promise<Filed> =>
  submit(citizen, await writeDraft(test, citizen, licenceExchange, { otherwise: { ...otherwise } }))

async function read(who: Visitor, path: string): Promise<Response> {
  return test.platform.app.request(`http://localhost${path}`, {
    headers: { Cookie: `session=${who.token}`, Authorization: `Bearer ${who.token}` },
  })
}

const page = async (who: Visitor, path: string) => (await read(who, path)).text()

async function slip(who: Visitor, { id }: Filed): Promise<string> {
  const bytes = await (await read(who, `/api/services/dossiers/${id}/print/receipt-slip`)).arrayBuffer()
  return readPdf(Buffer.from(bytes)).join(' ').replaceAll(/\s+/g, ' ')
}

describe('a result by post', () => {
  it('is named with its address in the receipt, on the page of the dossier, on the slip and where it is handed out', async () => {
    const filed = await file({ receiveBy: 'post', postAddress })
    expect(await page(citizen, `/trang-cua-toi/ho-so/${filed.id}/bien-nhan`)).toContain(postAddress)
    expect(await page(citizen, `/trang-cua-toi/ho-so/${filed.id}`)).toMatch(/Bưu điện gửi đến<[^>]*><[^>]*>Số 5/)
    await walkTo(test, filed.id, 'deliver')
    const counter = await officialAt(test, filed.id, 'deliver')
    expect(await slip(counter, filed)).toContain(
      `6. Đăng ký nhận kết quả tại: địa chỉ ${postAddress} (gửi qua bưu điện)`,
    )
    expect(await page(counter, `/can-bo/tra-ket-qua/${filed.id}`)).toContain(`Gửi bưu điện đến: ${postAddress}`)
    const fetched = await file({ receiveBy: 'counter' })
    await walkTo(test, fetched.id, 'deliver')
    expect(await page(counter, `/can-bo/tra-ket-qua?tim=${fetched.code}`)).not.toContain('Gửi bưu điện đến')
    for (const list of ['/can-bo/tra-ket-qua', `/can-bo/tra-ket-qua?tim=${filed.code}`])
      expect((await page(counter, list)).match(new RegExp(`Gửi bưu điện đến: ${postAddress}`, 'g'))).toHaveLength(1)
    const asked = `/services/result-addresses?dossierIds[0]=${filed.id}&dossierIds[1]=${fetched.id}`
    expect(done(await counter.call('GET', asked))).toEqual([{ dossierId: filed.id, address: postAddress }])
    expect(done(await (await test.as('motcua.huyen')).call('GET', asked))).toEqual([])
    const looked = await test.nobody.call('GET', `/services/look-up?code=${filed.code}&phoneEnd=0218`)
    expect(done(looked).nextWords.vi).toMatch(/gửi bưu điện đến địa chỉ đã khai$/)
    expect(JSON.stringify(looked.body)).not.toContain(postAddress)
  }, 60_000)

  it('and one that is fetched is fetched where the dossier was received', async () => {
    const filed = await file({ receiveBy: 'counter' })
    expect(done(await citizen.call('GET', `/services/my/dossiers/${filed.id}`)).resultAddress).toBeNull()
    const { receiverName } = done(await citizen.call('GET', `/services/my/dossiers/${filed.id}/receipt`))
    const counter = await officialAt(test, filed.id, 'receive')
    expect(await slip(counter, filed)).toContain(`6. Đăng ký nhận kết quả tại: ${receiverName}`)
  }, 30_000)
})

describe('the application as sent', () => {
  it('bears the name of the paper that it is, and the slip an address as it is written', async () => {
    const filed = await file({ receiveBy: 'counter' })
    const bytes = await (await read(citizen, `/api/services/dossiers/${filed.id}/print/application`)).arrayBuffer()
    expect(readPdf(Buffer.from(bytes)).join(' ')).toMatch(/ĐƠN ĐỀ NGHỊ ĐỔI GIẤY PHÉP LÁI XE\s+Kính gửi/)
    expect(await slip(await officialAt(test, filed.id, 'receive'), filed)).toContain(', xã Nghĩa Hưng, huyện')
  }, 30_000)
})

describe('a dossier that was not accepted', () => {
  it('says why and who answered, with form 03 to take away', async () => {
    const { id } = await file({ receiveBy: 'counter' })
    const reason = 'Giấy phép do ngành công an cấp, không đổi ở đây'
    const act = { action: 'reject', step: 'receive', reason }
    const receiver = await officialAt(test, id, 'receive')
    done(await receiver.call('POST', `/services/dossiers/${id}/actions`, { act }))
    const shown = await page(citizen, `/trang-cua-toi/ho-so/${id}`)
    const { rejection } = done(await citizen.call('GET', `/services/my/dossiers/${id}`))
    expect(rejection.reason).toBe(reason)
    for (const text of [reason, rejection.by, `/api/services/dossiers/${id}/print/rejection-slip`])
      expect(shown).toContain(text)
  }, 30_000)
})

describe('a dossier that is not received yet', () => {
  it('says by when the counter answers, and promises no day: after a supplement too', async () => {
    const { id } = await file({ receiveBy: 'counter' })
    const receiver = await officialAt(test, id, 'receive')
    const pins = [{ path: 'classes', reason: 'Chưa đủ hạng' }]
    done(await receiver.call('POST', `/services/dossiers/${id}/supplement`, { step: 'receive', pins }))
    done(await citizen.call('POST', `/services/my/dossiers/${id}/supplement/submission`, { post: 'classes=A1' }))
    const before = await page(citizen, `/trang-cua-toi/ho-so/${id}`)
    expect(before).toContain('<dt>Trả lời trước</dt>')
    expect(before).not.toContain('<dt>Hẹn trả</dt>')
    const act = { action: 'complete', step: 'receive' }
    done(await receiver.call('POST', `/services/dossiers/${id}/actions`, { act }))
    expect(await page(citizen, `/trang-cua-toi/ho-so/${id}`)).toContain('<dt>Hẹn trả</dt>')
  }, 30_000)
})

describe('who read my data', () => {
  it('folds what I did myself, and calls it mine', async () => {
    for (let times = 0; times < 3; times++) await file({ receiveBy: 'counter' })
    const shown = (await page(citizen, '/trang-cua-toi/ai-da-xem')).replaceAll(/<[^>]*>/g, '|')
    expect(shown).toMatch(/Chính tôi\|+Tự làm/)
    expect(shown).not.toMatch(/Chính tôi\|+Xử lý hồ sơ|Chính tôi\|+[^|]*\|+Giải quyết hồ sơ/)
  }, 30_000)
})
