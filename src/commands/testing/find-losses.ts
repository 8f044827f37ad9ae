import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type pg from 'pg'
import { begunAgainWithinSeconds } from '#kernel/jobs/heartbeat.ts'
import type { Receipt } from './filing-load.ts'
import { madeUp } from './ready-drafts.ts'

export interface Examined {
  readonly client: pg.Client
  readonly receipts: readonly Receipt[]
  /** No dossier was filed by anybody else since. */
  readonly since: Date
  readonly url: string
  /** The folder of the file store. */
  readonly files: string
  /** How long what follows from a filing, such as telling the applicant, may still take. */
  readonly settleMs?: number
}

/**
 * What a fault must never leave behind, one line each; empty = nothing acknowledged was lost, nothing was done twice. Independent
 * of how the platform keeps its promises: it reads rows, the folder of files, and asks as the citizen would.
 */
export async function findLosses(examined: Examined): Promise<string[]> {
  const found = [
    ...(await findLostRows(examined)),
    ...(await findTwice(examined)),
    ...(await findBroken(examined.client)),
    ...(await findMissingFiles(examined)),
  ]
  for (const receipt of examined.receipts) found.push(...(await findUnanswered(examined.url, receipt)))
  return found
}

interface Kept {
  readonly id: string
  readonly code: string
  readonly hasFile: boolean
  readonly audited: number
  readonly events: number
  readonly tasks: number
  readonly told: number
}

const wanted = { hasFile: true, audited: 1, events: 1, tasks: 1, told: 1 } as const

/** What a killed process had taken up is begun again by another a little later; what met several kills pauses longer each time. */
const usualSettleMs = 4 * begunAgainWithinSeconds * 1000

async function findLostRows({ client, receipts, settleMs = usualSettleMs }: Examined): Promise<string[]> {
  const read = async () => {
    const { rows } = await client.query<Kept>(
      `select d.id, d.code,
          exists (select from services.dossier_paper p where p.dossier_id = d.id and p.file_id = r.file) as "hasFile",
          (select count(*)::int from audit.entry e where e.operation = 'services.submitDraft' and e.objects @> array['dossier:' || d.id]) as audited,
          (select count(*)::int from services.dossier_event v where v.dossier_id = d.id) as events,
          (select count(*)::int from workflow.task t where t.subject_id = d.id and t.is_open) as tasks,
          (select count(*)::int from notification.message m where m.kind = 'dossier.filed' and m.link = '/trang-cua-toi/ho-so/' || d.id) as told
        from unnest($1::uuid[], $2::uuid[]) as r (id, file) join services.dossier d on d.id = r.id`,
      [receipts.map(({ id }) => id), receipts.map(({ file }) => file)],
    )
    return rows
  }
  let rows = await read()
  for (const until = performance.now() + settleMs; rows.some(({ told }) => told < 1) && performance.now() < until;) {
    await pause(200)
    rows = await read()
  }
  const byId = new Map(rows.map((row) => [row.id, row]))
  return receipts.flatMap(({ id, code }) => {
    const row = byId.get(id)
    if (row === undefined) return [`${code} was acknowledged and is gone`]
    if (row.code !== code) return [`${code} was acknowledged and is called ${row.code}`]
    return Object.entries(wanted).flatMap(([name, value]) =>
      row[name as keyof typeof wanted] === value ? [] : [`${code}: ${name} is ${row[name as keyof typeof wanted]}`],
    )
  })
}

async function findTwice({ client, receipts, since }: Examined): Promise<string[]> {
  const { rows: filed } = await client.query<{ id: string; code: string }>(
    `select id, code from services.dossier where filed_at >= $1`,
    [since],
  )
  const held = new Set(receipts.map(({ id }) => id))
  const { rows: codes } = await client.query<{ code: string }>(
    `select code from services.dossier group by code having count(*) > 1
      union all select code from services.dossier where code !~ '-[0-9]{6}-[0-9]{4,}$' or code ~ '-0+$'`,
  )
  const { rows: twice } = await client.query<{ link: string; told: number }>(
    `select link, count(*)::int as told from notification.message where kind = 'dossier.filed' and at >= $1 group by link having count(*) > 1`,
    [since],
  )
  return [
    ...filed.filter(({ id }) => !held.has(id)).map(({ code }) => `${code} was filed and nobody has its receipt`),
    ...codes.map(({ code }) => `${code} is no number of one dossier`),
    ...twice.map(({ link, told }) => `${link} was told ${told} times`),
    ...(held.size === receipts.length ? [] : [`${receipts.length - held.size} receipts are of a dossier of another`]),
  ]
}

