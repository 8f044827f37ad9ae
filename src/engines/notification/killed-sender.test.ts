import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { rows, run, sql } from '#kernel/database/query.ts'
import { startSmsc } from '../../../sandbox/smsc/smsc.ts'
import { retry, underWayMs } from './delivery/troubled.ts'
import { insertSms } from './sms/sms-row.ts'
import { createNotificationDatabase } from './testing/notification-database.ts'

const database = await createNotificationDatabase()
const { db } = database
const smsc = await startSmsc(0)
const script = fileURLToPath(new URL('./testing/sender-process.ts', import.meta.url))
const startSender = () => spawn(process.execPath, [script, database.url, smsc.url], { stdio: 'inherit' })
afterAll(async () => {
  await smsc.close()
  await database.drop()
})

const count = 160
const texts = Array.from({ length: count }, (_, at) => `So ${at}`)

test(
  'a sender that is killed between submit and answer loses nothing and sends nothing twice',
  { timeout: 60_000 },
  async () => {
    const at = new Date()
    for (const [order, text] of texts.entries())
      await insertSms(db, {
        messageId: undefined,
        phone: `8491${String(order).padStart(7, '0')}`,
        text,
        unitId: undefined,
        nextAt: at,
        isUrgent: true,
      })
    // The second window is taken by the centre, and never answered.
    smsc.manner = (order) => (order < 70 ? 'take' : 'mute')
    const first = startSender()
    await expect.poll(() => smsc.taken.length, { timeout: 30_000, interval: 5 }).toBeGreaterThan(70)
    first.kill('SIGKILL')
    await once(first, 'exit')
    smsc.manner = () => 'take'
    const second = startSender()
    const states = async () =>
      Object.fromEntries(
        (
          await rows(
            db,
            sql<{ state: string; count: number }>`select state, count(*)::int from notification.sms group by state`,
          )
        ).map((one) => [one.state, one.count]),
      )
    await expect.poll(async () => (await states())['delivered'], { timeout: 30_000 }).toBe(count - 50)
    // Those of the window that was open are known to be uncertain, all of them and no others.
    expect(await states()).toEqual({ delivered: count - 50, sending: 50 })
    expect(new Set(smsc.messages.map((one) => one.text)).size).toBe(smsc.messages.length)

    // Somebody has looked at what the centre does not have, and lets it go again.
    await run(
      db,
      sql`update notification.sms set claimed_at = claimed_at - make_interval(secs => ${underWayMs / 1000 + 1})`,
    )
    const has = new Set(smsc.messages.map((one) => one.text))
    const uncertain = await rows(
      db,
      sql<{ id: string; text: string }>`select id, text from notification.sms where state = 'sending'`,
    )
    for (const { id, text } of uncertain) if (!has.has(text)) await retry(db, 'sms', id, new Date())
    await expect.poll(() => smsc.messages.length, { timeout: 30_000 }).toBe(count)
    second.kill('SIGKILL')
    await once(second, 'exit')
    expect(smsc.messages.map((one) => one.text).toSorted()).toEqual(texts.toSorted())
  },
)
