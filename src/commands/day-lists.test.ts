import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readPdf } from '#kernel/testing/read-pdf.ts'
import { dateAt } from '#values/plain-date.ts'
import { done, fileDossier, licenceExchange, officialAt, walkTo, type Filed } from './testing/story.ts'
import { startTestPlatform, type TestPlatform, type Visitor } from './testing/test-platform.ts'

/** What lies at a counter in the morning: which results are to be handed out today, and who is expected when. */

let test: TestPlatform
let officer: Visitor
/** Mid-morning of an ordinary Wednesday. */
const now = Date.parse('2026-06-24T09:00:00+07:00')
const today = dateAt(new Date(now))

beforeAll(async () => {
  test = await startTestPlatform({ now: () => new Date(now) })
  officer = await test.as('motcua.tinh')
}, 240_000)
afterAll(() => test.stop())

describe('the results of a day', () => {
  let ready: Filed
  let late: Filed
  let toCome: Filed

  const promise = (id: string, at: string) =>
    test.query(`update services.dossier set promised = $2 where id = $1`, [id, `${at}+07:00`])
  const due = async (asked = '', who = officer) =>
    done(await who.call('GET', `/services/results-due?day=${today}${asked}`)) as {
      rows: { id: string; code: string; isReady: boolean; step: { vi: string } | null }[]
      next?: string
    }

  beforeAll(async () => {
    const citizen = await test.as('congdan')
    ready = await fileDossier(test, citizen, licenceExchange)
    await walkTo(test, ready.id, 'deliver')
    late = await fileDossier(test, citizen, licenceExchange)
    toCome = await fileDossier(test, citizen, licenceExchange)
    for (const { id } of [late, toCome]) await walkTo(test, id, 'appraise')
    await promise(ready.id, '2026-07-20T17:00:00')
    await promise(late.id, '2026-06-22T17:00:00')
    await promise(toCome.id, '2026-06-25T00:00:00')
  }, 120_000)

  it('are what is promised until its midnight, what is late, and what is ready, in the order of what was promised', async () => {
    const { rows } = await due()
    expect(rows.map(({ id }) => id)).toEqual([late.id, ready.id])
    expect(rows).toMatchObject([{ isReady: false, step: { vi: 'Thẩm định hồ sơ' } }, { isReady: true }])
    await promise(toCome.id, '2026-06-24T23:59:59')
    expect((await due()).rows.map(({ id }) => id)).toEqual([late.id, toCome.id, ready.id])
  })

  it('come page by page, none twice and none left out', async () => {
    const seen: string[] = []
    let after = ''
    for (let page = 0; page < 4; page += 1) {
      const { rows, next } = await due(`&limit=1${after}`)
      seen.push(...rows.map(({ id }) => id))
      if (next === undefined) break
      after = `&after=${encodeURIComponent(next)}`
    }
    expect(seen).toEqual([late.id, toCome.id, ready.id])
  })

  it('are printed with where each is, which are late, and room to sign', async () => {
    const pdf = done(await officer.call('GET', `/services/results-due/print?day=${today}`)) as ArrayBuffer
    const text = readPdf(Buffer.from(pdf)).join(' ').replaceAll('\u200b', '').replaceAll(/\s+/g, ' ')
    expect(text).toMatch(new RegExp(`${late.code}.*Thẩm định hồ sơ.*Quá hạn.*${ready.code}.*Có kết quả`))
    expect(text).toContain('trong đó quá hạn 01')
    expect(text).toContain('Ký nhận')
  })

  it('are gone once they are handed out', async () => {
    const counter = await officialAt(test, ready.id, 'deliver')
    const { fees } = done(await counter.call('GET', `/services/dossiers/${ready.id}`))
    for (const { id, paidAt } of fees as { id: string; paidAt: unknown }[])
      if (paidAt === null)
        done(await counter.call('POST', `/services/dossiers/${ready.id}/fees`, { fee: id, method: 'cash' }))
    const act = { action: 'complete', step: 'deliver', receiverSeen: true }
    done(await counter.call('POST', `/services/dossiers/${ready.id}/actions`, { act }))
    expect((await due()).rows.map(({ id }) => id)).toEqual([late.id, toCome.id])
  })

  it('are those of one’s own counter: another one’s name is not found, and a specialist has none', async () => {
    const elsewhere = await test.as('motcua.huyen')
    expect((await due('', elsewhere)).rows).toEqual([])
    const [counter] = await test.query<{ id: string }>(`select id from directory.unit where code = 'TTPVHCC'`)
    const asked = `/services/results-due?day=${today}&counterId=${counter?.id}`
    expect((await elsewhere.call('GET', asked)).status).toBe(404)
    expect((await (await test.as('chuyenvien.gtvt')).call('GET', asked)).status).toBe(403)
  })
})

describe('the appointments of a day', () => {
  const expected = async (day: string, who = officer) => done(await who.call('GET', `/queue/expected?day=${day}`))

  it('say who comes at what time for what, and who is here already', async () => {
    const citizen = await test.as('congdan')
    const bookable = done(await citizen.call('GET', '/queue/bookable')) as { id: string; letter: string }[]
    const serviceId = bookable.find(({ letter }) => letter === 'G')?.id
    const { days } = done(await citizen.call('GET', `/queue/bookable/${serviceId}/slots`))
    const { date, slots } = days[0]
    const booked = done(await citizen.call('POST', '/queue/appointments', { serviceId, at: slots[0].at }))
    expect((await expected(date)).rows).toMatchObject([
      { code: booked.code, state: 'booked', personName: 'Thân Thị Bích Phượng', ticket: null },
    ])
    const head = await test.as('giamdoc.motcua')
    const kiosk = test.withToken(
      done(await head.call('POST', '/queue/devices', { kind: 'kiosk', name: 'Kiosk' })).token,
    )
    expect(date).toBe(today)
    const { code: ticket } = done(await kiosk.call('POST', '/queue/arrivals', { code: booked.code }))
    expect((await expected(date)).rows).toMatchObject([{ state: 'arrived', ticket }])
  })

  it('are no matter of another centre, nor of whoever receives nobody', async () => {
    expect((await (await test.as('motcua.huyen')).call('GET', `/queue/expected?day=${today}`)).body.rows ?? []).toEqual(
      [],
    )
    expect((await (await test.as('chuyenvien.gtvt')).call('GET', `/queue/expected?day=${today}`)).status).toBe(403)
  })
})
