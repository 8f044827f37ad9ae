import { createPrivateKey, generateKeyPairSync, randomBytes, randomUUID, type JsonWebKey } from 'node:crypto'
import type { Database, Queries } from '#kernel/database/connect.ts'
import { rows, run, sql } from '#kernel/database/query.ts'
import type { SealedColumn } from '#kernel/secrets/sealed-rows.ts'
import type { Secrets } from '#kernel/secrets/secrets.ts'

/** Signs from a day after it was made, so that every client has read it by then; for so long a signature of the one before counts. */
const overlapMs = 86_400_000
const renewedAfterMs = 90 * 86_400_000

type Purpose = 'signature' | 'cookie' | 'subject'

interface StoredKey {
  readonly id: string
  readonly purpose: Purpose
  readonly sealedKey: Buffer
  readonly madeAt: Date
}

export interface ProviderKeys {
  /** Changes when any of them does. */
  readonly version: string
  /** The first of them signs; all are published. */
  readonly signature: readonly JsonWebKey[]
  readonly cookie: readonly string[]
  /** Makes the name of a person for a client; never changed. */
  readonly subject: Buffer
}

/** The keys that count now; made when there are none, by one of the processes that start at once. */
export async function openProviderKeys(db: Database, secrets: Secrets, now: Date): Promise<ProviderKeys> {
  const stored = await readKeys(db)
  if (stored.length > 0) return keysOf(stored, secrets, now)
  return db.transaction(async (tx) => {
    await takeTurn(tx)
    const there = await readKeys(tx)
    if (there.length === 0)
      for (const purpose of ['signature', 'cookie', 'subject'] as const) await makeKey(tx, secrets, purpose, now)
    return keysOf(there.length === 0 ? await readKeys(tx) : there, secrets, now)
  })
}

/** A new key each quarter; those that nothing depends on any more go. Answers how many changed. */
export async function renewProviderKeys(tx: Queries, secrets: Secrets, now: Date): Promise<number> {
  await takeTurn(tx)
  const stored = await readKeys(tx)
  let changed = 0
  for (const purpose of ['signature', 'cookie'] as const) {
    const [newest] = stored.filter((one) => one.purpose === purpose)
    if (newest === undefined) continue
    const age = now.getTime() - newest.madeAt.getTime()
    if (age > renewedAfterMs) {
      await makeKey(tx, secrets, purpose, now)
      changed++
    } else if (age > 2 * overlapMs) {
      changed += await run(tx, sql`delete from identity.provider_key where purpose = ${purpose} and id <> ${newest.id}`)
    }
  }
  return changed
}

/** Newest first. */
const readKeys = (db: Queries): Promise<StoredKey[]> =>
  rows(
    db,
    sql<StoredKey>`select id, purpose, sealed_key, made_at from identity.provider_key order by made_at desc, id desc`,
  )

const takeTurn = (tx: Queries) => run(tx, sql`select pg_advisory_xact_lock(hashtext('identity.provider_key'))`)

async function makeKey(tx: Queries, secrets: Secrets, purpose: Purpose, at: Date): Promise<void> {
  const id = randomUUID()
  const sealed = secrets.seal(purpose === 'signature' ? newSignatureKey() : randomBytes(32), about(purpose, id))
  await run(
    tx,
    sql`insert into identity.provider_key (id, purpose, sealed_key, made_at) values (${id}, ${purpose}, ${sealed}, ${at})`,
  )
}

const newSignatureKey = (): Buffer =>
  generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ type: 'pkcs8', format: 'der' })

const about = (purpose: Purpose, id: string): string => `provider ${purpose} ${id}`

export const sealedProviderKeys: SealedColumn = {
  table: 'identity.provider_key',
  column: 'sealed_key',
  named: ['id', 'purpose'],
  about: (id, purpose) => about(purpose as Purpose, id),
}

function keysOf(stored: readonly StoredKey[], secrets: Secrets, now: Date): ProviderKeys {
  const opened = (purpose: Purpose) =>
    inOrderOfUse(
      stored.filter((one) => one.purpose === purpose),
      now,
    ).map(({ id, sealedKey }) => ({ id, key: secrets.open(sealedKey, about(purpose, id)) }))
  const signature = opened('signature').map(({ id, key }) => ({
    ...createPrivateKey({ key, format: 'der', type: 'pkcs8' }).export({ format: 'jwk' }),
    kid: id,
    alg: 'ES256',
    use: 'sig',
  }))
  const [subject] = opened('subject')
  if (subject === undefined) throw new Error('the key that makes names of persons is gone')
  return {
    version: `${signature.map(({ kid }) => kid).join()} ${opened('cookie')
      .map(({ id }) => id)
      .join()}`,
    signature,
    cookie: opened('cookie').map(({ key }) => key.toString('base64url')),
    subject: subject.key,
  }
}

/** A key that is younger than a day waits behind the one before. */
function inOrderOfUse(newestFirst: readonly StoredKey[], now: Date): readonly StoredKey[] {
  const ripe = newestFirst.filter(({ madeAt }) => now.getTime() - madeAt.getTime() >= overlapMs)
  return ripe.length === 0 ? newestFirst.toReversed() : [...ripe, ...newestFirst.filter((one) => !ripe.includes(one))]
}
