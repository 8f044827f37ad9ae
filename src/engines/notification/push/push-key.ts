import { createPrivateKey, generateKeyPairSync, sign, type KeyObject } from 'node:crypto'
import { find, get, run, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import type { SealedColumn } from '#kernel/secrets/sealed-rows.ts'
import type { Secrets } from '#kernel/secrets/secrets.ts'

export interface PushKey {
  /** As browsers subscribe with it: the point in base64url. */
  readonly publicKey: string
  readonly privateKey: KeyObject
}

const about = 'push key'

export const sealedPushKey: SealedColumn = {
  table: 'notification.push_key',
  column: 'sealed',
  named: ['is_only'],
  about: () => about,
}

/** What browsers subscribe with; undefined before a worker has run. */
export const findPublicKey = async (tx: Queries): Promise<string | undefined> =>
  (await find(tx, sql<{ publicKey: string }>`select public_key from notification.push_key`))?.publicKey

/** The key by which push services know this installation; made when it is first asked for. */
export async function getPushKey(tx: Queries, secrets: Secrets, at: Date): Promise<PushKey> {
  const kept = sql<{ publicKey: string; sealed: Buffer }>`select public_key, sealed from notification.push_key`
  if ((await find(tx, kept)) === undefined) {
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    const { x = '', y = '' } = privateKey.export({ format: 'jwk' })
    const point = Buffer.concat([Buffer.of(4), Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')])
    const sealed = secrets.seal(privateKey.export({ type: 'pkcs8', format: 'der' }), about)
    await run(
      tx,
      sql`insert into notification.push_key (public_key, sealed, made_at) values (${point.toString('base64url')}, ${sealed}, ${at})
        on conflict (is_only) do nothing`,
    )
  }
  const { publicKey, sealed } = await get(tx, kept)
  const privateKey = createPrivateKey({ key: secrets.open(sealed, about), format: 'der', type: 'pkcs8' })
  return { publicKey, privateKey }
}

const hours = 12

/** Says to the push service of an address who sends, for so many hours (VAPID, RFC 8292). */
export function vapidHeader({ publicKey, privateKey }: PushKey, endpoint: string, subject: string, at: Date): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const claims = {
    aud: new URL(endpoint).origin,
    exp: Math.floor(at.getTime() / 1000) + hours * 3600,
    sub: subject,
  }
  const signed = `${part({ typ: 'JWT', alg: 'ES256' })}.${part(claims)}`
  const signature = sign('sha256', Buffer.from(signed), { key: privateKey, dsaEncoding: 'ieee-p1363' })
  return `vapid t=${signed}.${signature.toString('base64url')}, k=${publicKey}`
}
