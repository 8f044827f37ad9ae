import { createHash, createSign, generateKeyPairSync, randomBytes } from 'node:crypto'

interface Asked {
  readonly challenge: string
}

/** How an authenticator, or whoever plays one, answers wrongly. */
interface Wrong {
  readonly origin?: string
  readonly host?: string
  /** It did not ask its owner for a PIN or finger. */
  readonly unverified?: boolean
  readonly counter?: number
}

const sha256 = (bytes: Buffer | string): Buffer => createHash('sha256').update(bytes).digest()

/** A security key in software (WebAuthn Level 2): one P-256 key, its owner verified; at `http://localhost`. */
export function createAuthenticator() {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const id = randomBytes(20)
  let counter = 0

  const clientData = (type: string, { challenge }: Asked, { origin = 'http://localhost' }: Wrong) =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }))

  const authenticatorData = (flags: number, more: Buffer, wrong: Wrong) => {
    const head = Buffer.alloc(5)
    head[0] = flags | 0x01 | (wrong.unverified ? 0 : 0x04)
    head.writeUInt32BE(wrong.counter ?? ++counter, 1)
    return Buffer.concat([sha256(wrong.host ?? 'localhost'), head, more])
  }

  const answered = (response: Readonly<Record<string, Buffer>>) => ({
    id: id.toString('base64url'),
    rawId: id.toString('base64url'),
    type: 'public-key',
    clientExtensionResults: {},
    response: Object.fromEntries(Object.entries(response).map(([name, bytes]) => [name, bytes.toString('base64url')])),
  })

  return {
    /** `navigator.credentials.create`. */
    create(asked: Asked, wrong: Wrong = {}) {
      const { x, y } = publicKey.export({ format: 'jwk' })
      const coseKey = Buffer.concat([
        Buffer.from('a5010203262001215820', 'hex'),
        Buffer.from(x ?? '', 'base64url'),
        Buffer.from('225820', 'hex'),
        Buffer.from(y ?? '', 'base64url'),
      ])
      const credential = Buffer.concat([Buffer.alloc(16), Buffer.of(0, id.length), id, coseKey])
      const data = authenticatorData(0x40, credential, wrong)
      const attestationObject = Buffer.concat([
        // { "fmt": "none", "attStmt": {}, "authData": … } in CBOR.
        Buffer.from('a363666d74646e6f6e656761747453746d74a068617574684461746158', 'hex'),
        Buffer.of(data.length),
        data,
      ])
      return answered({ clientDataJSON: clientData('webauthn.create', asked, wrong), attestationObject })
    },

    /** `navigator.credentials.get`. */
    get(asked: Asked, wrong: Wrong = {}) {
      const clientDataJSON = clientData('webauthn.get', asked, wrong)
      const data = authenticatorData(0, Buffer.alloc(0), wrong)
      const signature = createSign('sha256')
        .update(Buffer.concat([data, sha256(clientDataJSON)]))
        .sign(privateKey)
      return answered({ clientDataJSON, authenticatorData: data, signature })
    },
  }
}
