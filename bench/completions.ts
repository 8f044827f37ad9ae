import { randomInt, randomUUID } from 'node:crypto'
import { settleEvents } from '#commands/testing/settle-events.ts'
import { growDossiers } from './data.ts'
import { bearer, createClient, must, type Client } from './http.ts'
import { demoInstallation, type Installation } from './installation.ts'
import { atLeast, loadFor, median, notMeasured, percentile, ratioAtLeast, type Loaded, type Row } from './measure.ts'
import { findPgbench, insertsPerSecond, insertTable, noPgbench } from './pgbench.ts'

const rounds = 5
const seconds = 2
const clients = 16
const openDossiers = 100_000

/** The check of a certificate of marital status: it ends a piece of work and begins another, at several communes. */
const procedure = '1.004873'
const act = { action: 'complete', step: 'check', proposal: 'grant' } as const

interface Work {
  readonly dossierId: string
  readonly token: string
}

/**
 * Officials who end their work: step, next work, rights, deadline, history, audit, event and idempotency key in one durable transaction,
 * over HTTP, beside pgbench's one-row insert on the same PostgreSQL with as many clients. In turns; medians.
 */
export async function measureCompletions(): Promise<Row[]> {
  const title = `work ended by ${clients} clients at once`
  const pgbench = findPgbench()
  if (pgbench === undefined) return [notMeasured(title, 'ratio ≥ 0.1', '/s', noPgbench)]
  const installation = await demoInstallation()
  await growDossiers(installation.databaseUrl, openDossiers, { openOf: procedure })
  await installation.asOwner(insertTable)
  const work = await listWork(installation)
  const served = await installation.serve()
  const client = createClient(served.url, clients)
  try {
    const endOne = () => end(client, work)
    await loadFor(2, clients, endOne)
    const ours: Loaded[] = []
    const baseline: number[] = []
    for (let round = 0; round < rounds; round += 1) {
      await settleEvents(installation.connection.pool)
      baseline.push(await insertsPerSecond(pgbench, installation, clients, seconds))
      ours.push(await loadFor(seconds, clients, endOne))
    }
    const took = ours.flatMap((one) => one.took)
    const rate = median(ours.map(({ perSecond }) => perSecond))
    const note = `over HTTP, one process; one takes ${median(took).toFixed(1)} ms, p95 ${percentile(took, 0.95).toFixed(1)} ms; ${took.length} ended`
    return [
      atLeast(title, rate, 1000, '/s', { note }),
      ratioAtLeast(`${title}, by one-row inserts`, rate, median(baseline), 0.1, '/s', note),
    ]
  } finally {
    client.close()
    await served.stop()
  }
}

/** Ends one; whose account has too much under way at once is left for later, and another takes its turn. */
async function end(client: Client, work: Work[]): Promise<void> {
  for (;;) {
    const one = work.pop()
    if (one === undefined) throw new Error('the work made for this is used up: raise how much there is')
    const headers = { ...bearer(one.token), 'Idempotency-Key': randomUUID() }
    const path = `/api/services/dossiers/${one.dossierId}/actions`
    const reply = await client.ask(path, { method: 'POST', headers, body: { act } })
    if (reply.status !== 429) return void must(reply)
    work.splice(randomInt(work.length + 1), 0, one)
  }
}

/** What is open at that step, with somebody who may end it. */
async function listWork({ connection, tokenOf }: Installation): Promise<Work[]> {
  const { rows } = await connection.pool.query<{ id: string; account: string }>(
    `select t.subject_id as id, by.account from workflow.task t join services.dossier d on d.id = t.subject_id
      join lateral (
        select a.id as account from directory.principal q join directory.post p on p.id = q.post_id or (p.unit_id = q.unit_id and p.function = q.function)
          join directory.appointment h on h.post_id = p.id and h.valid_to is null join identity.account a on a.person_id = h.person_id and a.kind = 'staff'
        where q.key = t.assignee order by a.id limit 1
      ) by on true
      where t.is_open and t.step = $1 and d.procedure_code = $2 and d.status = 'open' order by md5(t.id::text)`,
    [act.step, procedure],
  )
  const tokens = new Map<string, string>()
  for (const { account } of rows) if (!tokens.has(account)) tokens.set(account, await tokenOf(account))
  return rows.map(({ id, account }) => ({ dossierId: id, token: tokens.get(account) as string }))
}
