import { createHash } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startPaymentPlatform, type SimulatedPaymentPlatform } from '#sandbox/payment-platform/payment-platform.ts'
import { secret, statementOf } from '#sandbox/payment-platform/ledger.ts'
import type { PayingParts } from '#engines/payments/index.ts'
import { createChance } from '../demo/random.ts'
import { deliver, owe, payingDone, payingParts } from './testing/payments.ts'
import { done } from './testing/story.ts'
import { startTestPlatform, type TestPlatform, type Visitor } from './testing/test-platform.ts'

/** Every ending of a payment by the national platform: none is lost, none is taken twice. */

const minute = 60_000
let bank: SimulatedPaymentPlatform
let test: TestPlatform
let account: { id: string; kind: 'citizen' }
let parts: PayingParts
let ahead = 0

beforeAll(async () => {
  bank = await startPaymentPlatform(0, 'http://localhost')
  test = await startTestPlatform({ environment: bank.variables, now: () => new Date(Date.now() + ahead) })
  const [found] = await test.query<{ id: string }>(`select id from identity.account where login = 'congdan'`)
  account = { id: found?.id ?? '', kind: 'citizen' }
  parts = payingParts(test, bank.variables)
}, 240_000)
afterAll(async () => {
  await test.stop()
  await bank.close()
})

/** The payer, in a session of now: days go by in these stories. */
const payer = (): Promise<Visitor> => test.asAccount(account)

const orderOf = async (id: string) => done(await (await payer()).call('GET', `/payments/orders/${id}`))

/** Begins a payment and answers what it is called there, once the platform knows of it. */
async function pay(id: string): Promise<string> {
  const { reference } = done(await (await payer()).call('POST', `/payments/orders/${id}/attempts`))
  await payingDone(parts)
  return reference
}

/** The same in another browser after a while: a second attempt of the same order. */
async function payAgain(id: string): Promise<string> {
  await test.query(`update payments.attempt set started_at = started_at - interval '20 minutes' where order_id = $1`, [
    id,
  ])
  return pay(id)
}

/** A message with another value, as the platform itself would sign it. */
const signed = ({ MaXacThuc: _old, ...said }: Record<string, string>) => ({
  ...said,
  MaXacThuc: createHash('sha256')
    .update([...Object.values(said), secret].join('|'))
    .digest('hex'),
})

const receiptsOf = (id: string) => test.query(`select number from payments.receipt where order_id = $1`, [id])

