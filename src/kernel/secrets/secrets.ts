import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Encrypts what must be read again and must not lie open in the database or a copy of it. */
export interface Secrets {
  /** What is sealed opens only `about` the same thing: a row's secret put into another row opens nothing. */
  seal(secret: Buffer, about: string): Buffer
  /** Throws where the key is another, or where anything was changed. */
  open(sealed: Buffer, about: string): Buffer
}

/** Stands before what is sealed, so that another algorithm can follow (ASVS V11.2.2): AES-256-GCM, nonce of 12 bytes, tag of 16. */
const aesGcm = 1

const keyFile = 'secrets.key'

/** With the key of the configuration (base64 of 32 bytes), or the one that is made and kept in the data directory. */
export function openSecrets({
  secretsKey,
  dataDirectory,
}: {
  readonly secretsKey: string | undefined
  readonly dataDirectory: string
}): Secrets {
  return createSecrets(Buffer.from(secretsKey ?? keptKey(dataDirectory), 'base64'))
}

export function createSecrets(key: Buffer): Secrets {
  return {
    seal(secret, about) {
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(about))
      const text = Buffer.concat([cipher.update(secret), cipher.final()])
      return Buffer.concat([Buffer.of(aesGcm), nonce, cipher.getAuthTag(), text])
    },
    open(sealed, about) {
      if (sealed[0] !== aesGcm) throw new Error(`no such way of sealing: ${sealed[0]}`)
      const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(1, 13))
      decipher.setAAD(Buffer.from(about)).setAuthTag(sealed.subarray(13, 29))
      return Buffer.concat([decipher.update(sealed.subarray(29)), decipher.final()])
    },
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
