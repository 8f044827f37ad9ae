import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  sign,
  verify,
  type KeyObject,
} from 'node:crypto'
import { createReadStream } from 'node:fs'
import { promisify } from 'node:util'
import { constants, zstdCompress, zstdDecompress } from 'node:zlib'
import { BackupFault } from './fault.ts'
import { rawOf, x25519Of, type BackupKey, type RecoveryKey } from './keys.ts'

/**
 * The form of everything that lies in a backup. `LTB1`, a public X25519 key made for this object alone (32 bytes), then pieces: length
 * (4 bytes, the highest bit says that it is the last), AES-256-GCM of at most 1 MiB compressed by zstd, tag (16 bytes); then an Ed25519
 * signature (64 bytes) over the name and SHA-256 of all before it. The key of a piece is made of the name of the object, its nonce of
 * number and end: nothing can be cut off, exchanged, put elsewhere, or come from somebody else.
 */
const magic = Buffer.from('LTB1')
const pieceBytes = 1024 * 1024
const tagBytes = 16
const signatureBytes = 64
/** What does not get smaller gets a little larger. */
const mostSealed = pieceBytes + 4096
const lastBit = 0x8000_0000

const compress = promisify(zstdCompress)
const decompress = promisify(zstdDecompress)

/** What opens an object: by the key that it says it was made with, as 32 bytes. */
export interface Opener {
  secretOf(name: string, maker: Buffer): Buffer
  readonly verifyWith: KeyObject
}

/** Whoever holds the recovery key opens everything. */
export const openerOf = (key: RecoveryKey): Opener => ({
  secretOf: (name, maker) => keyOf(name, key.openWith, x25519Of(maker), maker, rawOf(createPublicKey(key.openWith))),
  verifyWith: key.verifyWith,
})

/** The key of one object, and with it the only way for a server to read back what it has just sealed; gone with the process. */
export function keyOfObject(key: BackupKey): { readonly own: KeyObject; readonly opener: Opener } {
  const { privateKey: own, publicKey } = generateKeyPairSync('x25519')
  return {
    own,
    opener: {
      secretOf: (name) => keyOf(name, own, key.sealTo, rawOf(publicKey), rawOf(key.sealTo)),
      verifyWith: createPublicKey(key.signWith),
    },
  }
}

/** Seals a stream; memory for a few pieces. */
export async function* seal(
  name: string,
  source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  key: BackupKey,
  own: KeyObject = generateKeyPairSync('x25519').privateKey,
): AsyncGenerator<Buffer> {
  const ownPublic = rawOf(createPublicKey(own))
  const secret = keyOf(name, own, key.sealTo, ownPublic, rawOf(key.sealTo))
  const hash = createHash('sha256')
  const head = Buffer.concat([magic, ownPublic])
  hash.update(head)
  yield head
  let number = 0
  for await (const { plain, isLast } of piecesOf(source)) {
    const packed = await compress(plain, { params: { [constants.ZSTD_c_compressionLevel]: 1 } })
    const cipher = createCipheriv('aes-256-gcm', secret, nonceOf(number, isLast))
    const text = Buffer.concat([cipher.update(packed), cipher.final(), cipher.getAuthTag()])
    const length = Buffer.alloc(4)
    length.writeUInt32BE((text.length | (isLast ? lastBit : 0)) >>> 0)
    hash.update(length).update(text)
    yield length
    yield text
    number += 1
  }
  yield sign(null, signedOf(name, hash.digest()), key.signWith)
}

/**
 * Opens an object piece by piece. What it answered counts only when it has ended: that the whole is ours is known last. Throws
 * {@link BackupFault} with words for people.
 */
export const open = (path: string, name: string, key: RecoveryKey): AsyncGenerator<Buffer> =>
  openWith(path, name, openerOf(key))

