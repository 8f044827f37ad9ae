import { connect, workingRole } from '#kernel/database/connect.ts'
import { sql, run } from '#kernel/database/query.ts'
import { createLog } from '#kernel/log.ts'
import { sendingParts } from '#engines/notification/testing/sending-parts.ts'
import { startSending } from '#engines/notification/index.ts'
import { startSmsc } from '../sandbox/smsc/smsc.ts'
import { demoInstallation } from './installation.ts'
import { atLeast, median, type Row } from './measure.ts'

const rounds = 3
const messages = 3000

/**
 * Short messages from the row that waits to the socket of a centre, on one line, with receipts written meanwhile: `sandbox/smsc` takes
 * each at once; urgent, so that it goes at night too. Medians of three rounds.
 */
export async function measureSms(): Promise<Row[]> {
  const { databaseUrl } = await demoInstallation()
  const connection = connect(databaseUrl, { size: 4, role: workingRole })
  const smsc = await startSmsc(0)
  const { db } = connection
  const perSecond: number[] = []
  try {
    for (let round = 1; round <= rounds; round += 1) {
      await enqueue(db, messages)
      const started = performance.now()
      const sending = await startSending(
        db,
        sendingParts({ sms: { url: smsc.url, from: 'BACGIANG' } }),
        createLog('silent'),
        () => new Date(),
      )
      while (smsc.taken.length < messages * round) await new Promise((resolve) => setTimeout(resolve, 5))
      perSecond.push((messages / (performance.now() - started)) * 1000)
      await sending.stop()
    }
  } finally {
    await smsc.close()
    await connection.close()
  }
  return [
    atLeast('SMS from enqueue to socket', median(perSecond), 500, '/s', {
      note: `${messages} a round, window 50, receipts on`,
    }),
  ]
}

const enqueue = (db: Parameters<typeof run>[0], count: number) =>
  run(
    db,
    sql`insert into notification.sms (id, phone, text, parts, is_urgent, next_at)
      select gen_random_uuid(), '8491' || lpad(n::text, 7, '0'), 'Ho so H02.14-261127-0001 da co ket qua.', 1, true, now() from generate_series(1, ${count}::int) n`,
  )