interface ForeignKey {
  readonly name: string
  readonly child: string
  readonly parent: string
  readonly columns: readonly string[]
  readonly keys: readonly string[]
}

/** References that point nowhere: PostgreSQL looks when it writes, a damaged disk does not. */
async function findBroken(client: pg.Client): Promise<string[]> {
  const { rows: keys } = await client.query<ForeignKey>(
    `select conname as name, conrelid::regclass::text as child, confrelid::regclass::text as parent,
        (select array_agg(quote_ident(a.attname)::text order by n) from unnest(conkey) with ordinality as k (num, n) join pg_attribute a on a.attrelid = conrelid and a.attnum = k.num) as columns,
        (select array_agg(quote_ident(a.attname)::text order by n) from unnest(confkey) with ordinality as k (num, n) join pg_attribute a on a.attrelid = confrelid and a.attnum = k.num) as keys
      from pg_constraint where contype = 'f' and conparentid = 0`,
  )
  const parts = keys.map(({ name, child, parent, columns, keys }) => {
    const same = columns.map((column, at) => `p.${keys[at]} = c.${column}`).join(' and ')
    const isSaid = columns.map((column) => `c.${column} is not null`).join(' and ')
    return `select '${name}' as name, count(*)::int as lost from ${child} c where ${isSaid} and not exists (select from ${parent} p where ${same})`
  })
  const { rows } = await client.query<{ name: string; lost: number }>(parts.join(' union all '))
  return rows.filter(({ lost }) => lost > 0).map(({ name, lost }) => `${lost} rows point nowhere by ${name}`)
}

/** Content that rows name and the store has not, or has otherwise. What no row names is swept later, and is no loss. */
async function findMissingFiles({ client, files }: Examined): Promise<string[]> {
  const { rows } = await client.query<{ sha256: string }>(
    `select sha256 from files.content where sha256 <> $1 and exists (select from files.file f where f.sha256 = content.sha256 and f.state = 'accepted')`,
    [madeUp],
  )
  const found: string[] = []
  for (const { sha256 } of rows) {
    const kept = await digestOf(join(files, sha256.slice(0, 2), sha256.slice(2, 4), sha256)).catch(
      (error: Error) => error.message,
    )
    if (kept !== sha256) found.push(`content ${sha256} is not in the store: ${kept}`)
  }
  return found
}

async function digestOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer)
  return hash.digest('hex')
}

/** Asked again under its key, the citizen hears the same; and they get back the bytes that they sent. */
async function findUnanswered(url: string, { who, draft, key, file, sha256, code }: Receipt): Promise<string[]> {
  const headers = { Authorization: `Bearer ${who.token}` }
  const again = await fetch(`${url}/api/services/drafts/${draft}/submission`, {
    method: 'POST',
    headers: { ...headers, 'Content-Type': 'application/json', 'Idempotency-Key': key },
    body: JSON.stringify({ declared: true }),
  })
  const said = (await again.json()) as { code?: string }
  const read = await fetch(`${url}/files/${file}`, { headers })
  const bytes = createHash('sha256')
    .update(await read.bytes())
    .digest('hex')
  return [
    ...(again.status === 200 && said.code === code && again.headers.get('idempotency-replayed') === 'true'
      ? []
      : [`${code}: asked again, it is ${again.status} ${said.code ?? ''}`]),
    ...(read.status === 200 && bytes === sha256 ? [] : [`${code}: its file comes back as ${read.status}, other bytes`]),
  ]
}