describe('a payment by the national platform', () => {
  it('that is paid gives one receipt, however often the platform says so at once', async () => {
    const { id } = await owe(test)
    const reference = await pay(id)
    expect(await orderOf(id)).toMatchObject({
      state: 'due',
      canPayOnline: true,
      attempt: { state: 'pending', pageUrl: `${bank.url}/tra/${reference}` },
    })
    const said = await bank.end(reference, 'paid', false)
    const answers = await Promise.all(Array.from({ length: 6 }, () => deliver(test, said)))
    expect(answers).toEqual(Array.from({ length: 6 }, () => 200))
    expect(await orderOf(id)).toMatchObject({
      state: 'paid',
      receipt: { amount: 200_000, payerName: 'Thân Thị Bích Phượng', amountInWords: { vi: 'Hai trăm nghìn đồng' } },
      refunds: [],
    })
    expect(await receiptsOf(id)).toHaveLength(1)
    expect((await (await payer()).call('POST', `/payments/orders/${id}/attempts`)).body.code).toBe('notDue')
  })

  it('goes on with the same page when it is begun twice within minutes', async () => {
    const { id } = await owe(test)
    const known = bank.payments.size
    expect(await pay(id)).toBe(await pay(id))
    expect(bank.payments.size).toBe(known + 1)
  })

  it('that was cancelled is owed still, and can be made anew', async () => {
    const { id } = await owe(test)
    expect(await deliver(test, await bank.end(await pay(id), 'cancelled', false))).toBe(200)
    expect(await orderOf(id)).toMatchObject({
      state: 'due',
      attempt: { state: 'failed', isGivenUp: false },
      receipt: null,
    })
    expect(await deliver(test, await bank.end(await pay(id), 'paid', false))).toBe(200)
    expect(await orderOf(id)).toMatchObject({ state: 'paid', attempt: { state: 'paid' } })
  })

  it('of which two attempts were paid counts once; the second goes back', async () => {
    const { id } = await owe(test)
    const [first, second] = [await pay(id), await payAgain(id)]
    expect(first).not.toBe(second)
    await deliver(test, await bank.end(second, 'paid', false))
    await deliver(test, await bank.end(first, 'paid', false))
    const order = await orderOf(id)
    expect(order.refunds).toMatchObject([{ cause: 'paid-twice', amount: 200_000, returnedAt: null }])
    expect(await receiptsOf(id)).toHaveLength(1)
  })

  it('that the bank took twice within one attempt goes back once', async () => {
    const { id } = await owe(test)
    const reference = await pay(id)
    const first = await bank.end(reference, 'paid', false)
    const second = await bank.end(reference, 'paid', false)
    for (const said of [first, second, second, first]) await deliver(test, said)
    expect((await orderOf(id)).refunds).toMatchObject([{ cause: 'charged-twice', amount: 200_000 }])
    expect(await receiptsOf(id)).toHaveLength(1)
  })

  it('whose callback was lost is found by asking, half an hour later and no sooner', async () => {
    const { id } = await owe(test)
    await bank.end(await pay(id), 'lost')
    await payingDone(parts)
    expect((await orderOf(id)).state).toBe('due')
    ahead += 31 * minute
    await payingDone(parts)
    expect(await orderOf(id)).toMatchObject({ state: 'paid', receipt: { amount: 200_000 } })
  })

  it('is asked about at once when its payer comes back from the page of payment', async () => {
    const { id } = await owe(test)
    const reference = await pay(id)
    await bank.end(reference, 'lost')
    ahead += minute
    expect(done(await (await payer()).call('POST', `/payments/returns/${reference}`))).toEqual({ id })
    await payingDone(parts)
    expect((await orderOf(id)).state).toBe('paid')
    expect((await (await test.as('doanhnghiep')).call('POST', `/payments/returns/${reference}`)).status).toBe(404)
  })

  it('that the bank answers after a day counts, as long as it is asked about and also when it says so by itself later', async () => {
    const { id } = await owe(test)
    const reference = await pay(id)
    for (const hours of [1, 3, 6, 12]) {
      ahead += hours * 60 * minute
      await payingDone(parts)
    }
    expect(await orderOf(id)).toMatchObject({ state: 'due', attempt: { state: 'pending' } })
    ahead += 4 * 24 * 60 * minute
    await payingDone(parts)
    expect(await orderOf(id)).toMatchObject({ state: 'due', attempt: { state: 'failed' } })
    await deliver(test, await bank.end(reference, 'paid', false))
    expect((await orderOf(id)).state).toBe('paid')
  })

  it('that was given up after three days counts once the statement has it: the platform is asked again, and only its own word counts', async () => {
    const [paid, forged] = [await owe(test), await owe(test)]
    const [reference, unpaid] = [await pay(paid.id), await pay(forged.id)]
    ahead += 4 * 24 * 60 * minute
    await payingDone(parts)
    expect((await orderOf(paid.id)).attempt).toMatchObject({ state: 'failed', isGivenUp: true })
    await bank.end(reference, 'lost')
    const content = `${statementOf(bank.payments.values())}${unpaid},GD-GIA,200000,20261127120000\n`
    const accountant = await test.as('ketoan.tinh')
    done(await accountant.call('POST', '/payments/statements', { content }))
    await payingDone(parts)
    expect(await orderOf(paid.id)).toMatchObject({ state: 'paid', receipt: { amount: 200_000 } })
    expect(await orderOf(forged.id)).toMatchObject({ state: 'due', attempt: { state: 'failed' }, receipt: null })
  })

  it('of another amount pays nothing and goes back whole', async () => {
    const { id } = await owe(test)
    await deliver(test, await bank.end(await pay(id), 'differs', false))
    expect(await orderOf(id)).toMatchObject({
      state: 'due',
      receipt: null,
      refunds: [{ cause: 'amount-differs', amount: 199_000 }],
    })
  })

  it('for what is owed no more goes back', async () => {
    const { id, reference } = await owe(test)
    const attempt = await pay(id)
    await test.query(`update payments.payment_order set state = 'cancelled' where reference = $1`, [reference])
    await deliver(test, await bank.end(attempt, 'paid', false))
    expect(await orderOf(id)).toMatchObject({ state: 'cancelled', refunds: [{ cause: 'cancelled', amount: 200_000 }] })
  })

  it('is not unpaid by a message that comes late', async () => {
    const { id } = await owe(test)
    const reference = await pay(id)
    const failed = await bank.end(reference, 'cancelled', false)
    await deliver(test, await bank.end(reference, 'paid', false))
    await deliver(test, failed)
    expect(await orderOf(id)).toMatchObject({ state: 'paid', attempt: { state: 'paid' } })
  })
})

