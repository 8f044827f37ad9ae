import { readConfig } from '#kernel/config.ts'
import { rows as read, sql } from '#kernel/database/query.ts'
import type { Database } from '#kernel/database/connect.ts'
import { actorOfPerson, openAccountPolicy } from '#engines/identity/index.ts'
import { dossierAccess, type DossierAccess } from '#engines/services/dossier/dossier-access.ts'
import { countDossiers, listDossiers } from '#engines/services/dossier/dossier-list.ts'
import { dateAt } from '#values/plain-date.ts'
import { giveMorePosts } from './busy-official.ts'
import { grownInstallation, type Installation } from './installation.ts'
import { median, moreByAtMost, percentile, timed, type Row } from './measure.ts'
import { many } from './size.ts'

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
 * What rights cost at a province's size: a list and a count as each kind of official asks them, against the same without any rights, in
 * turns. The round trip is in both.
 */
export async function measureRights(): Promise<Row[]> {
  const installation = await grownInstallation(many)
  await giveMorePosts(installation.connection, await accountOf(installation, kinds['3 posts and 2 delegations']))
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

async function accountOf({ connection }: Installation, login: string): Promise<string> {
  const [account] = await read(
    connection.db,
    sql<{ id: string }>`select id from identity.account where login = ${login}`,
  )
  return account?.id ?? ''
}
