import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDays, dateAt, weekdayOf } from '#values/plain-date.ts'
import { done, fileDossier, licenceExchange, officialAt, submit, walkTo, writeDraft } from './testing/story.ts'
import { startTestPlatform, type TestPlatform, type Visitor } from './testing/test-platform.ts'

/** What the public postal service carries: a result to the door, papers to the counter. */

let test: TestPlatform
let citizen: Visitor
let counter: Visitor

beforeAll(async () => {
  test = await startTestPlatform()
  citizen = await test.as('congdan')
  counter = await officialAt(test, (await fileDossier(test, citizen, licenceExchange)).id, 'receive')
}, 240_000)
afterAll(() => test.stop())

const home = 'Thôn Hạ, xã Tân Mỹ'

/** A paid result that is ready and asked for by post. */
async function readyToPost({ isPaid = true } = {}): Promise<string> {
  const otherwise = { receiveBy: 'post', postAddress: home }
  const { id } = await submit(citizen, await writeDraft(test, citizen, licenceExchange, { otherwise }))
  await walkTo(test, id, 'deliver')
  if (isPaid) done(await counter.call('POST', `/services/dossiers/${id}/fees`, { fee: 'fee', method: 'cash' }))
  return id
}

const readyRow = async (id: string) =>
  done(await counter.call('GET', '/services/postal-orders/ready')).find(
    (one: { dossierId: string }) => one.dossierId === id,
  )

async function give(id: string, trackingNumber = 'RA123456785VN') {
  const { dossierId, revision, step } = await readyRow(id)
  return counter.call('POST', '/services/postal-lists', {
    results: [{ dossierId, revision, step, trackingNumber }],
    orders: [],
  })
}

const orderOf = async (id: string) => done(await citizen.call('GET', `/services/my/dossiers/${id}/post`)).orders.at(-1)
const report = async (id: string, body: object, who = counter) =>
  who.call('POST', `/services/postal-orders/${(await orderOf(id)).id}/report`, { report: body })
const historyOf = async (id: string): Promise<string[]> =>
  done(await citizen.call('GET', `/services/my/dossiers/${id}`)).history.map(
    (line: { words: { vi: string } }) => line.words.vi,
  )

describe('a result by post', () => {
  it('is given on a numbered list, ends the counter’s work, and is followed until it is delivered', async () => {
    const id = await readyToPost()
    expect(await readyRow(id)).toMatchObject({ recipient: expect.any(String), address: home, isPaid: true })
    const list = done(await give(id))
    expect(list).toMatchObject({ listNumber: expect.stringMatching(/^\d{4}\/\d{4}$/), count: 1 })
    expect(await readyRow(id)).toBeUndefined()
    expect(await orderOf(id)).toMatchObject({ state: 'with-post', trackingNumber: 'RA123456785VN', address: home })
    expect(done(await citizen.call('GET', `/services/my/dossiers/${id}`))).toMatchObject({ status: 'ended' })
    done(await report(id, { state: 'done' }))
    expect(await orderOf(id)).toMatchObject({ state: 'done' })
    expect(await historyOf(id)).toContain('Đã giao kết quả cho bưu điện, số hiệu RA123456785VN')
    expect((await historyOf(id)).at(-1)).toBe('Bưu điện đã phát kết quả')
    expect((await report(id, { state: 'returned', reason: 'Không có nhà' })).status).toBe(409)
  })

  it('that came back goes once more under another number, or is given to whoever comes and shows who they are', async () => {
    const id = await readyToPost()
    done(await give(id))
    done(await report(id, { state: 'returned', reason: 'Không có người nhận' }))
    expect(await historyOf(id)).toContain('Bưu điện chuyển hoàn kết quả: Không có người nhận. Kết quả giữ tại quầy')
    const again = { id: (await orderOf(id)).id, trackingNumber: 'RA987654321VN' }
    done(await counter.call('POST', '/services/postal-lists', { results: [], orders: [again] }))
    expect(await orderOf(id)).toMatchObject({ state: 'with-post', trackingNumber: 'RA987654321VN' })
    done(await report(id, { state: 'returned', reason: 'Không có người nhận' }))
    expect((await report(id, { state: 'fetched' })).status).toBe(422)
    done(await report(id, { state: 'fetched', receiverSeen: true }))
    expect(await orderOf(id)).toMatchObject({ state: 'fetched' })
  })

  it('does not leave before its fee is paid, nor when it was changed since it was listed; then nothing of the list goes', async () => {
    const [unpaid, paid] = [await readyToPost({ isPaid: false }), await readyToPost()]
    expect(await readyRow(unpaid)).toMatchObject({ isPaid: false })
    const rows = [await readyRow(paid), await readyRow(unpaid)]
    const results = rows.map(({ dossierId, revision, step }) => ({ dossierId, revision, step }))
    expect((await counter.call('POST', '/services/postal-lists', { results, orders: [] })).status).toBe(409)
    const [{ revision }] = results as [(typeof results)[number]]
    const stale = [{ ...results[0], revision: revision - 1 }]
    expect((await counter.call('POST', '/services/postal-lists', { results: stale, orders: [] })).status).toBe(409)
    expect(await readyRow(paid)).toBeDefined()
    expect(await orderOf(paid)).toBeUndefined()
  })

  it('that was revoked before it left leaves no more', async () => {
    const id = await readyToPost()
    const { dossierId, revision, step } = await readyRow(id)
    const head = await test.as('giamdoc.gtvt')
    const revoked = done(
      await head.call('POST', `/services/dossiers/${id}/result/revocation`, { reason: 'Cấp nhầm hạng giấy phép' }),
    )
    expect(await readyRow(id)).toBeUndefined()
    for (const seen of [revision, revoked.revision]) {
      const results = [{ dossierId, revision: seen, step }]
      expect((await counter.call('POST', '/services/postal-lists', { results, orders: [] })).status).toBe(409)
    }
    expect(await orderOf(id)).toBeUndefined()
  })

  it('prints a list that the post signs, and tells nobody without the right where it goes', async () => {
    const id = await readyToPost()
    const { listId } = done(await give(id))
    const printed = await counter.call('GET', `/services/postal-lists/${listId}/print`)
    expect(printed.status).toBe(200)
    const other = await test.as('motcua.huyen')
    expect((await other.call('GET', `/services/postal-lists/${listId}/print`)).status).toBe(404)
    expect((await report(id, { state: 'done' }, other)).status).toBe(404)
    const { rows } = done(await other.call('GET', '/services/postal-orders'))
    expect(rows.map((row: { dossierId: string }) => row.dossierId)).not.toContain(id)
    expect((await (await test.as('doanhnghiep')).call('GET', `/services/my/dossiers/${id}/post`)).status).toBe(404)
  })
})

