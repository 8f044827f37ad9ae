import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import type * as oidc from 'openid-client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createProvider, openAccountPolicy } from '#engines/identity/index.ts'
import { readConfig } from '#kernel/config.ts'
import type { Context } from '#kernel/operations/context.ts'
import { openSecrets } from '#kernel/secrets/secrets.ts'
import { done } from './testing/story.ts'
import {
  enter,
  hashOf,
  issuer,
  refresh,
  refusal,
  registerClient,
  toldOf,
  type SignOnClient,
} from './testing/sign-on-client.ts'
import { startTestPlatform, type TestPlatform, type Visitor } from './testing/test-platform.ts'

/** What other systems hold of a person ends with the session here, and they are told. */

let test: TestPlatform
let administrator: Visitor
let client: SignOnClient
let official: Visitor

beforeAll(async () => {
  test = await startTestPlatform()
  administrator = await test.as('quantri')
  client = await registerClient(test, administrator)
  official = await test.as('chuyenvien.gtvt')
}, 240_000)
afterAll(() => test.stop())

describe('what ends with the session', () => {
  const ways: [string, (who: Visitor) => Promise<unknown>][] = [
    ['signing out', (who) => who.call('POST', '/identity/sign-out', {})],
    [
      'signing out everywhere from another device',
      async () => (await test.as('vanthu.congthuong')).call('POST', '/identity/sign-out', { everywhere: true }),
    ],
    [
      'disabling the account',
      async () => {
        const [account] = await test.query<{ id: string }>(
          `select id from identity.account where login = 'vanthu.congthuong'`,
        )
        return administrator.call('POST', `/identity/accounts/${account?.id}/status`, { status: 'disabled' })
      },
    ],
  ]
  it.each(ways)('%s stops tokens and refreshing at once', async (_, end) => {
    const who = await test.as('vanthu.congthuong')
    const { tokens } = await enter(test, client, who)
    done((await end(who)) as never)
    expect(await refusal(toldOf(client, tokens))).toBe(401)
    expect(await refusal(refresh(client, tokens))).toBe('invalid_grant')
  })
})

describe('telling a system that a session is over', () => {
  it('goes to public addresses, and to private ones only where the configuration names them', async () => {
    const told: string[] = []
    const server = createServer((request, response) => {
      void text(request).then((body) => {
        told.push(body)
        response.end()
      })
    }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
    const within = await registerClient(test, administrator, { logoutUri: `http://${host}/` })
    const { tokens } = await enter(test, within, official)
    const [entered] = await test.query<{ id: string }>(
      `select session_id as id from identity.provider_entry where kind = 'AccessToken' and payload ->> 'clientId' = $1`,
      [within.id],
    )
    const tell = async (insideHosts: string[]) => {
      const { runner, connection } = test.platform
      const secrets = openSecrets({ secretsKey: undefined, dataDirectory: test.directory })
      const policy = await openAccountPolicy(readConfig({}), 'demo')
      const publicUrl = 'http://localhost'
      const open = createProvider({ ...runner, db: connection.db, secrets, policy, publicUrl, insideHosts })
      const found = await (await open()).Client.find(within.id)
      return found?.backchannelLogout(entered?.id as string, 'sid-1')
    }
    await expect(tell([])).rejects.toThrow()
    expect(told).toEqual([])
    await tell([host])
    const [head = '', body = ''] = (new URLSearchParams(told[0]).get('logout_token') as string).split('.')
    expect(JSON.parse(atob(head))).toMatchObject({ typ: 'logout+jwt', alg: 'ES256' })
    const { sub } = tokens.claims() as oidc.IDToken
    expect(JSON.parse(atob(body))).toMatchObject({ iss: issuer, aud: within.id, sub, sid: 'sid-1' })
    server.close()
  })

  it('is remembered with whatever ends the session, and for a session that ran out', async () => {
    const who = await test.as('vanthu.tuphap')
    const told = await registerClient(test, administrator, { logoutUri: 'http://127.0.0.1:9/' })
    const { tokens } = await enter(test, told, who)
    await test.query(`update identity.session set expires_at = now() - interval '1 second' where token_hash = $1`, [
      hashOf(who.token),
    ])
    const job = test.platform.engines.flatMap(({ jobs = [] }) => jobs).find(({ name }) => name === 'end-spent-sign-ons')
    const { db } = test.platform.connection
    await db.transaction(async (tx) => job?.run({ tx, now: () => new Date() } as Context))
    const { sid } = tokens.claims() as oidc.IDToken
    const events = await test.query<{ payload: { sid: string } }>(
      `select payload from kernel.outbox where event = 'identity.signOnEnded'
        union all select data -> 'payload' from pgboss.job where data ->> 'event' = 'identity.signOnEnded'`,
    )
    expect(events.map(({ payload }) => payload.sid)).toContain(sid)
  })
})
