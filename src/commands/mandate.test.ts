import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDays, civil, dateAt } from '#values/plain-date.ts'
import { anotherCitizen, housePermit, thang } from './testing/co-applicants.ts'
import { done, fileDossier, licenceExchange, submit, writeDraft, type Filed } from './testing/story.ts'
import { startTestPlatform, type TestPlatform, type Visitor } from './testing/test-platform.ts'

/** One citizen lets another act for them: exactly what was let, until it is withdrawn, and both names stand in the books. */

let test: TestPlatform
let giver: Visitor
let holder: Visitor
let giverId: string
let own: Filed

const inAMonth = addDays(dateAt(new Date()), 30)

beforeAll(async () => {
  test = await startTestPlatform()
  giver = await test.as('congdan')
  holder = await test.as('doanhnghiep')
  giverId = done(await giver.call('GET', '/identity/me')).person
  own = await fileDossier(test, giver, licenceExchange)
}, 240_000)
afterAll(() => test.stop())

const give = (more: object = {}, who = giver) =>
  who.call('POST', '/directory/mandates', {
    holderName: thang.name,
    holderNumber: thang.personalId,
    may: ['file'],
    until: inAMonth,
    ...more,
  })
const accept = (id: string, who = holder) => who.call('POST', `/directory/mandates/${id}/answer`, { accept: true })
const end = (id: string, who = giver) => who.call('POST', `/directory/mandates/${id}/end`, {})
const isListed = async (who: Visitor, id: string) =>
  (done(await who.call('GET', '/services/my/dossiers?limit=100')).rows as Filed[]).some((row) => row.id === id)
const opens = async (who: Visitor, id: string) => (await who.call('GET', `/services/my/dossiers/${id}`)).status === 200
const given = async (more: object = {}) => {
  const { id } = done(await give(more)) as { id: string }
  done(await accept(id))
  return id
}

describe('who is let file for another', () => {
  let mandate: string
  let filed: Filed

  it('may not before they accept, and only whose number and name it is can accept', async () => {
    const wrong = done(await give({ holderName: 'Ngô Văn Thăng Long' })).id as string
    expect((await accept(wrong)).status).toBe(404)
    done(await end(wrong))
    mandate = done(await give({ procedures: [licenceExchange] })).id as string
    await test.settle()
    const told = done(await holder.call('GET', '/notification/messages')).rows[0]
    expect(told.words.vi).toMatch(/Thân Thị Bích Phượng nhờ ông\/bà làm thủ tục thay/)
    expect(done(await holder.call('GET', '/directory/mandates')).held).toMatchObject([
      { id: mandate, name: 'Thân Thị Bích Phượng', state: 'waiting' },
    ])
    expect(await holder.call('POST', '/services/drafts', { code: licenceExchange, onBehalfOf: giverId })).toMatchObject(
      { status: 403, body: { code: 'notLetDo' } },
    )
    expect((await accept(mandate, giver)).status).toBe(404)
    done(await accept(mandate))
  })

  it('files in their name: it is theirs, both see it, and its history names both', async () => {
    filed = await submit(holder, await writeDraft(test, holder, licenceExchange, { onBehalfOf: giverId }))
    const seen = done(await holder.call('GET', `/services/my/dossiers/${filed.id}`))
    expect(seen).toMatchObject({ applicantName: 'Thân Thị Bích Phượng', standing: 'acts', canWithdraw: true })
    expect(done(await giver.call('GET', `/services/my/dossiers/${filed.id}`))).toMatchObject({ standing: 'own' })
    expect(
      await test.query(
        `select actor_name as who, on_behalf_of as whom from services.dossier_event where dossier_id = $1 and kind = 'filed'`,
        [filed.id],
      ),
    ).toEqual([{ who: 'Ngô Văn Thắng', whom: 'Thân Thị Bích Phượng' }])
  })

  it('and each reading stands in the trail with both names, where the one whose data it is sees it', async () => {
    const trail = await test.query<{ behalf: string }>(
      `select on_behalf as behalf from audit.entry where operation = 'services.getMyDossier' and actor_name = 'Ngô Văn Thắng'`,
    )
    expect(trail).toEqual([{ behalf: 'Thân Thị Bích Phượng' }])
    const readers = done(await giver.call('GET', '/audit/my-data')).rows as { who: string; kind: string }[]
    expect(readers.filter(({ who, kind }) => who === 'Ngô Văn Thắng' && kind === 'read').length).toBeGreaterThan(0)
  })

  it('but sees nothing else of theirs, and files nothing else', async () => {
    expect([await isListed(holder, own.id), await opens(holder, own.id)]).toEqual([false, false])
    expect((await holder.call('POST', '/services/drafts', { code: housePermit, onBehalfOf: giverId })).status).toBe(403)
  })

  it('and at the moment it is withdrawn sees neither dossier nor draft any more', async () => {
    const draft = await writeDraft(test, holder, licenceExchange, { onBehalfOf: giverId, papers: false })
    done(await end(mandate))
    expect([await isListed(holder, filed.id), await opens(holder, filed.id)]).toEqual([false, false])
    expect((await holder.call('GET', `/services/drafts/${draft}`)).status).toBe(404)
    expect((await holder.call('POST', `/services/drafts/${draft}/submission`, { declared: true })).status).toBe(404)
    expect(await isListed(giver, filed.id)).toBe(true)
  })
})

