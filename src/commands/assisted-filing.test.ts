import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { requiredPapers } from '#engines/forms/contract.ts'
import { answersTo, completeProcedureOf, done, licenceExchange, openTasksOf, walkTo } from './testing/story.ts'
import { startTestPlatform, type TestPlatform, type Visitor } from './testing/test-platform.ts'

/** An officer of a commune helps people to file online what the province receives: theirs in every way, and it shows who helped. */

let test: TestPlatform
let commune: Visitor
let citizen: Visitor
let filed: { id: string; code: string; lookUpUrl: string }

const code = licenceExchange
const helper = 'Bộ phận Một cửa xã Nghĩa Hưng'
const known = { fullName: 'Thân Thị Bích Phượng', personalId: '024168009123', phone: '0979000218' }
const unknown = { fullName: 'Giáp Văn Sáu', personalId: '024055000777', phone: '0355123987' }

async function application(of = code) {
  const procedure = completeProcedureOf(of)
  const answers = await answersTo(test, procedure)
  const papers: { paper: string; fileIds: string[] }[] = []
  for (const paper of requiredPapers(procedure.papers, answers))
    papers.push({ paper: paper.id, fileIds: [await test.upload(commune)] })
  return { answers, papers }
}

const help = (body: Record<string, unknown>, of = code) =>
  commune.call('POST', `/services/assisted-filings/${of}`, body)

beforeAll(async () => {
  test = await startTestPlatform()
  commune = await test.as('motcua.xa')
  citizen = await test.as('congdan')
  filed = done(await help({ ...(await application()), applicant: known, confirmed: 'screen' }))
}, 240_000)
afterAll(() => test.stop())

describe('an application filed with help', () => {
  it('is prepared at a counter of any tier, with the papers of the procedure and no counter to receive it yet', async () => {
    expect((await commune.call('GET', `/services/reception/${code}`)).body).toMatchObject({ code: 'notHere' })
    const prepared = done(await commune.call('GET', `/services/reception/${code}?channel=online`))
    expect(prepared.counter.name).toBe(helper)
    expect(prepared.papers.map((paper: { id: string }) => paper.id)).toContain('health')
    expect(prepared.papers.find((paper: { id: string }) => paper.id === 'health').when).toMatchObject({
      field: 'classes',
    })
  })

  it('is online, waits at the counter of its place and is not received by whoever helped', async () => {
    const [dossier] = await test.query<{
      channel: string
      received: string | null
      receiver: string
      submitter: boolean
    }>(
      `select d.channel, d.received_at as received, u.code as receiver, d.submitter_id = d.applicant_id as submitter
        from services.dossier d join directory.unit u on u.id = d.receiver_id where d.id = $1`,
      [filed.id],
    )
    expect(dossier).toEqual({ channel: 'online', received: null, receiver: 'TTPVHCC', submitter: true })
    expect((await openTasksOf(test, filed.id)).map((task) => task.step)).toEqual(['receive'])
    expect(
      (
        await commune.call('POST', `/services/dossiers/${filed.id}/actions`, {
          act: { action: 'complete', step: 'receive' },
        })
      ).status,
    ).toBe(403)
  })

  it('stands on the page of the citizen who has an account, who can withdraw it like any other', async () => {
    const own = done(await citizen.call('GET', '/services/my/dossiers'))
    expect(own.rows.map((row: { id: string }) => row.id)).toContain(filed.id)
    const followed = done(await citizen.call('GET', `/services/my/dossiers/${filed.id}`))
    expect(followed.canWithdraw).toBe(true)
    const lines = followed.history.map((line: { words: { vi: string } }) => line.words.vi).join('\n')
    expect(lines).toMatch(/Gửi trên mạng, được giúp tại /)
    expect(lines).not.toContain('Người nộp gửi')
    expect(lines).toContain(`${helper}, hỗ trợ nộp; người nộp đọc lời cam đoan trên màn hình`)
  })

  it('says who helped on the dossier, to the counter that helped and to the one that receives', async () => {
    const receiver = await test.as('motcua.tinh')
    for (const who of [commune, receiver]) {
      const seen = done(await who.call('GET', `/services/dossiers/${filed.id}`))
      expect(seen.assistedBy).toMatchObject({ unitName: helper })
    }
    const why = done(await commune.call('GET', `/services/dossiers/${filed.id}/access`))
    expect(why.words.vi).toContain('hỗ trợ người dân nộp')
    expect((await (await test.as('motcua.huyen')).call('GET', `/services/dossiers/${filed.id}`)).status).toBe(404)
  })

  it('is looked up with the code and the phone by a citizen without an account', async () => {
    const receipt = done(await help({ ...(await application()), applicant: unknown, confirmed: 'print' }))
    expect(receipt.lookUpUrl).toContain(receipt.code)
    const found = await test.nobody.call('GET', `/services/look-up?code=${receipt.code}&phoneEnd=3987`)
    expect(done(found)).toMatchObject({ code: receipt.code })
  })

  it('has its fee taken where it is received, not by whoever helped', async () => {
    const { fees } = done(await commune.call('GET', `/services/dossiers/${filed.id}`))
    const pay = (who: Visitor) =>
      who.call('POST', `/services/dossiers/${filed.id}/fees`, { fee: fees[0].id, method: 'cash' })
    expect((await pay(commune)).body).toMatchObject({ code: 'feeElsewhere' })
    expect(done(await pay(await test.as('motcua.tinh'))).receiptNumber).toBeTruthy()
  })

  it('is counted among those online once its counter has taken it in, and by itself', async () => {
    const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10)
    const figures = async () =>
      done(await test.nobody.call('GET', `/services/figures?by=procedure&from=${today}&to=${today}`)).total
    const before = await figures()
    await walkTo(test, filed.id, 'appraise')
    const after = await figures()
    for (const counted of ['received', 'online', 'assisted'] as const) expect(after[counted]).toBe(before[counted] + 1)
  })
})

