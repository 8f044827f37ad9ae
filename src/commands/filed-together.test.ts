import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readPdf } from '#kernel/testing/read-pdf.ts'
import { anotherCitizen, fileTogether, thang } from './testing/co-applicants.ts'
import { done, draftResult, officialAt, walkTo, type Filed } from './testing/story.ts'
import { startTestPlatform, type TestPlatform, type Visitor } from './testing/test-platform.ts'

/** Whoever filed together with the applicant sees the dossier as they do, and does not act in their place. */

let test: TestPlatform
let phuong: Visitor
let together: Visitor
let dossier: Filed

beforeAll(async () => {
  test = await startTestPlatform()
  phuong = await test.as('congdan')
  together = await test.as('doanhnghiep')
  dossier = await fileTogether(test, phuong, together)
  await test.settle()
}, 240_000)
afterAll(() => test.stop())

const see = async (who: Visitor) => done(await who.call('GET', `/services/my/dossiers/${dossier.id}`))
const messagesOf = async (who: Visitor): Promise<string[]> =>
  done(await who.call('GET', '/notification/messages?limit=50'))
    .rows.map((one: { words: { vi: string } }) => one.words.vi)
    .filter((words: string) => words.includes(dossier.code))
const print = async (who: Visitor, form: string) =>
  readPdf(Buffer.from(done(await who.call('GET', `/services/dossiers/${dossier.id}/print/${form}`)) as ArrayBuffer))
    .join(' ')
    .replaceAll(/\s+/g, ' ')
const clerk = () => officialAt(test, dossier.id, 'receive')

