import { growDossiers } from './data.ts'
import { bearer, createClient, must } from './http.ts'
import { demoInstallation } from './installation.ts'
import { atMost, median, percentile, timed, type Row } from './measure.ts'

const dossiers = 100_000
const times = 200

/** Why an official sees a dossier or not, and who sees it, asked by an administrator over HTTP: 200 officials and dossiers, with 100,000. */
export async function measureExplain(): Promise<Row[]> {
  const installation = await demoInstallation()
  await growDossiers(installation.databaseUrl, dossiers)
  const { pool } = installation.connection
  const { rows: admins } = await pool.query<{ id: string }>(`select id from identity.account where login = 'quantri'`)
  const { rows: asked } = await pool.query<{ person: string; code: string }>(
    `select h.person_id as person, d.code
      from (select code, id from services.dossier order by md5(id::text) limit $1) d
      join lateral (
        select a.person_id from services.dossier_access x join directory.unit u on u.key = x.principal
        join directory.post p on p.unit_id = u.id join directory.appointment a on a.post_id = p.id and a.valid_to is null
        where x.dossier_id = d.id order by md5(a.id::text || d.code) limit 1
      ) h on true`,
    [times],
  )
  const token = await installation.tokenOf(admins[0]?.id ?? '')
  const served = await installation.serve()
  const client = createClient(served.url)
  const took: Record<'explanation' | 'readers', number[]> = { explanation: [], readers: [] }
  try {
    for (const { person, code } of asked) {
      for (const [what, path] of [
        ['explanation', `/api/services/access/explanation?person=${person}&dossier=${code}`],
        ['readers', `/api/services/access/readers?dossier=${code}`],
      ] as const)
        took[what].push(await timed(async () => must(await client.ask(path, { headers: bearer(token) }))))
    }
  } finally {
    client.close()
    await served.stop()
  }
  const row = (name: string, all: readonly number[]) =>
    atMost(name, percentile(all, 0.95), 100, 'ms', { note: `median ${median(all).toFixed(1)} ms` })
  return [row('why an official sees a dossier, p95', took.explanation), row('who sees a dossier, p95', took.readers)]
}
