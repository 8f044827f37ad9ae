import type { Platform } from '#commands/start-platform.ts'
import type { Installation } from './installation.ts'

/** Calls operations in process, as over HTTP, under an account of the demo. */
export async function callerOf(platform: Platform, installation: Installation, login: string, at = new Date()) {
  const { rows } = await platform.connection.pool.query<{ id: string }>(
    'select id from identity.account where login = $1',
    [login],
  )
  return callerWith(platform, await installation.tokenOf(rows[0]?.id ?? '', at))
}

/** The same as whoever holds a token. */
export const callerWith =
  (platform: Platform, token: string) => async (method: string, path: string, body?: object) => {
    const answer = await platform.app.request(`http://localhost/api${path}`, {
      method,
      headers: { Authorization: `Bearer ${token}`, ...(body && { 'Content-Type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
    })
    // Each operation answers as its contract says; what is read here is read from there.
    const read: any = await answer.json() // eslint-disable-line typescript/no-explicit-any
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(read).slice(0, 2000)}`)
    return read
  }