describe('a dossier of two', () => {
  it('is followed by both, and each reads who filed it', async () => {
    const [one, other] = [await see(phuong), await see(together)]
    expect(one).toMatchObject({ coApplicants: [thang.name], standing: 'own', canWithdraw: true })
    expect(other).toMatchObject({
      coApplicants: [thang.name],
      standing: 'together',
      canWithdraw: false,
      canRate: false,
    })
    expect(other.history.map((line: { words: { vi: string } }) => line.words.vi)).toContain(
      `Cùng nộp, đã xác nhận: ${thang.name}`,
    )
    // Each reads what they themselves were told, and all else alike.
    expect([one.told, other.told]).toMatchObject([[{ to: 'bi***@example.vn' }], [{ to: 'so***@example.vn' }]])
    expect({ ...other, standing: 'own', canWithdraw: true, told: one.told }).toEqual(one)
    const [mine, theirs] = await Promise.all(
      [phuong, together].map(async (who) => done(await who.call('GET', '/services/my/dossiers')).rows),
    )
    expect(mine.find((row: Filed) => row.id === dossier.id).standing).toBe('own')
    expect(theirs.find((row: Filed) => row.id === dossier.id).standing).toBe('together')
    expect(done(await together.call('GET', `/services/my/dossiers/${dossier.id}/receipt`))).toMatchObject({
      code: dossier.code,
      coApplicants: [thang.name],
    })
    expect(await print(together, 'application')).toContain(thang.name)
  })

  it('is not found by anyone who had no part in it', async () => {
    const { visitor } = await anotherCitizen(test, 40)
    for (const path of ['', '/receipt']) {
      const { status, body } = await visitor.call('GET', `/services/my/dossiers/${dossier.id}${path}`)
      expect([status, body.code]).toEqual([404, 'notFound'])
    }
  })

  it('is looked up with the end of either phone, and of no other', async () => {
    const lookUp = (phoneEnd: string) =>
      test.nobody
        .call('GET', `/services/look-up?code=${dossier.code}&phoneEnd=${phoneEnd}`)
        .then(({ status }) => status)
    expect([await lookUp('0218'), await lookUp('0678'), await lookUp('0679')]).toEqual([200, 200, 404])
  })

  it('opens its papers to both, and both see which official read it', async () => {
    const [paper] = (await see(together)).papers.filter((one: { files: object[] }) => one.files.length > 0)
    for (const who of [phuong, together]) {
      const { status } = await test.platform.app.request(`http://localhost/files/${paper.files[0].id}`, {
        headers: { Authorization: `Bearer ${who.token}` },
      })
      expect(status).toBe(200)
    }
    const official = await clerk()
    expect(done(await official.call('GET', `/services/dossiers/${dossier.id}`)).coApplicants).toEqual([thang.name])
    const found = done(await official.call('GET', '/services/dossiers?view=all&text=ngo+van+thang')).rows
    expect(found.map((row: Filed) => row.id)).toContain(dossier.id)
    const { name } = done(await official.call('GET', '/identity/me'))
    for (const who of [phuong, together]) {
      const { rows } = done(await who.call('GET', '/audit/my-data?limit=50'))
      expect(
        rows.some(
          (row: { who: string; objects: { id: string }[] }) =>
            row.who === name && row.objects.some((object) => object.id === dossier.id),
        ),
      ).toBe(true)
    }
  })

  it('is supplemented and withdrawn by whoever sent it', async () => {
    const path = `/services/my/dossiers/${dossier.id}`
    const refused = [
      await together.call('POST', `${path}/withdrawal`, {}),
      await together.call('PUT', `${path}/supplement`, { post: '' }),
      await together.call('POST', `${path}/supplement/papers`, {
        paper: 'identities',
        fileId: await test.upload(together),
      }),
      await together.call('POST', `${path}/supplement/submission`),
      await together.call('POST', `${path}/rating`, { mark: 5 }),
    ]
    for (const { status, body } of refused) expect([status, body.code]).toEqual([403, 'submitterOnly'])
    expect((await see(phuong)).status).toBe('open')
  })

  it('tells both at every milestone, and gives both the result', async () => {
    await test.settle()
    await walkTo(test, dossier.id, 'check')
    await test.settle()
    for (const who of [phuong, together])
      expect(await messagesOf(who)).toEqual([
        expect.stringContaining('đã được tiếp nhận'),
        expect.stringContaining('đã gửi'),
      ])
    const check = await officialAt(test, dossier.id, 'check')
    const act = { action: 'complete', step: 'check', proposal: 'grant' }
    done(await check.call('POST', `/services/dossiers/${dossier.id}/actions`, { act }))
    const steps = (await see(phuong)).planned.map((one: { step: string }) => one.step)
    expect(steps).toContain('deliver')
    while ((await see(phuong)).status !== 'ended') {
      const { planned } = await see(phuong)
      const { step } = planned.find((one: { isOpen: boolean }) => one.isOpen)
      const official = await officialAt(test, dossier.id, step)
      if (step === 'sign') await draftResult(official, dossier.id)
      const seen = step === 'deliver' ? { receiverSeen: true } : {}
      const act = { action: 'complete', step, ...seen }
      done(await official.call('POST', `/services/dossiers/${dossier.id}/actions`, { act }))
    }
    await test.settle()
    const happy = 'Xin cho biết ông/bà có hài lòng không'
    expect((await messagesOf(phuong)).filter((words) => words.includes(happy))).toHaveLength(1)
    const theirs = await messagesOf(together)
    expect(theirs.filter((words) => words.includes(happy))).toEqual([])
    expect(theirs.filter((words) => words.endsWith('đã trả kết quả.'))).toHaveLength(1)
    for (const who of [phuong, together]) {
      expect(await print(who, 'result')).toContain('Giấy chứng nhận kết hôn'.toUpperCase())
      expect(
        done(await who.call('GET', '/services/my/papers')).map((one: { dossierId: string }) => one.dossierId),
      ).toContain(dossier.id)
    }
    expect(await see(together)).toMatchObject({ outcome: 'granted', canRate: false })
    expect((await see(phuong)).canRate).toBe(true)
  })
})
