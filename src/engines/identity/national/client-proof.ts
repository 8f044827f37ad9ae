import { createPrivateKey, type KeyObject } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { ClientSecretBasic, PrivateKeyJwt, type ClientAuth } from 'openid-client'
import type { NationalSso } from '#kernel/national-sso.ts'

/** How we prove ourselves to the provider; a key never leaves us, a secret is sent with each request. */
export const clientProof = async (proof: NationalSso['proof']): Promise<ClientAuth> =>
  'secret' in proof
    ? ClientSecretBasic(proof.secret)
    : PrivateKeyJwt(signingKeyOf(createPrivateKey(await readFile(proof.keyFile))))

/** ES256 with P-256, PS256 with RSA; throws for any other key. */
function signingKeyOf(key: KeyObject): CryptoKey {
  const algorithm =
    key.asymmetricKeyType === 'ec' ? { name: 'ECDSA', namedCurve: 'P-256' } : { name: 'RSA-PSS', hash: 'SHA-256' }
  return key.toCryptoKey(algorithm, false, ['sign']) as CryptoKey
}
