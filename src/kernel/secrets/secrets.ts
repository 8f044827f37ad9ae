import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Encrypts what must be read again and must not lie open in the database or a copy of it; signs what leaves us and comes back. */
export interface Secrets {
  /** What is sealed opens only `about` the same thing: a row's secret put into another row opens nothing. */
  seal(secret: Buffer, about: string): Buffer
  /** Throws where the key is another, or where anything was changed. */
  open(sealed: Buffer, about: string): Buffer
  /** What opens it. */
  keyOf(sealed: Buffer, about: string): OpenedBy
  /** A signature that only we make, in 43 signs that fit an address; for one purpose it counts for no other. */
  sign(text: string, purpose: string): string
  /** Whether a signature was made here, of exactly this text for this purpose. */
  isSigned(text: string, purpose: string, signature: string): boolean
}

/** The key that seals, the other one while the key is changed, or none that we have. */
export type OpenedBy = 'key' | 'other' | 'none'

/** Stands before what is sealed, so that another algorithm can follow (ASVS V11.2.2): AES-256-GCM, nonce of 12 bytes, tag of 16. */
const aesGcm = 1

const keyFile = 'secrets.key'

/** With the key of the configuration (base64 of 32 bytes), or the one that is made and kept in the data directory. */
export function openSecrets({
  secretsKey,
  secretsKeyAlso,
  dataDirectory,
}: {
  readonly secretsKey: string | undefined
  readonly secretsKeyAlso?: string | undefined
  readonly dataDirectory: string
}): Secrets {
  const key = Buffer.from(secretsKey ?? keptKey(dataDirectory), 'base64')
  return createSecrets(key, secretsKeyAlso === undefined ? undefined : Buffer.from(secretsKeyAlso, 'base64'))
}

/**
 * Seals and signs with `key`. What `other` sealed or signed counts, too, so that processes which have changed to another key and those which
 * have not yet read each other.
 */
export function createSecrets(key: Buffer, other?: Buffer): Secrets {
  const sign = (text: string, purpose: string): string => signWith(key, text, purpose)
  return {
    sign,
    isSigned: (text, purpose, signature) =>
      isAlike(signature, sign(text, purpose)) ||
      (other !== undefined && isAlike(signature, signWith(other, text, purpose))),
    seal(secret, about) {
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(about))
      const text = Buffer.concat([cipher.update(secret), cipher.final()])
      return Buffer.concat([Buffer.of(aesGcm), nonce, cipher.getAuthTag(), text])
    },
    open(sealed, about) {
      if (other === undefined || opens(key, sealed, about)) return openWith(key, sealed, about)
      return openWith(other, sealed, about)
    },
    keyOf(sealed, about) {
      if (opens(key, sealed, about)) return 'key'
      return other !== undefined && opens(other, sealed, about) ? 'other' : 'none'
    },
  }
}

/** Of each purpose a key of its own: no signature is ever made with the key that seals. */
const signWith = (key: Buffer, text: string, purpose: string): string =>
  createHmac('sha256', Buffer.from(hkdfSync('sha256', key, '', `sign ${purpose}`, 32)))
    .update(text)
    .digest('base64url')

function isAlike(shown: string, right: string): boolean {
  const [one, another] = [Buffer.from(shown), Buffer.from(right)]
  return one.length === another.length && timingSafeEqual(one, another)
}

function openWith(key: Buffer, sealed: Buffer, about: string): Buffer {
  if (sealed[0] !== aesGcm) throw new Error(`no such way of sealing: ${sealed[0]}`)
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(1, 13))
  decipher.setAAD(Buffer.from(about)).setAuthTag(sealed.subarray(13, 29))
  return Buffer.concat([decipher.update(sealed.subarray(29)), decipher.final()])
}

function opens(key: Buffer, sealed: Buffer, about: string): boolean {
  try {
    openWith(key, sealed, about)
    return true
  } catch {
    return false
  }
}

/** Of several processes that start at once, one makes the key and all read it. */
function keptKey(directory: string): string {
  const path = join(directory, keyFile)
  const known = readIfThere(path)
  if (known !== undefined) return known
  mkdirSync(directory, { recursive: true })
  const making = `${path}.${process.pid}`
  writeFileSync(making, randomBytes(32).toString('base64'), { mode: 0o600 })
  try {
    linkSync(making, path)
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error
  } finally {
    rmSync(making)
  }
  return readFileSync(path, 'utf8')
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined
    throw error
  }
}

const hasCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code
