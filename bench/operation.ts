import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { readConfig } from '#kernel/config.ts'
import { createLog } from '#kernel/log.ts'
import { dateAt } from '#values/plain-date.ts'
import { childUnits, heldPosts } from '#engines/directory/index.ts'
import { createActorCache, openAccountPolicy } from '#engines/identity/index.ts'
import { inboxPage, keysOfUnits } from '#engines/workflow/inbox.ts'
import { assignTasks, getTask } from '#engines/workflow/task.ts'
import { rememberTasks } from '#engines/workflow/undo-change.ts'
import type { Actor } from '#kernel/operations/actor.ts'
import { startPlatform, type Platform } from '#commands/start-platform.ts'
import { bearer, createClient, must, type Ask, type Client } from './http.ts'
import { configOf, demoInstallation, type Installation } from './installation.ts'
import { median, moreByAtMost, timed, type Row } from './measure.ts'

const times = 1500

/**
 * What the operation runner costs: an operation of the platform beside a bare Hono handler that runs the same statements on the same
 * pool. Both are asked in turns over loopback HTTP by one client; the difference of the medians counts.
 */
export async function measureOperation(): Promise<Row[]> {
  const installation = await demoInstallation()
  const platform = await startPlatform(configOf(installation), installation.databaseUrl, createLog('silent'), {
    pages: false,
  })
  const { accountId, taskId, parentId } = await findSpecialist(installation)
  const token = await installation.tokenOf(accountId)
  const actor = await authenticate(platform, token)
  const bare = bareHandlers(platform, actor)
  const ours = await listenOn(platform.app.fetch)
  const theirs = await listenOn(bare.fetch)
  const clients = [createClient(ours.url), createClient(theirs.url)] as const
  try {
    const read = await inTurns(clients, `/api/directory/unit-tree?parentId=${parentId}`, () => ({
      headers: bearer(token),
    }))
    const trail = await inTurns(clients, '/api/workflow/inbox?limit=20', () => ({ headers: bearer(token) }))
    const write = await inTurns(clients, `/api/workflow/tasks/${taskId}/taking`, () => ({
      method: 'POST',
      body: {},
      headers: { ...bearer(token), 'Idempotency-Key': randomUUID() },
    }))
    const note = `medians of ${times} in turns`
    return [
      moreByAtMost(
        'read operation over a bare handler',
        read[0],
        read[1],
        0.15,
        'ms',
        `the units of a department; ${note}`,
      ),
      moreByAtMost(
        'read that is put on the trail, over a bare handler',
        trail[0],
        trail[1],
        1,
        'ms',
        `inbox of 20 rows, durable audit entry; ${note}`,
      ),
      moreByAtMost(
        'write operation over a bare handler',
        write[0],
        write[1],
        1,
        'ms',
        `taking work, with audit, event and idempotency key; ${note}`,
      ),
    ]
  } finally {
    for (const client of clients) client.close()
    ours.close()
    theirs.close()
    await platform.close()
  }
}

interface Found {
  readonly accountId: string
  readonly taskId: string
  readonly parentId: string
}

/** An official with work of their own, a piece of it, and their agency. */
async function findSpecialist({ connection }: Installation): Promise<Found> {
  const { rows } = await connection.pool.query<Found>(
    `select a.id as "accountId", t.id as "taskId", v.agency_id as "parentId"
      from workflow.task t
      join directory.principal q on q.key = t.assignee and q.kind = 'function'
      join directory.post p on p.unit_id = q.unit_id and p.function = q.function
      join directory.unit_version v on v.unit_id = p.unit_id and v.valid_to is null
      join directory.appointment h on h.post_id = p.id and h.valid_to is null
      join identity.account a on a.person_id = h.person_id
      where t.is_open and p.function = 'specialist'
      order by count(*) over (partition by a.id) desc, a.id, t.due limit 1`,
  )
  return rows[0] as Found
}

const authenticate = async ({ connection }: Platform, token: string): Promise<Actor> => {
  const policy = await openAccountPolicy(readConfig({}), 'demo')
  return createActorCache(connection.db, () => new Date(), policy).authenticate({ token, address: '' })
}

/** The business statements of the operations and nothing else: no parsing, no rights, no trail, no key. */
function bareHandlers({ connection: { db } }: Platform, actor: Actor): Hono {
  const keys = actor.workKeys.filter((key) => !actor.onBehalf.has(key))
  return new Hono()
    .get('/api/directory/unit-tree', async (c) =>
      c.json(await childUnits(db, c.req.query('parentId') ?? null, dateAt(new Date()))),
    )
    .get('/api/workflow/inbox', async (c) => c.json(await inboxPage(db, keys, { limit: 20 }, new Date())))
    .post('/api/workflow/tasks/:id/taking', async (c) => {
      const assigneeName = await db.transaction(async (tx) => {
        const task = await getTask(tx, c.req.param('id'))
        const posts = await heldPosts(tx, actor.person as string, dateAt(new Date()))
        const own = await keysOfUnits(tx, [...new Set(posts.map((post) => post.unitId))])
        if (!own.includes(task.assignee)) throw new Error('not of this unit')
        await rememberTasks(tx, [task.id], { account: actor.account, at: new Date() })
        await assignTasks(tx, [task.id], actor.post?.key as number)
        return actor.name
      })
      return c.json({ assigneeName })
    })
}

async function inTurns(clients: readonly [Client, Client], path: string, ask: () => Ask): Promise<[number, number]> {
  const took: [number[], number[]] = [[], []]
  for (let time = 0; time < times + 200; time += 1) {
    for (const side of [0, 1] as const) {
      const one = ask()
      const needed = await timed(async () => must(await clients[side].ask(path, one)))
      if (time >= 200) took[side].push(needed)
    }
  }
  return [median(took[0]), median(took[1])]
}

async function listenOn(fetch: (request: Request) => Response | Promise<Response>) {
  const server = serve({ fetch, hostname: '127.0.0.1', port: 0 })
  if (!server.listening) await once(server, 'listening')
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => void server.close() }
}
