import { createCipheriv, createECDH, hkdfSync, randomBytes } from 'node:crypto'

/** The keys of a browser's subscription, in base64url as it gives them. */
export interface PushKeys {
  readonly publicKey: string
  readonly auth: string
}

/** All that push services take (RFC 8291 § 4); our texts are far shorter. */
const recordSize = 4096

const hkdf = (salt: Buffer, key: Buffer, info: Buffer, length: number) =>
  Buffer.from(hkdfSync('sha256', key, salt, info, length))

/**
 * Encrypts a text so that only the browser reads it (RFC 8291, in the coding `aes128gcm` of RFC 8188): one record. `chance` is for tests that
 * compare with the example of the standard.
 */
export function encryptPush(
  text: Buffer,
  { publicKey, auth }: PushKeys,
  chance: { readonly salt: Buffer; readonly privateKey: Buffer } = {
    salt: randomBytes(16),
    privateKey: freshPrivateKey(),
  },
): Buffer {
  const theirs = Buffer.from(publicKey, 'base64url')
  const ours = createECDH('prime256v1')
  ours.setPrivateKey(chance.privateKey)
  const ourPublic = ours.getPublicKey()
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), theirs, ourPublic])
  const key = hkdf(Buffer.from(auth, 'base64url'), ours.computeSecret(theirs), info, 32)
  const contentKey = hkdf(chance.salt, key, Buffer.from('Content-Encoding: aes128gcm\0'), 16)
  const nonce = hkdf(chance.salt, key, Buffer.from('Content-Encoding: nonce\0'), 12)
  const cipher = createCipheriv('aes-128-gcm', contentKey, nonce)
  // 2 marks the last record.
  const record = Buffer.concat([cipher.update(text), cipher.update(Buffer.of(2)), cipher.final(), cipher.getAuthTag()])
  const size = Buffer.alloc(4)
  size.writeUInt32BE(recordSize)
  return Buffer.concat([chance.salt, size, Buffer.of(ourPublic.length), ourPublic, record])
}

function freshPrivateKey(): Buffer {
  const fresh = createECDH('prime256v1')
  fresh.generateKeys()
  return fresh.getPrivateKey()
}

/** Whether these are keys that can be encrypted for: a point of the curve, and 16 bytes. */
export function areKeys({ publicKey, auth }: PushKeys): boolean {
  try {
    const ecdh = createECDH('prime256v1')
    ecdh.generateKeys()
    ecdh.computeSecret(Buffer.from(publicKey, 'base64url'))
    return Buffer.from(publicKey, 'base64url').length === 65 && Buffer.from(auth, 'base64url').length === 16
  } catch {
    return false
  }
}
