import { sign, type KeyObject } from 'node:crypto'
import type { Hash } from '../merkle.ts'

/** A head with its signature: what is kept where no administrator of the database can write. */
export interface SignedHead {
  readonly size: number
  readonly root: Hash
  /** The seal that it is the head of. */
  readonly seal: number
  readonly at: Date
  readonly keyId: Buffer
  /** Ed25519 over {@link headText}. */
  readonly signature: Buffer
}

/** A public key of this installation, and the signature of the one before it over {@link keyText}. */
export interface PublicKey {
  readonly id: Buffer
  /** The 32 bytes of RFC 8032. */
  readonly publicKey: Buffer
  readonly since: Date
  readonly endorsedBy: Buffer | null
  readonly endorsement: Buffer | null
}

/** What is signed, in UTF-8; the form is described in `verifier/README.md`. */
export const headText = ({ size, root, seal, at }: Pick<SignedHead, 'size' | 'root' | 'seal' | 'at'>): string =>
  `lien-thong/audit-head/1\nsize ${size}\nroot ${root.toString('hex')}\nseal ${seal}\ntime ${at.toISOString()}\n`

/** What an old key signs of the one that follows it. */
export const keyText = (publicKey: Buffer): string => `lien-thong/audit-key/1\nkey ${publicKey.toString('hex')}\n`

export const signText = (key: KeyObject, text: string): Buffer => sign(null, Buffer.from(text), key)

export const viewHead = ({ size, root, seal, at, keyId, signature }: SignedHead) => ({
  size,
  root: root.toString('hex'),
  seal,
  at: at.toISOString(),
  key: keyId.toString('hex'),
  signature: signature.toString('hex'),
})

export const viewKey = ({ id, publicKey, since, endorsedBy, endorsement }: PublicKey) => ({
  id: id.toString('hex'),
  publicKey: publicKey.toString('hex'),
  since: since.toISOString(),
  endorsedBy: endorsedBy?.toString('hex') ?? null,
  endorsement: endorsement?.toString('hex') ?? null,
})