describe('who is let follow', () => {
  it('reads everything of the procedures named and does nothing', async () => {
    const id = await given({ may: ['follow'], procedures: [licenceExchange] })
    expect(done(await holder.call('GET', `/services/my/dossiers/${own.id}`))).toMatchObject({
      standing: 'follows',
      canWithdraw: false,
    })
    expect(
      (await holder.call('POST', `/services/my/dossiers/${own.id}/withdrawal`, { reason: 'không làm nữa' })).body.code,
    ).toBe('notLetDo')
    const [paper] = await test.query<{ id: string }>(
      `select file_id as id from services.dossier_paper where dossier_id = $1 limit 1`,
      [own.id],
    )
    const file = async () =>
      (
        await test.platform.app.request(`http://localhost/files/${paper?.id}`, {
          headers: { Authorization: `Bearer ${holder.token}` },
        })
      ).status
    expect(await file()).toBe(200)
    done(await end(id, holder))
    expect([await opens(holder, own.id), await file()]).toEqual([false, 404])
  })

  it('passes nothing on, and hears nothing of other procedures', async () => {
    const id = await given({ may: ['follow'], procedures: [housePermit] })
    expect(await opens(holder, own.id)).toBe(false)
    done(await end(id))
    const all = await given({ may: ['follow', 'file', 'receive'] })
    const third = await anotherCitizen(test, 3)
    await test.query(`update identity.account set assurance = 2 where person_id = $1`, [third.id])
    const onward = done(
      await give({ holderName: third.named.name, holderNumber: third.named.personalId, may: ['follow'] }, holder),
    ).id as string
    const thirdOne = await test.asAccount({
      id: (await test.query<{ id: string }>(`select id from identity.account where person_id = $1`, [third.id]))[0]!.id,
      kind: 'citizen',
    })
    done(await accept(onward, thirdOne))
    expect(await opens(holder, own.id)).toBe(true)
    expect(await opens(thirdOne, own.id)).toBe(false)
    done(await end(all))
  })

  it('or only receives: sees what has come to its end', async () => {
    const id = await given({ may: ['receive'] })
    expect(await opens(holder, own.id)).toBe(false)
    const [ended] = await test.query<{ id: string }>(
      `update services.dossier set finished_at = now() where id = $1 returning id`,
      [own.id],
    )
    expect(await opens(holder, ended!.id)).toBe(true)
    done(await end(id))
  })
})

describe('in the name of an enterprise', () => {
  const notice = '2.000033'

  it('its representative files, those see it whom the representative lets, and all of them only as long as that holds', async () => {
    const { enterprises } = done(await holder.call('GET', '/directory/mandates'))
    const [{ id: enterprise, name }] = enterprises
    expect(done(await holder.call('GET', `/services/my/represented?code=${notice}`))).toEqual([
      { id: enterprise, name },
    ])
    expect(done(await holder.call('GET', `/services/my/represented?code=${licenceExchange}`))).toEqual([])
    const filed = await submit(holder, await writeDraft(test, holder, notice, { onBehalfOf: enterprise }))
    expect(done(await holder.call('GET', `/services/my/dossiers/${filed.id}`))).toMatchObject({ standing: 'acts' })
    const named = { holderName: 'Thân Thị Bích Phượng', holderNumber: '024168009123', enterpriseId: enterprise }
    expect((await give({ ...named, holderName: thang.name, holderNumber: thang.personalId })).status).toBe(404)
    const { id } = done(await give({ ...named, may: ['follow'] }, holder))
    expect(await opens(giver, filed.id)).toBe(false)
    done(await accept(id, giver))
    expect(await opens(giver, filed.id)).toBe(true)
    await test.query(`update directory.representative set valid_to = current_date where enterprise_id = $1`, [
      enterprise,
    ])
    await test.query(`select pg_notify('rights_changed', '')`)
    await expect.poll(() => opens(giver, filed.id)).toBe(false)
    expect([await opens(holder, filed.id), await isListed(holder, filed.id)]).toEqual([false, false])
  })
})

