import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anotherCitizen, confirm, marriage, thang, writeTogether } from './testing/co-applicants.ts'
import { runJob } from './testing/run-job.ts'
import { done, submit } from './testing/story.ts'
import { startTestPlatform, type Answer, type TestPlatform, type Visitor } from './testing/test-platform.ts'

/** Whoever was invited to file together is told when there is nothing left to confirm, and the page of the invitation says why. */

let test: TestPlatform
let phuong: Visitor
let invited: Visitor
let stranger: Visitor

beforeAll(async () => {
  test = await startTestPlatform()
  phuong = await test.as('congdan')
  invited = await test.as('doanhnghiep')
  stranger = (await anotherCitizen(test, 40)).visitor
}, 240_000)
afterAll(() => test.stop())

const together = (named: object = thang) => writeTogether(test, phuong, marriage, named)
const expectNotFound = ({ status, body }: Answer) => expect([status, body.code]).toEqual([404, 'notFound'])

describe('an invitation that ended', () => {
  const end = async (who: Visitor, invitation: string) => who.call('GET', `/services/invitations/${invitation}/end`)
  const messagesAbout = async (who: Visitor, invitation: string): Promise<string[]> =>
    done(await who.call('GET', '/notification/messages?limit=50'))
      .rows.filter((one: { link: string }) => one.link === `/trang-cua-toi/loi-moi/${invitation}`)
      .map((one: { words: { vi: string } }) => one.words.vi)
  const lettersTo = (address: string) =>
    test.query<{ subject: string }>(`select subject from notification.email where address = $1 order by id`, [address])
  const sweep = (daysFromNow = 0) =>
    runJob(test.platform, 'delete-expired-drafts', () => new Date(Date.now() + daysFromNow * 86_400_000))

  it('because the draft was discarded is told to whoever was invited, and its page says so', async () => {
    const { draft, invitation } = await together({ ...thang, email: 'thang@example.vn' })
    await confirm(invited, invitation)
    expectNotFound(await end(invited, invitation))
    expect(done(await phuong.call('DELETE', `/services/drafts/${draft}`))).toEqual({ discarded: true })
    const [told] = await messagesAbout(invited, invitation)
    expect(told).toBe(
      'Thân Thị Bích Phượng đã bỏ hồ sơ mời ông/bà cùng nộp: Làm giấy kết hôn. Hồ sơ chưa gửi đi, ông/bà không phải làm gì nữa.',
    )
    const letters = await lettersTo('thang@example.vn')
    expect(letters).toHaveLength(2)
    expect(letters[1]?.subject).toContain('đã bỏ hồ sơ')
    expect(done(await end(invited, invitation))).toMatchObject({
      how: 'discarded',
      applicantName: 'Thân Thị Bích Phượng',
      procedureName: { vi: 'Làm giấy kết hôn' },
    })
    for (const who of [stranger, phuong]) expectNotFound(await end(who, invitation))
    expect((await end(test.nobody, invitation)).status).toBe(401)
    // Once more there is nothing to discard, and nobody hears of it again.
    expect(done(await phuong.call('DELETE', `/services/drafts/${draft}`))).toEqual({ discarded: false })
    expect(await lettersTo('thang@example.vn')).toHaveLength(2)
  })

  it('by e-mail alone where they are not known here', async () => {
    const { draft } = await together({ name: 'Lã Thị Mơ', personalId: '024190777001', email: 'mo@example.vn' })
    done(await phuong.call('DELETE', `/services/drafts/${draft}`))
    expect(await lettersTo('mo@example.vn')).toHaveLength(2)
  })

  it('because the name was taken out is told too', async () => {
    const { draft, invitation } = await together()
    done(await phuong.call('DELETE', `/services/drafts/${draft}/co-applicants/${invitation}`))
    expect((await messagesAbout(invited, invitation))[0]).toContain('đã bỏ tên ông/bà khỏi hồ sơ cùng nộp')
    expect(done(await end(invited, invitation)).how).toBe('taken-out')
  })

  it('is nothing to whoever declined, nor where the application was sent', async () => {
    const declined = await together()
    const words = 'Chúng tôi chưa định'
    done(await invited.call('POST', `/services/invitations/${declined.invitation}/refusal`, { words }))
    done(await phuong.call('DELETE', `/services/drafts/${declined.draft}`))
    const sent = await together()
    await confirm(invited, sent.invitation)
    await submit(phuong, sent.draft)
    for (const { invitation } of [declined, sent]) {
      expectNotFound(await end(invited, invitation))
      expect(await messagesAbout(invited, invitation)).toHaveLength(1)
    }
  })

  it('because the draft was kept no longer says so before and after it is swept, and is forgotten in its turn', async () => {
    const { draft, invitation } = await together()
    await test.query(`update services.draft set expires_at = now() - interval '1 hour' where id = $1`, [draft])
    expectNotFound(await invited.call('GET', `/services/invitations/${invitation}`))
    expect(done(await end(invited, invitation)).how).toBe('expired')
    await sweep()
    expect(await test.query(`select from services.draft where id = $1`, [draft])).toEqual([])
    expect(done(await end(invited, invitation)).how).toBe('expired')
    await sweep(31)
    expectNotFound(await end(invited, invitation))
  })
})
