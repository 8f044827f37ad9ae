import { fold } from '#values/text.ts'
import { busyOfficials, giveMorePosts } from './busy-official.ts'
import { bearer, createClient, must, type Client } from './http.ts'
import { grownInstallation, type Installation } from './installation.ts'
import { atMost, median, percentile, timed, type Row } from './measure.ts'
import { many, showCount } from './size.ts'

const officials = 10
const rounds = 1
/** The best while one types, and a page of the list after Enter. */
const asked = {
  typing: '/api/services/found-dossiers?limit=6',
  Enter: '/api/services/dossiers?view=all&limit=50',
} as const

/** What somebody seeks: the text, and what kind of text it is. */
interface Sought {
  readonly kind: string
  readonly text: string
  readonly token: string
}

/**
 * The one search box under rights at a province's size: the ten officials with the most work look for codes, names without tone marks, common
 * and rare words, and what does not exist; letter by letter as they type, and after Enter.
 */
export async function measureSearch(): Promise<Row[]> {
  const installation = await grownInstallation(many)
  const sought = await listSought(installation)
  const served = await installation.serve()
  const client = createClient(served.url)
  try {
    const rows: Row[] = []
    for (const [how, path] of Object.entries(asked)) {
      const took = await seek(client, how === 'typing' ? sought.flatMap(letterByLetter) : sought, path)
      const all = [...took.values()].flat()
      const slowest = [...took]
        .map(([kind, times]) => [kind, percentile(times, 0.95)] as const)
        .toSorted((a, b) => b[1] - a[1])
      const note = `median ${median(all).toFixed(1)} ms of ${all.length}; p95 by kind: ${slowest.map(([kind, ms]) => `${kind} ${ms.toFixed(0)}`).join(', ')}`
      rows.push(atMost(`search at ${showCount(many)}, ${how}, p95`, percentile(all, 0.95), 80, 'ms', { note }))
    }
    return rows
  } finally {
    client.close()
    await served.stop()
  }
}

async function seek(client: Client, sought: readonly Sought[], path: string): Promise<Map<string, number[]>> {
  const took = new Map<string, number[]>()
  for (let round = 0; round <= rounds; round += 1) {
    for (const { kind, text, token } of sought) {
      const ms = await timed(async () =>
        must(await client.ask(`${path}&text=${encodeURIComponent(text)}`, { headers: bearer(token) })),
      )
      if (round > 0) took.set(kind, [...(took.get(kind) ?? []), ms])
    }
  }
  return took
}

/** The palette asks from the second letter on. */
const letterByLetter = (one: Sought): Sought[] =>
  Array.from({ length: Math.max(0, one.text.length - 1) }, (_, at) => at + 2)
    .filter((length) => length % 3 === 2 || length === one.text.length)
    .map((length) => ({ ...one, text: one.text.slice(0, length).trim() }))
    .filter(({ text }) => text.length > 1)

async function listSought(installation: Installation): Promise<Sought[]> {
  const { pool } = installation.connection
  const sought: Sought[] = []
  for (const [order, account] of (await busyOfficials(installation.connection, officials)).entries()) {
    await giveMorePosts(installation.connection, account)
    const token = await installation.tokenOf(account)
    const { rows } = await pool.query<{ code: string; name: string }>(
      `select d.code, d.applicant_name as name from identity.account a join directory.appointment h on h.person_id = a.person_id and h.valid_to is null
        join directory.post p on p.id = h.post_id join directory.unit u on u.id = p.unit_id
        join services.dossier_access x on x.principal = u.key join services.dossier d on d.id = x.dossier_id
        where a.id = $1 order by x.filed_at limit 1 offset $2`,
      [account, order * 7],
    )
    const [seen] = rows
    if (seen === undefined) throw new Error('an official with work sees no dossier')
    const { code, name } = seen
    const words = fold(name)
    for (const [kind, text] of [
      ['code', code],
      ['end of a code', code.slice(-11)],
      ['name', words],
      ['family name', words.split(' ')[0] as string],
      ['two common words', 'nguyen thi'],
      ['words of a procedure', 'doi giay phep lai xe'],
      ['name and procedure', `${words.split(' ').at(-1)} giay phep`],
      ['nothing', 'qwxz kjw'],
    ] as const)
      sought.push({ kind, text, token })
  }
  return sought
}