describe('a message of the platform', () => {
  it('counts only with its checksum, for its own order and amount, and of a stranger only so often', async () => {
    const [one, other] = [await owe(test), await owe(test, 500_000)]
    const [reference, dearer] = [await pay(one.id), await pay(other.id)]
    const said = await bank.end(reference, 'paid', false)
    for (const change of [
      { MaThamChieu: dearer },
      { SoTien: '500000' },
      { MaXacThuc: '' },
      { MaXacThuc: '0'.repeat(64) },
      { MaDoiTac: 'KHAC' },
    ])
      expect(await deliver(test, { ...said, ...change })).toBe(400)
    expect((await orderOf(other.id)).state).toBe('due')
    expect(await deliver(test, { ...said, MaXacThuc: said['MaXacThuc']?.toUpperCase() })).toBe(200)
    for (let turn = 0; turn < 30; turn++) await deliver(test, { ...said, MaXacThuc: 'x' })
    expect(await deliver(test, { ...said, MaXacThuc: 'x' })).toBe(429)
    // Whoever forges from the same network has the platform wait for nothing.
    expect(await deliver(test, said)).toBe(200)
    ahead += 90 * minute
    expect(await deliver(test, said)).toBe(200)
  })

  it('counts once of fifty at the same moment and again on the next day, with its fields in any order', async () => {
    const { id } = await owe(test)
    const said = await bank.end(await pay(id), 'paid', false)
    const turned = Object.fromEntries(Object.entries(said).toReversed())
    const crowd = Array.from({ length: 50 }, (_, turn) => (turn % 2 === 0 ? said : turned))
    expect(new Set(await Promise.all(crowd.map((one) => deliver(test, one))))).toEqual(new Set([200]))
    ahead += 25 * 60 * minute
    expect(await deliver(test, turned)).toBe(200)
    expect(await orderOf(id)).toMatchObject({ state: 'paid', refunds: [] })
    expect(await receiptsOf(id)).toHaveLength(1)
  })

  it('may write đồng as a number or with a fraction of nought; one with half a đồng is no stranger, pays nothing, and slows nobody', async () => {
    const [whole, fraction] = [await owe(test), await owe(test)]
    const number = await bank.end(await pay(whole.id), 'paid', false)
    expect(await deliver(test, { ...number, SoTien: Number(number['SoTien']) })).toBe(200)
    expect((await orderOf(whole.id)).state).toBe('paid')
    const said = await bank.end(await pay(fraction.id), 'paid', false)
    for (let turn = 0; turn < 30; turn++) expect(await deliver(test, signed({ ...said, SoTien: '200000.5' }))).toBe(422)
    expect((await orderOf(fraction.id)).state).toBe('due')
    expect(await deliver(test, signed({ ...said, SoTien: '200000.00' }))).toBe(200)
    expect(await orderOf(fraction.id)).toMatchObject({ state: 'paid', refunds: [] })
  })

  it('that tells no transaction at first and does so later, or the other way round, is of one payment', async () => {
    for (const isLater of [true, false]) {
      const { id } = await owe(test)
      const said = await bank.end(await pay(id), 'paid', false)
      const bare = signed({ ...said, MaGiaoDich: '' })
      for (const one of isLater ? [bare, said, bare] : [said, bare, said]) expect(await deliver(test, one)).toBe(200)
      expect(await orderOf(id)).toMatchObject({ state: 'paid', refunds: [] })
      const [attempt] = await test.query(`select transaction_code as code from payments.attempt where order_id = $1`, [
        id,
      ])
      expect(attempt).toEqual({ code: said['MaGiaoDich'] })
    }
  })

  it('is written into the trail with what was made of it', async () => {
    const { id } = await owe(test)
    const reference = await pay(id)
    await deliver(test, await bank.end(reference, 'paid', false))
    expect(
      await test.query(`select details from audit.entry where operation = $1`, [`payment callback ${reference}`]),
    ).toHaveLength(1)
  })
})

