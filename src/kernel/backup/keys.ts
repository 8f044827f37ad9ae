import { createPrivateKey, createPublicKey, generateKeyPairSync, randomBytes, type KeyObject } from 'node:crypto'
import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { z } from 'zod'

/** What the server holds: it seals and signs, and can open nothing of what it sealed. */
export interface BackupKey {
  /** X25519, of the recovery key. */
  readonly sealTo: KeyObject
  /** Ed25519. */
  readonly signWith: KeyObject
  /** Content is filed under a keyed name, so that nobody finds out from names what is in it. */
  readonly naming: Buffer
  /** Which pair of keys it is of. */
  readonly id: string
}

/** What opens a backup. It is kept where neither the server nor the backup is. */
export interface RecoveryKey {
  readonly openWith: KeyObject
  readonly verifyWith: KeyObject
  readonly naming: Buffer
  readonly id: string
}

const Raw = z.string().regex(/^[\w-]{43}$/)
const Pair = z.strictObject({ x: Raw, d: Raw })
const BackupFile = z.strictObject({ is: z.literal('lien-thong backup key 1'), seal: Raw, sign: Pair, naming: Raw })
const RecoveryFile = z.strictObject({
  is: z.literal('lien-thong recovery key 1'),
  open: Pair,
  verify: Raw,
  naming: Raw,
})

const publicKey = (crv: 'X25519' | 'Ed25519', x: string): KeyObject =>
  createPublicKey({ key: { kty: 'OKP', crv, x }, format: 'jwk' })
const privateKey = (crv: 'X25519' | 'Ed25519', pair: z.output<typeof Pair>): KeyObject =>
  createPrivateKey({ key: { kty: 'OKP', crv, ...pair }, format: 'jwk' })

/** The 32 bytes of a public key (RFC 7748, RFC 8032). */
export const rawOf = (key: KeyObject): Buffer => Buffer.from(key.export({ format: 'jwk' }).x as string, 'base64url')
export const x25519Of = (raw: Buffer): KeyObject => publicKey('X25519', raw.toString('base64url'))

/** Writes a new pair of keys into two new files that only their owner can read. */
export function makeKeys(backupFile: string, recoveryFile: string): void {
  const seal = generateKeyPairSync('x25519').privateKey.export({ format: 'jwk' })
  const sign = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' })
  const naming = randomBytes(32).toString('base64url')
  const backup = { is: 'lien-thong backup key 1', seal: seal.x, sign: { x: sign.x, d: sign.d }, naming }
  const recovery = { is: 'lien-thong recovery key 1', open: { x: seal.x, d: seal.d }, verify: sign.x, naming }
  writeFileSync(recoveryFile, `${JSON.stringify(recovery)}\n`, { flag: 'wx', mode: 0o600, flush: true })
  writeFileSync(backupFile, `${JSON.stringify(backup)}\n`, { flag: 'wx', mode: 0o600, flush: true })
}

export function readBackupKey(file: string): BackupKey {
  const { seal, sign, naming } = readKey(file, BackupFile, 'backup')
  const sealTo = publicKey('X25519', seal)
  return { sealTo, signWith: privateKey('Ed25519', sign), naming: Buffer.from(naming, 'base64url'), id: idOf(sealTo) }
}

export function readRecoveryKey(file: string): RecoveryKey {
  const { open, verify, naming } = readKey(file, RecoveryFile, 'recovery')
  return {
    openWith: privateKey('X25519', open),
    verifyWith: publicKey('Ed25519', verify),
    naming: Buffer.from(naming, 'base64url'),
    id: idOf(publicKey('X25519', open.x)),
  }
}

const idOf = (key: KeyObject): string => rawOf(key).toString('hex').slice(0, 16)

function readKey<Shape extends z.ZodType>(file: string, shape: Shape, kind: string): z.output<Shape> {
  const found = statSync(file, { throwIfNoEntry: false })
  if (found === undefined) throw new Error(`there is no ${kind} key ${file}`)
  if ((found.mode & 0o077) !== 0) throw new Error(`others can read ${file}: chmod 600 ${file}`)
  try {
    return shape.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    // Not with what was read: it may be a key, too.
    throw new Error(`${file} is not a ${kind} key, or it is damaged`)
  }
}
