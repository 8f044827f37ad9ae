import { readConfig } from '#kernel/config.ts'
import { rows as read, run, sql } from '#kernel/database/query.ts'
import type { Database } from '#kernel/database/connect.ts'
import { actorOfPerson, openAccountPolicy } from '#engines/identity/index.ts'
import { dossierAccess, type DossierAccess } from '#engines/services/dossier/dossier-access.ts'
import { countDossiers, listDossiers } from '#engines/services/dossier/dossier-list.ts'
import { addDays, dateAt } from '#values/plain-date.ts'
import { growDossiers } from './data.ts'
import { demoInstallation, type Installation } from './installation.ts'
import { median, moreByAtMost, percentile, timed, type Row } from './measure.ts'

const dossiers = 1_000_000
const times = 200

/** By what they are, the account that is them. */
const kinds = {
  'a specialist': 'chuyenvien.gtvt',
  'a head of division': 'truongphong.gtvt',
  'a leader of a department': 'giamdoc.gtvt',
  'a leader of the province': 'chutich.tinh',
  'a counter': 'motcua.tinh',
  '3 posts and 2 delegations': 'chuyenvien.tuphap',
  'an auditor': 'quantri',
} as const

const asked = {
  list: (db: Database, access: DossierAccess, now: Date) =>
    listDossiers(db, access, { view: 'open', limit: 50 }, dateAt(now)),
  'list, all': (db: Database, access: DossierAccess, now: Date) =>
    listDossiers(db, access, { view: 'all', limit: 50 }, dateAt(now)),
  count: (db: Database, access: DossierAccess, now: Date) =>
    countDossiers(db, access, now, new Date(+now + 86_400_000)),
} as const

/**
 * What rights cost at 1,000,000 dossiers: a list and a count as each kind of official asks them, against the same without any rights, in
 * turns. The round trip is in both.
 */
export async function measureRights(): Promise<Row[]> {
  const installation = await demoInstallation()
  await growDossiers(installation.databaseUrl, dossiers)
  await giveMore(installation, kinds['3 posts and 2 delegations'])
  const { db } = installation.connection
  const found: Row[] = []
  for (const [kind, login] of Object.entries(kinds)) {
    const access = await accessOf(installation, login)
    for (const [what, ask] of Object.entries(asked)) {
      const took: Record<'under' | 'bare', number[]> = { under: [], bare: [] }
      for (let time = 0; time < times + 10; time += 1) {
        const now = new Date()
        const bare = await timed(() => ask(db, { sees: 'all' }, now))
        const under = await timed(() => ask(db, access, now))
        if (time < 10) continue
        took.bare.push(bare)
        took.under.push(under)
      }
      const keys = access.sees === 'keys' ? `${access.keys.length} keys` : access.sees
      found.push(
        moreByAtMost(
          `rights of ${kind}: ${what}, p95`,
          percentile(took.under, 0.95),
          percentile(took.bare, 0.95),
          1,
          'ms',
          `${keys}; median ${median(took.under).toFixed(2)} against ${median(took.bare).toFixed(2)} ms`,
        ),
      )
    }
  }
  return found
}

async function accessOf({ connection }: Installation, login: string): Promise<DossierAccess> {
  const { db } = connection
  const [account] = await read(
    db,
    sql<{ person: string }>`select person_id as person from identity.account where login = ${login}`,
  )
  const policy = await openAccountPolicy(readConfig({}), 'demo')
  const actor = await actorOfPerson(db, account?.person ?? '', new Date(), policy)
  if (actor === undefined) throw new Error(`${login} may not work`)
  return dossierAccess({ actor, now: () => new Date() })
}

/** Two more posts in other agencies, and the work of two heads of others. */
async function giveMore({ connection }: Installation, login: string): Promise<void> {
  const { db } = connection
  const today = dateAt(new Date())
  const postsOf = (name: string, order: number) => sql`
    (select p.id from directory.post p join directory.unit u on u.id = p.unit_id where p.function = ${name}
      and p.id not in (select h.post_id from directory.appointment h join identity.account a on a.person_id = h.person_id where a.login = ${login})
      order by md5(p.id::text) offset ${order} limit 1)`
  const person = sql`(select person_id from identity.account where login = ${login})`
  const own = sql`(select post_id from directory.appointment where person_id = ${person} order by post_id limit 1)`
  for (const order of [0, 1]) {
    await run(
      db,
      sql`insert into directory.appointment (id, post_id, person_id, kind, valid_from)
        values (gen_random_uuid(), ${postsOf('specialist', order)}, ${person}, 'secondment', ${today})`,
    )
    await run(
      db,
      sql`insert into directory.delegation (id, from_post_id, to_post_id, kind, valid_from, valid_to, created_by)
        values (gen_random_uuid(), ${postsOf('head', order)}, ${own}, 'absence', ${today}, ${addDays(today, 30)}, 'bench')`,
    )
  }
}