describe('papers by post', () => {
  const wishFor = async (id: string) => {
    const { days } = done(await citizen.call('GET', `/services/my/dossiers/${id}/post`))
    return { address: home, phone: '0979000218', on: days[0] }
  }
  const ask = (id: string, wish: object) => citizen.call('POST', `/services/my/dossiers/${id}/pick-up`, wish)

  it('are asked for on a day when the post comes, told to the post, and arrive at the counter', async () => {
    const { id } = await fileDossier(test, citizen, licenceExchange)
    const wish = await wishFor(id)
    const today = dateAt(new Date())
    const sunday = [1, 2, 3, 4, 5, 6, 7].map((days) => addDays(today, days)).find((day) => weekdayOf(day) === 7)
    for (const on of [today, sunday, addDays(today, 30)]) expect((await ask(id, { ...wish, on })).status).toBe(422)
    done(await ask(id, wish))
    expect((await ask(id, wish)).status).toBe(409)
    done(
      await counter.call('POST', '/services/postal-lists', { results: [], orders: [{ id: (await orderOf(id)).id }] }),
    )
    expect((await citizen.call('DELETE', `/services/my/dossiers/${id}/pick-up`)).status).toBe(409)
    expect((await report(id, { state: 'fetched', receiverSeen: true })).status).toBe(409)
    done(await report(id, { state: 'done' }))
    expect(await orderOf(id)).toMatchObject({ kind: 'pick-up', state: 'done', wantedOn: wish.on })
  })

  it('are not fetched any more once the dossier is withdrawn, and are on a list once', async () => {
    const { id } = await fileDossier(test, citizen, licenceExchange)
    done(await ask(id, await wishFor(id)))
    const order = { id: (await orderOf(id)).id }
    expect((await counter.call('POST', '/services/postal-lists', { results: [], orders: [order, order] })).status).toBe(
      409,
    )
    done(await citizen.call('POST', `/services/my/dossiers/${id}/withdrawal`, {}))
    expect(await orderOf(id)).toMatchObject({ state: 'cancelled' })
    expect(await historyOf(id)).toContain('Không nhờ bưu điện đến nhận giấy tờ nữa')
    expect((await counter.call('POST', '/services/postal-lists', { results: [], orders: [order] })).status).toBe(409)
    const { rows } = done(await counter.call('GET', '/services/postal-orders'))
    expect(rows.map((row: { id: string }) => row.id)).not.toContain(order.id)
  })

  it('that could not be collected are the citizen’s to ask for anew; a dossier with its result takes none', async () => {
    const { id } = await fileDossier(test, citizen, licenceExchange)
    const wish = await wishFor(id)
    done(await ask(id, wish))
    done(await citizen.call('DELETE', `/services/my/dossiers/${id}/pick-up`))
    done(await ask(id, wish))
    expect((await orderOf(id)).state).toBe('asked')
    const ready = await readyToPost()
    expect(done(await citizen.call('GET', `/services/my/dossiers/${ready}/post`)).days).toEqual([])
    expect((await ask(ready, wish)).status).toBe(409)
  })
})