describe('an authorisation', () => {
  it('is neither given nor accepted by an account that anybody could have opened', async () => {
    const card = { fullName: 'Đồng Thị Ba', personalId: '024155000333', birthDate: '1960-07-08' }
    const { token } = done(
      await test.nobody.call('POST', '/identity/register', {
        ...card,
        phone: '0912000999',
        password: 'cau nho ben bo song',
      }),
    )
    const call = (method: string, path: string, body?: unknown) =>
      test.nobody.call(method, path, body, { Authorization: `Bearer ${token}` })
    const body = { holderName: thang.name, holderNumber: thang.personalId, may: ['file'], until: inAMonth }
    expect((await call('POST', '/directory/mandates', body)).body.code).toBe('sureOnly')
    const id = done(await give({ holderName: card.fullName, holderNumber: card.personalId })).id as string
    expect(done(await call('GET', '/directory/mandates')).held).toEqual([])
    expect((await call('POST', `/directory/mandates/${id}/answer`, { accept: true })).body.code).toBe('sureOnly')
  })

  it('needs another person and a day ahead, and counts to the end of that day', async () => {
    expect((await give({ holderNumber: '024168009123' })).body.code).toBe('toSelf')
    expect((await give({ until: dateAt(new Date()) })).body.code).toBe('tooLong')
    expect((await give({ until: civil('2099-01-01') })).body.code).toBe('tooLong')
    const id = await given({ may: ['follow'] })
    await test.query(
      `update directory.mandate set valid_from = current_date - 2, valid_to = current_date where id = $1`,
      [id],
    )
    await test.query(`select pg_notify('rights_changed', '')`)
    await expect.poll(() => opens(holder, own.id)).toBe(false)
  })
})

describe('a guardian', () => {
  it('is recorded by an officer with the document in hand, for a minor until the day before they are 18', async () => {
    const counter = await test.as('motcua.tinh')
    const born = civil(`${new Date().getFullYear() - 10}-05-06`)
    const ward = { fullName: 'Đồng Thị Thảo', personalId: '024316000001', birthDate: born }
    const guardian = { fullName: 'Thân Thị Bích Phượng', personalId: '024168009123', birthDate: '1968-08-14' }
    const lastDay = civil(`${new Date().getFullYear() + 8}-05-05`)
    const record = (more: object = {}, who = counter) =>
      who.call('POST', '/directory/guardians', {
        ward,
        guardian,
        until: lastDay,
        document: 'Giấy khai sinh 12/2016',
        ...more,
      })
    expect((await record({}, giver)).status).toBe(403)
    expect((await record({ until: addDays(lastDay, 1) })).body.code).toBe('guardianTooLong')
    expect((await record({ guardian: { ...guardian, fullName: 'Thân Thị Bích Hường' } })).body.code).toBe(
      'otherThanKnown',
    )
    done(await record())
    const { held } = done(await giver.call('GET', '/directory/mandates'))
    expect(held).toMatchObject([
      { kind: 'guardian', name: ward.fullName, state: 'accepted' },
      { kind: 'authorised', name: thang.name, state: 'over' },
    ])
    const child = done(await giver.call('GET', `/services/my/represented?code=${licenceExchange}`))[0] as { id: string }
    const filed = await submit(giver, await writeDraft(test, giver, licenceExchange, { onBehalfOf: child.id }))
    expect(done(await giver.call('GET', `/services/my/dossiers/${filed.id}`)).applicantName).toBe(ward.fullName)
    expect((await end(held[0].id as string)).status).toBe(404)
    const numbers = { wardNumber: ward.personalId, guardianNumber: guardian.personalId }
    done(await counter.call('POST', '/directory/guardians/end', { ...numbers, document: 'QĐ 15/2027' }))
    expect(await opens(giver, filed.id)).toBe(false)
  })
})
