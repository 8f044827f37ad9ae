import { appendFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { createKept, type Filed } from '#sandbox/national-portal/kept.ts'
import { compareBooks } from './national-books.ts'
import { createProcesses, until } from './processes.ts'
import { findFreePort } from './served-platform.ts'

const root = join(import.meta.dirname, '..', '..', '..')

export interface KilledParts {
  readonly databaseUrl: string
  /** Of this machine: data of the worker, and what the simulated national portal keeps. */
  readonly directory: string
  /** Milliseconds that each answer of the national portal takes. */
  readonly slowMs?: number
  /** What citizens file there when it begins, given its address; it is fetched, filed here, and its status told. */
  filings?(portal: string): readonly Filed[]
}

export interface KilledRun {
  /** From the first process to the last acknowledgement. */
  readonly seconds: number
  readonly dossiers: number
  /** Messages for each: records, steps, statuses. */
  readonly told: number
  readonly kills: number
  /** Empty = the books of both sides are equal. */
  readonly differing: readonly string[]
}

/** When so much of everything was acknowledged, who is killed. */
const killed = [
  [0.05, 'worker'],
  [0.2, 'portal'],
  [0.35, 'worker'],
  [0.5, 'portal'],
  [0.65, 'worker'],
  [0.8, 'portal'],
] as const

/**
 * Tells everything to the simulated national portal by real processes, both killed again and again in the middle (SIGKILL), and compares the
 * books of both sides. Every dossier that came online counts as filed there, so that its status goes back by a message of its own.
 */
export async function synchroniseKilled(parts: KilledParts): Promise<KilledRun> {
  const { databaseUrl, directory, slowMs = 0 } = parts
  const { start, kill, killAll } = createProcesses()
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  const port = await findFreePort()
  const url = `http://127.0.0.1:${port}`
  const file = join(directory, 'kept.jsonl')
  const filings = parts.filings?.(url) ?? []
  for (const said of [...(await takeAsFiledThere(client)), ...filings])
    appendFileSync(file, `${JSON.stringify({ what: 'filed', said })}\n`)

  const startPortal = async () => {
    const child = start(['node', 'sandbox/national-portal/main.ts', '--port', String(port), '--keep', file])
    if (slowMs > 0) await until(() => makeSlow(url, slowMs))
    return child
  }
  const startWorker = () =>
    start([join(root, 'lien-thong'), 'work'], {
      DATABASE_URL: databaseUrl,
      DATA_DIRECTORY: directory,
      NATIONAL_PORTAL_URL: url,
      NATIONAL_PORTAL_USERNAME: 'bacgiang',
      NATIONAL_PORTAL_PASSWORD: 'chi-de-chay-thu',
      NATIONAL_PORTAL_UNIT: '000.00.00.H02',
    })
  const read = async () => (await client.query<Counted>(counted)).rows[0] as Counted
  try {
    const wanted = (await read()).wanted
    const started = performance.now()
    let [portal, worker] = [await startPortal(), startWorker()]
    for (const [share, who] of killed) {
      await until(async () => (await read()).accepted >= wanted * share)
      if (who === 'worker') {
        // In the middle of a message, not between two.
        await until(async () => (await read()).sending > 0)
        await kill(worker)
        worker = startWorker()
      } else {
        await kill(portal)
        portal = await startPortal()
      }
    }
    await until(async () => {
      const { accepted, left, filed } = await read()
      return left === 0 && filed >= filings.length && accepted >= wanted + filings.length * 3
    })
    const seconds = (performance.now() - started) / 1000
    await kill(worker)
    await kill(portal)
    const { dossiers, accepted } = await read()
    const differing = await compareBooks(async (text) => (await client.query(text)).rows, createKept(file).dossiers)
    return { seconds, dossiers, told: accepted, kills: killed.length, differing }
  } finally {
    await killAll()
    await client.end()
  }
}

interface Counted {
  /** Deliveries that there must be of what is here at the beginning: a record and steps of each, a status of what was filed there. */
  readonly wanted: number
  readonly dossiers: number
  readonly accepted: number
  readonly sending: number
  readonly left: number
  readonly filed: number
}

const counted = `select (select count(*) * 2 + count(i.code) from services.dossier d left join national_portal.incoming i on i.dossier_id = d.id
      where d.procedure_code ~ '^[0-9]')::int as wanted,
    (select count(*) from services.dossier where procedure_code ~ '^[0-9]')::int as dossiers,
    count(*) filter (where state = 'accepted')::int as accepted, count(*) filter (where state = 'sending')::int as sending,
    count(*) filter (where state <> 'accepted')::int as left,
    (select count(*) from national_portal.incoming where raw <> '{}' and state = 'filed')::int as filed
  from national_portal.delivery`

/** Lets every dossier of a national procedure that came online have been filed there, before there was anything to tell. */
async function takeAsFiledThere(client: pg.Client): Promise<Filed[]> {
  const { rows } = await client.query<{ code: string }>(
    `insert into national_portal.incoming (code, id, procedure_code, raw, state, dossier_id, next_at, fetched_at, filed_at)
      select 'G22.99-' || substr(md5(id::text), 1, 20), id, procedure_code, '{}', 'filed', id, filed_at, filed_at, filed_at
      from services.dossier where channel = 'online' and procedure_code ~ '^[0-9]' returning code`,
  )
  return rows.map(({ code }) => ({ MaHoSo: code }))
}

const makeSlow = (url: string, ms: number) =>
  fetch(`${url}/dieu-khien/loi`, { method: 'POST', body: JSON.stringify({ slowMs: ms }) }).then(
    ({ ok }) => ok,
    () => false,
  )
