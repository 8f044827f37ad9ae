import { dateAt, addDays } from '#values/plain-date.ts'
import { bearer, createClient, must, type Client } from './http.ts'
import { demoInstallation, type Installation } from './installation.ts'
import { atMost, median, percentile, type Row } from './measure.ts'

const times = 50

/**
 * How soon a change of rights counts everywhere: a head's work is lent to a colleague and taken back through one process, while the colleague
 * asks another one without pause. Counted from the answer to the change until the first answer that knows of it, on either side.
 */
export async function measureRightsChange(): Promise<Row[]> {
  const installation = await demoInstallation()
  const { from, to, accounts } = await twoHeads(installation)
  const [giver = '', taker = ''] = await Promise.all(accounts.map((id) => installation.tokenOf(id)))
  const [one, other] = [await installation.serve(), await installation.serve()]
  const [changing, asking] = [createClient(one.url), createClient(other.url)]
  const today = dateAt(new Date())
  const lend = { fromPostId: from, toPostId: to, kind: 'absence', from: today, to: addDays(today, 1) }
  const change = async (method: string, path: string, body?: object) =>
    must(await changing.ask(path, { method, headers: { ...bearer(giver), Origin: one.url }, body }))
  const took: number[] = []
  try {
    for (let time = 0; time < times; time += 1) {
      const given = await change('POST', '/api/directory/delegations', lend)
      took.push(await untilLent(asking, taker, true))
      const { id } = JSON.parse(given.bytes.toString()) as { id: string }
      await change('POST', `/api/directory/delegations/${id}/end`, {})
      took.push(await untilLent(asking, taker, false))
    }
  } finally {
    for (const client of [changing, asking]) client.close()
    await Promise.all([one.stop(), other.stop()])
  }
  const note = `${took.length} changes; median ${median(took).toFixed(1)} ms`
  return [atMost('a change of rights seen by another process, longest', percentile(took, 1), 50, 'ms', { note })]
}

/** Milliseconds until the taker works for somebody else, or no longer does. */
async function untilLent(client: Client, taker: string, isLent: boolean): Promise<number> {
  const started = performance.now()
  for (;;) {
    const me = must(await client.ask('/api/identity/me', { headers: bearer(taker) }))
    const { onBehalfOf } = JSON.parse(me.bytes.toString()) as { onBehalfOf: unknown[] }
    if (onBehalfOf.length > 0 === isLent) return performance.now() - started
    if (performance.now() - started > 5000) throw new Error('the change is not seen after five seconds')
  }
}

async function twoHeads({ connection }: Installation): Promise<{ from: string; to: string; accounts: string[] }> {
  const { rows } = await connection.pool.query<{ post: string; account: string }>(
    `select p.id as post, a.id as account from directory.post p
      join directory.unit u on u.id = p.unit_id
      join directory.appointment h on h.post_id = p.id and h.valid_to is null
      join identity.account a on a.person_id = h.person_id
      where u.code in ('SGTVT.QLVT', 'SGTVT.KHTC') and p.function = 'head' order by u.code desc`,
  )
  const [from, to] = rows
  if (!from || !to) throw new Error('the heads of the two divisions are not there')
  return { from: from.post, to: to.post, accounts: [from.account, to.account] }
}
