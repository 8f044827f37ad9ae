import { randomUUID } from 'node:crypto'
import { userInfo } from 'node:os'
import { WrongCall } from '#values/wrong-call.ts'
import type { Database, Queries } from '#kernel/database/connect.ts'
import { find, sql } from '#kernel/database/query.ts'
import { system } from '#kernel/operations/actor.ts'
import { placeHold, releaseHold } from '#kernel/parts/legal-hold.ts'
import { recordAudit } from '#engines/audit/index.ts'
import type { Output } from './command.ts'

interface Said {
  readonly because?: string | undefined
  readonly by?: string | undefined
}

/** Places a hold, with its entry in the trail. */
export async function holdObject(db: Database, object: string, { because, by }: Said, out: Output): Promise<number> {
  if (!because?.trim() || !by?.trim()) throw new WrongCall('--because and --by are needed: who decided, and why?')
  await db.transaction(async (tx) => {
    await mustBeThere(tx, object)
    await placeHold(tx, { object, reason: because, placedBy: by }, new Date())
    await record(tx, 'parts.hold', object, { because, by })
  })
  out.say({ held: object }, [`Đang giữ ${object}. Held.`])
  return 0
}

/** Releases it; exit code 1 where there was none. */
export async function releaseObject(db: Database, object: string, { by }: Said, out: Output): Promise<number> {
  if (!by?.trim()) throw new WrongCall('--by is needed: who decided?')
  const released = await db.transaction(async (tx) => {
    if (!(await releaseHold(tx, object, by, new Date()))) return false
    await record(tx, 'parts.release', object, { by })
    return true
  })
  out.say({ released }, [released ? `Đã thôi giữ ${object}. Released.` : `Không giữ ${object}. There was no hold.`])
  return released ? 0 : 1
}

/** A hold on what is not there keeps nothing, and whoever placed it would not know. */
async function mustBeThere(tx: Queries, object: string): Promise<void> {
  const [, kind, name] = /^(dossier|part):(.+)$/.exec(object) ?? []
  const found =
    kind === 'dossier' && name !== undefined
      ? await find(tx, sql`select from services.dossier where id::text = ${name}`)
      : await find(
          tx,
          sql`select from pg_inherits i join kernel.partitioned p on i.inhparent = p.parent::regclass
            where i.inhrelid::regclass::text = ${name ?? ''}`,
        )
  if (found === undefined)
    throw new WrongCall(`there is no ${object}; it is written as dossier:ID or part:audit.entry_2024_01`)
}

const record = (tx: Queries, operation: string, object: string, facts: Readonly<Record<string, string>>) => {
  const cut = object.indexOf(':')
  return recordAudit(tx, {
    call: { actor: system, language: 'vi', requestId: randomUUID() },
    operation,
    kind: 'write',
    outcome: 'done',
    at: new Date(),
    notes: [
      {
        objectType: object.slice(0, cut),
        objectId: object.slice(cut + 1),
        facts: { ...facts, operator: userInfo().username },
      },
    ],
  })
}
