import { createPublicKey, hash, verify, type KeyObject } from 'node:crypto'
import { linesOf } from './lines.ts'

/** A head as it was published; bytes in hex. */
export interface Head {
  readonly size: number
  readonly root: string
  readonly seal: number
  readonly at: string
  readonly key: string
  readonly signature: string
}

export interface ListedKey {
  readonly id: string
  readonly publicKey: string
  readonly endorsedBy: string | null
  readonly endorsement: string | null
}

export interface Kept {
  readonly heads: readonly Head[]
  readonly keys: readonly ListedKey[]
}

/**
 * Heads and keys out of files: lines `{"head"}` and `{"key"}`, and what the feed answers, `{"rows","keys"}`. Other lines, such as those of a
 * mail around them, are passed over.
 */
export async function readKept(files: readonly string[]): Promise<Kept> {
  const heads: Head[] = []
  const keys: ListedKey[] = []
  for (const file of files) {
    for await (const lines of linesOf(file)) {
      for (const line of lines) {
        const said = line.startsWith('{') ? parse(line) : {}
        if (said.head) heads.push(said.head)
        if (said.key) keys.push(said.key)
        heads.push(...(said.rows ?? []))
        keys.push(...(said.keys ?? []))
      }
    }
  }
  return { heads, keys }
}

interface Said {
  readonly head?: Head
  readonly key?: ListedKey
  readonly rows?: readonly Head[]
  readonly keys?: readonly ListedKey[]
}

function parse(line: string): Said {
  try {
    return JSON.parse(line) as Said
  } catch {
    // A line that a full disk cut off.
    return {}
  }
}

/**
 * The keys that may be trusted, by id: those whose key or id is `given`, and whichever of the listed was signed by a trusted one.
 * A given key need not be listed.
 */
export function trustedKeys(given: readonly string[], listed: readonly ListedKey[]): ReadonlyMap<string, KeyObject> {
  const trusted = new Map<string, KeyObject>()
  const known = listed.filter(({ id, publicKey }) => idOf(publicKey) === id)
  for (const text of given) {
    const publicKey = known.find((key) => key.id === text)?.publicKey ?? text
    trusted.set(idOf(publicKey), keyOf(publicKey))
  }
  for (let before = -1; before !== trusted.size;) {
    before = trusted.size
    for (const { id, publicKey, endorsedBy, endorsement } of known) {
      const by = trusted.get(endorsedBy ?? '')
      if (by !== undefined && isSigned(by, `lien-thong/audit-key/1\nkey ${publicKey}\n`, endorsement ?? ''))
        trusted.set(id, keyOf(publicKey))
    }
  }
  return trusted
}

/** Whether a trusted key signed the head. */
export function isGenuine({ size, root, seal, at, key, signature }: Head, trusted: ReadonlyMap<string, KeyObject>) {
  const by = trusted.get(key)
  const text = `lien-thong/audit-head/1\nsize ${size}\nroot ${root}\nseal ${seal}\ntime ${at}\n`
  return by !== undefined && isSigned(by, text, signature)
}

const isSigned = (key: KeyObject, text: string, signature: string): boolean =>
  verify(null, Buffer.from(text), key, Buffer.from(signature, 'hex'))

const idOf = (publicKey: string): string => hash('sha256', Buffer.from(publicKey, 'hex'))

const keyOf = (publicKey: string): KeyObject =>
  createPublicKey({
    key: { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(publicKey, 'hex').toString('base64url') },
    format: 'jwk',
  })
