import { randomUUID } from 'node:crypto'
import { settleEvents } from '#commands/testing/settle-events.ts'
import { makeReadyDrafts, someCitizens } from '#commands/testing/ready-drafts.ts'
import { bearer, createClient, must, type Client } from './http.ts'
import { demoInstallation } from './installation.ts'
import { loadFor, median, notMeasured, percentile, ratioAtLeast, type Loaded, type Row } from './measure.ts'
import { findPgbench, insertsPerSecond, insertTable, noPgbench } from './pgbench.ts'

const rounds = 3
const seconds = 3
const drafts = 32_000
const clientCounts = [1, 8] as const

const title = (clients: number) => `submit by ${clients} client${clients === 1 ? '' : 's'} at once`

/**
 * Sending an application (dossier, paper, access, first work, history, audit, event, idempotency key; one durable transaction)
 * over HTTP to a served platform with all its background work, beside pgbench's one-row insert on the same PostgreSQL. In turns,
 * medians of three rounds; each begins when the messages that follow from the one before are written.
 */
export async function measureSubmit(): Promise<Row[]> {
  const pgbench = findPgbench()
  if (pgbench === undefined)
    return clientCounts.map((clients) => notMeasured(title(clients), 'ratio ≥ 0.2', '/s', noPgbench))
  const installation = await demoInstallation()
  await installation.asOwner(insertTable)
  const citizens = await someCitizens(installation.connection.pool, 8)
  const waiting = await makeReadyDrafts(installation.connection.pool, drafts, citizens)
  const tokens = await Promise.all(citizens.map((id) => installation.tokenOf(id)))
  await installation.asOwner('vacuum analyze services.draft, services.draft_paper, files.file')
  const served = await installation.serve()
  const client = createClient(served.url, 8)
  try {
    const submit = (order: number) => submitOne(client, tokens[order] as string, waiting[order] as string[])
    // The first ones fill the caches: declarations, calendar, plans.
    await loadFor(2, 8, submit)
    const rows: Row[] = []
    for (const clients of clientCounts) {
      const ours: Loaded[] = []
      const baseline: number[] = []
      for (let round = 0; round < rounds; round += 1) {
        await settleEvents(installation.connection.pool)
        baseline.push(await insertsPerSecond(pgbench, installation, clients, seconds))
        ours.push(await loadFor(seconds, clients, submit))
      }
      const took = ours.flatMap((one) => one.took)
      const note = `over HTTP; one takes ${median(took).toFixed(1)} ms, p95 ${percentile(took, 0.95).toFixed(1)} ms; ${took.length} sent`
      rows.push(
        ratioAtLeast(title(clients), median(ours.map((one) => one.perSecond)), median(baseline), 0.2, '/s', note),
      )
    }
    return rows
  } finally {
    client.close()
    await served.stop()
  }
}

async function submitOne(client: Client, token: string, waiting: string[]): Promise<void> {
  const id = waiting.pop()
  if (id === undefined) throw new Error('the drafts made for this are used up: raise their number')
  const headers = { ...bearer(token), 'Idempotency-Key': randomUUID() }
  must(await client.ask(`/api/services/drafts/${id}/submission`, { method: 'POST', headers, body: { declared: true } }))
}
