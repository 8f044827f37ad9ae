import { randomUUID } from 'node:crypto'
import { parseArgs } from 'node:util'
import { WrongCall } from '#values/wrong-call.ts'
import { system } from '#kernel/operations/actor.ts'
import { tellRightsChanged } from '#kernel/operations/rights-changed.ts'
import { recordAudit } from '#engines/audit/index.ts'
import { endEverySession } from '#engines/identity/index.ts'
import type { Command } from './command.ts'
import { withDatabase } from './with-database.ts'

export const signOutCommand: Command = {
  name: 'sign-out',
  summary: 'Sau sự cố: đóng mọi phiên của mọi người. Ends every session of everybody.',
  usage: [
    'sign-out everybody --by NAME [--json]',
    '',
    'Everybody has to sign in anew, also in the systems that sign in by this one. Tokens of machines are not sessions: `machines`.',
    '--by  who decided, for the audit trail',
  ],
  async run(args, out) {
    const options = { by: { type: 'string' } } as const
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
    const by = values.by?.trim()
    if (positionals.length !== 1 || positionals[0] !== 'everybody') throw new WrongCall('whom? see --help')
    if (!by) throw new WrongCall('--by is needed: who decided?')
    const at = new Date()
    const ended = await withDatabase('sign-out', (db) =>
      db.transaction(async (tx) => {
        const count = await endEverySession(tx, at)
        await tellRightsChanged(tx)
        const call = { actor: system, language: 'vi' as const, requestId: randomUUID() }
        const notes = [{ objectType: 'session', objectId: 'everybody', facts: { by, ended: count } }]
        await recordAudit(tx, { call, operation: 'sign-out.everybody', kind: 'write', outcome: 'done', at, notes })
        return count
      }),
    )
    out.say({ ended }, [`Đã đóng ${ended} phiên. Sessions ended.`])
    return 0
  },
}
