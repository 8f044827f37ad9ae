import { randomUUID } from 'node:crypto'
import { availableParallelism } from 'node:os'
import { createChance } from '#demo/random.ts'
import { madeUp, makeReadyDrafts, someCitizens } from '#commands/testing/ready-drafts.ts'
import { busyOfficials } from './busy-official.ts'
import { bearer, createClient, must, type Client, type Reply } from './http.ts'
import { grownInstallation, type Installation } from './installation.ts'
import { atMost, loadFor, percentile, ratioAtLeast, round, type Row } from './measure.ts'
import { residentMegabytes } from './resident-memory.ts'
import { many, showCount } from './size.ts'

/** `--minutes=30` holds the load so long. */
const said = process.argv.find((argument) => argument.startsWith('--minutes='))?.slice('--minutes='.length)
const minutes = Number(said ?? 1)
const connections = 12
const draftsInMinute = 4000
const networks = 200

/**
 * Requests a second of each processor that Open Zaak, the case store of Dutch municipalities, publishes of its own load test: 100 by 12 processors.
 */
const openZaakPerProcessor = 100 / 12

interface Deed {
  readonly name: string
  /** Answers whether it was let in. */
  readonly act: () => Promise<boolean>
}

/** Whoever is turned away for now is told so by these; anything else that is no success ends the run. */
const isServed = (reply: Reply): boolean =>
  reply.status === 429 || reply.status === 503 ? false : must(reply) === reply

/**
 * A Monday at eight in a province of so many dossiers: 70 % read (pages of the portal, inboxes, lists, dossiers), 20 % work (work taken,
 * opinions written), 5 % submit, 5 % open a paper. As many at once as answers come; the client takes its part of the same processors.
 */
export async function measureMonday(): Promise<Row[]> {
  const installation = await grownInstallation(many)
  const served = await installation.serve()
  const client = createClient(served.url, connections)
  try {
    const deeds = await listDeeds(installation, client)
    const chance = createChance(8)
    let away = 0
    const byDeed = new Map<string, number[]>()
    const doOne = async () => {
      const { name, act } = deedOf(deeds, chance.next())
      const started = performance.now()
      if (!(await act())) away += 1
      const times = byDeed.get(name) ?? []
      times.push(performance.now() - started)
      byDeed.set(name, times)
    }
    const idle = await idleMegabytes(served.pid)
    await loadFor(5, connections, doOne)
    away = 0
    byDeed.clear()
    const memory = watchMemory(served.pid)
    const { perSecond, took } = await loadFor(minutes * 60, connections, doOne)
    const { highest, drift } = memory.end()
    const processors = availableParallelism()
    const size = showCount(many)
    return [
      ratioAtLeast(
        `a Monday at eight at ${size}, by processor`,
        perSecond / processors,
        openZaakPerProcessor,
        15,
        '/s',
        `${round(perSecond)} requests/s by ${processors} processors with PostgreSQL and the client; baseline: published by Open Zaak`,
      ),
      atMost(`a Monday at eight at ${size}, p95`, percentile(took, 0.95), 150, 'ms', {
        note: `median ${round(percentile(took, 0.5))} ms of ${took.length}, ${connections} at once; by what was done: ${showDeeds(byDeed)}`,
      }),
      atMost(`a Monday at eight at ${size}, turned away`, (away / took.length) * 100, 1, '%', {
        note: `strangers come from ${networks} networks`,
      }),
      atMost('memory, nobody asks', idle, 300, 'MB', { note: 'resident, without PostgreSQL' }),
      atMost(`memory in ${minutes} minutes of it`, highest, 500, 'MB', {
        note: `the last third holds ${round(drift)} MB more than the one before`,
      }),
    ]
  } finally {
    client.close()
    await served.stop()
  }
}

interface Deeds {
  readonly read: readonly Deed[]
  readonly work: readonly Deed[]
  readonly submit: Deed
  readonly files: Deed
}

const showDeeds = (byDeed: ReadonlyMap<string, readonly number[]>): string =>
  [...byDeed].map(([name, times]) => `${name} ${round(percentile(times, 0.95))}`).join(', ')

function deedOf({ read, work, submit, files }: Deeds, at: number): Deed {
  if (at < 0.7) return read[Math.floor((at / 0.7) * read.length)] as Deed
  if (at < 0.9) return work[Math.floor(((at - 0.7) / 0.2) * work.length)] as Deed
  return at < 0.95 ? submit : files
}

const lists = {
  inbox: '/api/workflow/inbox?limit=50',
  count: '/api/workflow/inbox/count',
  dossiers: '/api/services/dossiers?view=open&limit=50',
} as const

/** Sessions of those who may read all of them: not everybody with much work sees dossiers. */
async function whoMayRead(client: Client, { tokenOf }: Installation, accounts: readonly string[]): Promise<string[]> {
  const tokens = await Promise.all(accounts.map((id) => tokenOf(id)))
  const may = await Promise.all(
    tokens.map(async (token) => {
      for (const path of Object.values(lists))
        if ((await client.ask(path, { headers: bearer(token) })).status === 403) return false
      return true
    }),
  )
  return tokens.filter((_, at) => may[at])
}