describe('help to file is refused', () => {
  it.each([
    ['without the confirmed declaration', { confirmed: undefined }, 422, 'mustDeclare'],
    ['without a phone', { applicant: { ...unknown, phone: undefined } }, 422, 'invalidInput'],
    ['without its papers', { papers: [] }, 422, 'incomplete'],
    ['without answers', { answers: {} }, 422, 'incomplete'],
    [
      'from a counter that is not the officer’s',
      { counterId: '019b0000-0000-7000-8000-000000000000' },
      404,
      'notFound',
    ],
    [
      'under the number of somebody with another name',
      { applicant: { ...unknown, personalId: known.personalId } },
      422,
      'otherPerson',
    ],
    [
      'with a field that is nobody’s to set',
      { submitterId: '019b0000-0000-7000-8000-000000000000' },
      422,
      'invalidInput',
    ],
  ] as const)('%s', async (_how, more, status, problem) => {
    const before = await test.query('select id from services.dossier')
    const refused = await help({ ...(await application()), applicant: unknown, confirmed: 'screen', ...more })
    expect([refused.status, refused.body.code]).toEqual([status, problem])
    expect(await test.query('select id from services.dossier')).toHaveLength(before.length)
  })

  it('where the place has to be chosen and is not, and filed once it is', async () => {
    const birth = '1.001193'
    const whole = { ...(await application(birth)), applicant: unknown, confirmed: 'screen' }
    const refused = await help(whole, birth)
    expect(refused.body.places.map((place: { path: string }) => place.path)).toEqual(['place'])
    const receipt = done(await help({ ...whole, place: '07381' }, birth))
    expect(receipt.receiverName).toBe(helper)
  })

  it('to whoever works at no counter', async () => {
    const specialist = await test.as('chuyenvien.gtvt')
    const body = { ...(await application()), applicant: unknown, confirmed: 'screen' }
    expect((await specialist.call('POST', `/services/assisted-filings/${code}`, body)).status).toBe(403)
    expect((await citizen.call('POST', `/services/assisted-filings/${code}`, body)).status).toBe(403)
  })
})
