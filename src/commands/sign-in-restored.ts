import type { AddressInfo } from 'node:net'
import { readConfig } from '#kernel/config.ts'
import type { Restored } from '#kernel/backup/restore/restore.ts'
import { get, sql } from '#kernel/database/query.ts'
import { closeServer, listenOn } from '#kernel/http/serve-http.ts'
import { createLog } from '#kernel/log.ts'
import { makeAdministrator } from './make-administrator.ts'
import { startPlatform } from './start-platform.ts'

const login = 'dien-tap-khoi-phuc'

/**
 * Starts the platform on what was restored, on this machine alone and without anything that works in the background or is sent, and signs in over
 * HTTP as an administrator who is made for that. Answers what is wrong.
 */
export async function signInRestored({ db, url, dataDirectory, environment }: Restored): Promise<string[]> {
  const keys = Object.fromEntries(
    Object.entries(environment).filter(([name]) => name === 'SECRETS_KEY' || name === 'SECRETS_KEY_ALSO'),
  )
  // Nothing of what leads outside: no relay, no centre, no portal.
  const config = readConfig({ DATA_DIRECTORY: dataDirectory, ...keys }, { publicUrl: 'http://127.0.0.1' })
  const { code } = await get(
    db,
    sql<{ code: string }>`select u.code from directory.unit u join directory.unit_version v on v.unit_id = u.id
      where v.valid_to is null order by u.code limit 1`,
  )
  const { password } = await makeAdministrator(db, { login, name: 'Diễn tập khôi phục', unit: code }, new Date())
  await using open = new AsyncDisposableStack()
  const platform = open.adopt(await startPlatform(config, url, createLog('silent'), { pages: false }), (one) =>
    one.close(),
  )
  const server = open.adopt(
    await listenOn(platform.app.fetch, '127.0.0.1', 0),
    async (one) => void (await closeServer(one)),
  )
  const { port } = server.address() as AddressInfo
  const ready = await fetch(`http://127.0.0.1:${port}/readyz`)
  const answer = await fetch(`http://127.0.0.1:${port}/api/identity/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ login, password }),
  })
  const said = await answer.text()
  return [
    ...(ready.ok ? [] : [`the platform is not ready (${ready.status})`]),
    ...(answer.ok ? [] : [`nobody can sign in (${answer.status}: ${said.slice(0, 200)})`]),
  ]
}