/** The same, by whatever opens it. */
export async function* openWith(path: string, name: string, opener: Opener): AsyncGenerator<Buffer> {
  const source = createReadStream(path, { highWaterMark: pieceBytes })
  const taker = createTaker(source, name)
  try {
    const hash = createHash('sha256')
    const head = await taker.take(36)
    if (!head.subarray(0, 4).equals(magic)) throw new BackupFault(`${name} is no part of a backup`)
    hash.update(head)
    const secret = opener.secretOf(name, head.subarray(4))
    for (let number = 0, isLast = false; !isLast; number += 1) {
      const length = await taker.take(4)
      const said = length.readUInt32BE()
      isLast = said >= lastBit
      const bytes = said % lastBit
      if (bytes < tagBytes || bytes > mostSealed) throw new BackupFault(`${name} is damaged`)
      const text = await taker.take(bytes)
      hash.update(length).update(text)
      yield await decompress(decrypt(text, secret, nonceOf(number, isLast), name), { maxOutputLength: pieceBytes })
    }
    const signature = await taker.take(signatureBytes)
    if (!(await taker.isAtEnd())) throw new BackupFault(`${name} is damaged: something was added to it`)
    if (!verify(null, signedOf(name, hash.digest()), opener.verifyWith, signature))
      throw new BackupFault(`${name} is not signed by the server of this recovery key`)
  } finally {
    source.destroy()
  }
}

function decrypt(text: Buffer, key: Buffer, nonce: Buffer, name: string): Buffer {
  const cipher = createDecipheriv('aes-256-gcm', key, nonce).setAuthTag(text.subarray(-tagBytes))
  try {
    return Buffer.concat([cipher.update(text.subarray(0, -tagBytes)), cipher.final()])
  } catch {
    throw new BackupFault(`${name} cannot be opened: it is damaged or exchanged, or was made for another recovery key`)
  }
}

function keyOf(name: string, own: KeyObject, other: KeyObject, sender: Buffer, receiver: Buffer): Buffer {
  const agreed = diffieHellman({ privateKey: own, publicKey: other })
  return Buffer.from(hkdfSync('sha256', agreed, Buffer.concat([sender, receiver]), `lien-thong backup ${name}`, 32))
}

/** A key serves one object only, so that counting never repeats a nonce. */
function nonceOf(number: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12)
  nonce.writeUInt32BE(number, 7)
  nonce[11] = isLast ? 1 : 0
  return nonce
}

const signedOf = (name: string, digest: Buffer): Buffer =>
  Buffer.concat([Buffer.from(`lien-thong backup 1\n${name}\n`), digest])

/** Cuts a stream into pieces of one size; the last one may be empty. */
async function* piecesOf(source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>) {
  let held: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of source) {
    let rest = chunk
    while (bytes + rest.length > pieceBytes) {
      const fits = pieceBytes - bytes
      yield { plain: Buffer.concat([...held, rest.subarray(0, fits)]), isLast: false }
      held = []
      bytes = 0
      rest = rest.subarray(fits)
    }
    held.push(rest)
    bytes += rest.length
  }
  yield { plain: Buffer.concat(held), isLast: true }
}

/** Takes exactly so many bytes at a time from a stream. */
function createTaker(source: AsyncIterable<Buffer>, name: string) {
  const chunks = source[Symbol.asyncIterator]()
  let held: Buffer = Buffer.alloc(0)
  const fill = async (): Promise<boolean> => {
    const { value, done } = await chunks.next()
    if (done) return false
    held = held.length === 0 ? value : Buffer.concat([held, value])
    return true
  }
  return {
    async take(bytes: number): Promise<Buffer> {
      while (held.length < bytes) if (!(await fill())) throw new BackupFault(`${name} is damaged: its end is missing`)
      const taken = held.subarray(0, bytes)
      held = held.subarray(bytes)
      return taken
    },
    isAtEnd: async (): Promise<boolean> => held.length === 0 && !(await fill()),
  }
}