async function listDeeds(installation: Installation, client: Client): Promise<Deeds> {
  const { pool } = installation.connection
  const officials = await whoMayRead(client, installation, await busyOfficials(installation.connection, 40))
  const citizens = await someCitizens(pool, 20)
  const drafts = (await makeReadyDrafts(pool, Math.ceil(draftsInMinute * (minutes + 0.2)), citizens))
    .map((ids, order) => ids.map((id) => ({ id, citizen: citizens[order] as string })))
    .flat()
  const tokens = new Map(await Promise.all(citizens.map(async (id) => [id, await installation.tokenOf(id)] as const)))
  const work = await listWork(client, officials)
  const turn = turns()
  const read = async (path: string, headers: Record<string, string>) =>
    isServed(await client.ask(path, { headers: { 'Accept-Encoding': 'gzip', ...headers } }))
  const get = (path: string, token: string) => read(path, bearer(token))
  const look = (path: string) => read(path, { 'X-Forwarded-For': `10.0.${turn() % networks}.7` })
  const send = async (path: string, token: string, body: object) =>
    isServed(
      await client.ask(path, { method: 'POST', headers: { ...bearer(token), 'Idempotency-Key': randomUUID() }, body }),
    )
  const official = () => officials[turn() % officials.length] as string
  const one = () => work[turn() % work.length] as (typeof work)[number]
  const paper = await listPapers(installation)
  return {
    read: [
      { name: 'portal', act: () => look('/') },
      { name: 'procedure', act: () => look('/thu-tuc/1.000894') },
      { name: 'procedures sought', act: () => look('/thu-tuc?tim=giay+phep') },
      { name: 'inbox', act: () => get(lists.inbox, official()) },
      { name: 'count', act: () => get(lists.count, official()) },
      { name: 'list', act: () => get(lists.dossiers, official()) },
      {
        name: 'dossier',
        act: () => {
          const { dossierId, token } = one()
          return get(`/api/services/dossiers/${dossierId}`, token)
        },
      },
    ],
    work: [
      {
        name: 'taking',
        act: () => {
          const { taskId, token } = one()
          return send(`/api/workflow/tasks/${taskId}/taking`, token, {})
        },
      },
      {
        name: 'opinion',
        act: () => {
          const { dossierId, token } = one()
          return send(`/api/services/dossiers/${dossierId}/opinions`, token, {
            text: 'Đã xem, đủ điều kiện giải quyết.',
          })
        },
      },
    ],
    submit: {
      name: 'submission',
      act: () => {
        const draft = drafts.pop()
        if (draft === undefined) throw new Error('the drafts made for this are used up: raise their number')
        return send(`/api/services/drafts/${draft.id}/submission`, tokens.get(draft.citizen) as string, {
          declared: true,
        })
      },
    },
    files: {
      name: 'paper',
      act: () => {
        const { path, token } = paper[turn() % paper.length] as (typeof paper)[number]
        return get(path, token)
      },
    },
  }
}

function turns(): () => number {
  let at = 0
  return () => at++
}

/** Work of the first page of each inbox, with whose it is. */
async function listWork(client: Client, tokens: readonly string[]) {
  const found: { taskId: string; dossierId: string; token: string }[] = []
  for (const token of tokens) {
    const { bytes } = must(await client.ask('/api/workflow/inbox?whose=unit&limit=20', { headers: bearer(token) }))
    const { rows } = JSON.parse(bytes.toString('utf8')) as { rows: { id: string; subjectId: string }[] }
    for (const { id, subjectId } of rows) {
      const taken = await client.ask(`/api/workflow/tasks/${id}/taking`, {
        method: 'POST',
        headers: { ...bearer(token), 'Idempotency-Key': randomUUID() },
        body: {},
      })
      if (taken.status === 200) found.push({ taskId: id, dossierId: subjectId, token })
    }
  }
  return found
}

/** Papers of citizens who have an account; those of a Monday before were made up. */
async function listPapers({ connection, tokenOf }: Installation) {
  const { rows } = await connection.pool.query<{ account: string; file: string }>(
    `select a.id as account, p.file_id as file from identity.account a
      join lateral (select d.id from services.dossier d where d.applicant_id = a.person_id and d.channel = 'online' and d.submitter_id = d.applicant_id limit 5) d on true
      join services.dossier_paper p on p.dossier_id = d.id join files.file f on f.id = p.file_id and f.state = 'accepted' and f.sha256 <> $1
      where a.kind = 'citizen' order by a.login limit 200`,
    [madeUp],
  )
  return Promise.all(rows.map(async ({ account, file }) => ({ path: `/files/${file}`, token: await tokenOf(account) })))
}

async function idleMegabytes(pid: number): Promise<number> {
  await new Promise((rested) => setTimeout(rested, 10_000))
  return residentMegabytes(pid)
}

/** Every second; the drift is what the last third holds more than the middle one. */
function watchMemory(pid: number) {
  const seen: number[] = []
  const timer = setInterval(() => seen.push(residentMegabytes(pid)), 1000)
  const mean = (of: readonly number[]) => of.reduce((sum, one) => sum + one, 0) / Math.max(1, of.length)
  return {
    end() {
      clearInterval(timer)
      const third = Math.floor(seen.length / 3)
      return { highest: Math.max(...seen), drift: mean(seen.slice(-third)) - mean(seen.slice(third, 2 * third)) }
    },
  }
}
