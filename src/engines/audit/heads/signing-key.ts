import { createPrivateKey, createPublicKey, generateKeyPairSync, hash, randomUUID, type KeyObject } from 'node:crypto'
import { link, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { keyText, signText } from './signed-head.ts'

/** The key that heads are signed with. */
export interface SigningKey {
  readonly id: Buffer
  readonly publicKey: Buffer
  readonly privateKey: KeyObject
}

/**
 * Reads the key of this installation, an Ed25519 key in PEM; makes it where there is none yet, for several processes that start at
 * once the same one. Throws when others than its owner and group can read it, or it is no such key.
 */
export async function openSigningKey(file: string): Promise<SigningKey> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 })
  if ((await stat(file).catch(() => undefined)) === undefined) {
    const made = await writeNewKey(file)
    // Whoever was first has made it.
    await link(made.file, file).catch(unlessThere)
    await rm(made.file)
  }
  const { mode } = await stat(file)
  if ((mode & 0o027) !== 0) throw new Error(`${file} can be read by others than its owner and group: chmod 600`)
  return keyOf(file, createPrivateKey(await readFile(file)))
}

export interface Rotation {
  readonly old: SigningKey
  readonly fresh: SigningKey
  /** The signature of the old key over the new one. */
  readonly endorsement: Buffer
  /** Puts the new key in the place of the old one, which is kept beside it under its id. */
  replace(): Promise<void>
}

/** Prepares the change to a new key; processes that run go on with the old one until they start anew. */
export async function rotateSigningKey(file: string): Promise<Rotation> {
  const old = await openSigningKey(file)
  const made = await writeNewKey(file)
  return {
    old,
    fresh: made.key,
    endorsement: signText(old.privateKey, keyText(made.key.publicKey)),
    async replace() {
      await link(file, `${file}.${old.id.toString('hex').slice(0, 16)}`)
      await rename(made.file, file)
    },
  }
}

async function writeNewKey(beside: string) {
  const { privateKey } = generateKeyPairSync('ed25519')
  const file = `${beside}.${randomUUID()}`
  await writeFile(file, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flag: 'wx', flush: true })
  return { file, key: keyOf(file, privateKey) }
}

function keyOf(file: string, privateKey: KeyObject): SigningKey {
  if (privateKey.asymmetricKeyType !== 'ed25519') throw new Error(`${file} holds no Ed25519 key`)
  const { x } = createPublicKey(privateKey).export({ format: 'jwk' })
  const publicKey = Buffer.from(x as string, 'base64url')
  return { id: hash('sha256', publicKey, 'buffer'), publicKey, privateKey }
}

function unlessThere(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error
}
