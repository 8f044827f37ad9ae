import { parseArgs } from 'node:util'
import { randomUUID } from 'node:crypto'
import { WrongCall } from '#values/wrong-call.ts'
import { system } from '#kernel/operations/actor.ts'
import { find, sql } from '#kernel/database/query.ts'
import { findHold, release } from '#kernel/restoration/hold.ts'
import { recordAudit } from '#engines/audit/index.ts'
import { countPutAway, sendPutAway } from '#engines/notification/index.ts'
import type { Command } from './command.ts'
import { withDatabase } from './with-database.ts'

const options = { by: { type: 'string' }, 'send-put-away': { type: 'boolean', default: false } } as const

export const outsideCommand: Command = {
  name: 'outside',
  summary: 'Sau khôi phục: xem và mở việc gửi ra ngoài. Releases what is sent outside.',
  usage: [
    'outside [--json]',
    'outside release --by NAME [--send-put-away] [--json]',
    '',
    'A platform that was restored from a backup sends nothing: no e-mail, SMS or notification, nothing to payments or the national portal.',
    'When background work has run for two minutes, what may have been sent before is put away; from then on it can be released.',
    '--by             who decided, for the audit trail',
    '--send-put-away  sends e-mails and SMS after all that were put away: only when it is known that they never left',
  ],
  async run(args, out) {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
    const [what, ...more] = positionals
    if (more.length > 0 || (what !== undefined && what !== 'release')) throw new WrongCall('see --help')
    if (what === 'release' && !values.by?.trim()) throw new WrongCall('--by is needed: who decided?')
    return withDatabase('outside', async (db) => {
      const hold = await findHold(db)
      const putAway = await countPutAway(db)
      if (what === undefined || hold === undefined) {
        out.say({ held: hold !== undefined, ...hold, putAway }, [
          hold === undefined
            ? 'Đang gửi ra ngoài bình thường. Everything is sent.'
            : `Đang giữ, từ khi khôi phục về ${hold.moment.toISOString()}; ${hold.settledAt === null ? 'chưa mở được, việc nền đang chạy' : 'mở được'}. Held.`,
          `Để riêng: ${putAway.email} thư, ${putAway.sms} tin nhắn, ${putAway.push} thông báo. Put away.`,
        ])
        return 0
      }
      if ((await find(db, sql`select 1 from kernel.test_copy`)) !== undefined)
        throw new Error('this is a copy to try things on: it never sends, for its numbers may be those of real people')
      if (hold.settledAt === null)
        throw new Error(
          'not yet: start `serve` or `work`, and wait until what follows from the backup has been put away',
        )
      const at = new Date()
      const sent = await db.transaction(async (tx) => {
        if (!(await release(tx, values.by as string, at))) throw new Error('somebody has released it just now')
        const again = values['send-put-away'] ? await sendPutAway(tx, at) : 0
        await recordAudit(tx, {
          call: { actor: system, language: 'vi', requestId: randomUUID() },
          operation: 'outside.release',
          kind: 'write',
          outcome: 'done',
          at,
          notes: [
            {
              objectType: 'restoration',
              objectId: hold.id,
              facts: { by: values.by, moment: hold.moment.toISOString(), putAway, sentAfterAll: again },
            },
          ],
        })
        return again
      })
      out.say({ released: true, putAway, sentAfterAll: sent }, ['Đã mở: hệ thống gửi ra ngoài như thường. Released.'])
      return 0
    })
  },
}