describe('orders that end in every way and order', () => {
  it('are paid exactly when the right amount came, once, and all that came beyond it is owed back', async () => {
    const chance = createChance(20_201_127)
    for (let round = 0; round < 25; round++) {
      const { id } = await owe(test)
      const references = [await pay(id), await payAgain(id), await payAgain(id)].slice(0, chance.between(1, 3))
      const messages: Record<string, string>[] = []
      for (const reference of references)
        for (let turn = chance.between(1, 3); turn > 0; turn--)
          messages.push(
            await bank.end(reference, chance.pick(['paid', 'cancelled', 'differs', 'late', 'paid'] as const), false),
          )
      const told = [...messages, ...messages]
        .map((said) => ({ said, at: chance.next() }))
        .toSorted((one, other) => one.at - other.at)
      await Promise.all(told.map(({ said }) => deliver(test, said)))
      const order = await orderOf(id)
      const came = new Map(
        messages
          .filter((said) => said['TrangThaiGD'] === '1')
          .map((said) => [`${said['MaThamChieu']} ${said['MaGiaoDich']}`, Number(said['SoTien'])]),
      )
      const sum = [...came.values()].reduce((total, amount) => total + amount, 0)
      const owedBack = (order.refunds as { amount: number }[]).reduce((total, { amount }) => total + amount, 0)
      const kept = order.state === 'paid' ? 200_000 : 0
      expect({ round, sum }).toEqual({ round, sum: kept + owedBack })
      expect(await receiptsOf(id)).toHaveLength(order.state === 'paid' ? 1 : 0)
    }
  })
})

describe('connections that break in the middle', () => {
  it('lose no payment and take none twice; receipts follow each other without a gap', async () => {
    const owed = await Promise.all(Array.from({ length: 12 }, () => owe(test)))
    const told: Record<string, string>[] = []
    for (const { id } of owed) told.push(await bank.end(await pay(id), 'paid', false))
    let cuts = 0
    // A knife that never rests would let nobody through where transactions take longer than it takes to look for them.
    const enough = 30
    const over = new AbortController()
    const [knife, holder] = [1, 2].map(() => new pg.Client({ connectionString: test.url })) as [pg.Client, pg.Client]
    await Promise.all([knife.connect(), holder.connect()])
    // Until the first is cut, none comes past its receipt.
    await holder.query('begin; lock table payments.receipt in exclusive mode')
    const cutting = (async () => {
      while (!over.signal.aborted && cuts < enough) {
        // Whatever is in the middle of taking a payment loses its connection.
        const { rowCount } = await knife.query(
          `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = 'lien-thong'
            and xact_start is not null and (query like '%payments.%' or query like '%numbering.%') limit 1`,
        )
        cuts += rowCount ?? 0
        if (cuts > 0) await holder.query('rollback')
      }
      await Promise.all([knife.end(), holder.end()])
    })()
    const deliverUntilTaken = async (said: object) => {
      for (let tries = 0; tries < 200; tries++) if ((await deliver(test, said).catch(() => 500)) === 200) return
      throw new Error('never taken')
    }
    await Promise.all([...told, ...told].map(deliverUntilTaken))
    over.abort()
    await cutting
    expect(cuts).toBeGreaterThan(0)
    for (const { id } of owed) expect(await orderOf(id)).toMatchObject({ state: 'paid', refunds: [] })
    const books = await test.query<{ count: number; most: number }>(
      `select count(*)::int as count, max(number) as most from payments.receipt group by book, year`,
    )
    expect(books.filter(({ count, most }) => count !== most)).toEqual([])
  })
})
