import { createPublicKey, type JsonWebKey } from 'node:crypto'
import { z } from 'zod'
import { Problem } from '#values/errors.ts'
import { clientProblems } from '../contract/clients.ts'

const Jwk = z.looseObject({ kty: z.string(), kid: z.string().min(1).max(100) })
const Jwks = z.object({ keys: z.array(Jwk).min(1).max(5) })

const secretParts = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'k', 'oth']

/** The public keys in pasted text, each bound to the one algorithm that it may sign with; throws `unfitKeys`. */
export function readPublicKeys(text: string): { readonly keys: readonly JsonWebKey[] } {
  const keys = keysIn(text)?.map(boundKey)
  const named = new Set(keys?.map((key) => key?.['kid']))
  if (keys === undefined || named.size !== keys.length || keys.includes(undefined)) {
    const { message } = clientProblems.unfitKeys
    throw new Problem('unfitKeys', clientProblems.unfitKeys, { places: [{ path: 'publicKeys', message }] })
  }
  return { keys: keys as JsonWebKey[] }
}

function keysIn(text: string) {
  try {
    const given: unknown = JSON.parse(text)
    return Jwks.safeParse(given).data?.keys ?? [Jwk.parse(given)]
  } catch {
    return undefined
  }
}

/** Nothing of what was pasted is kept but the key itself. */
function boundKey({ kid, ...jwk }: z.infer<typeof Jwk>): JsonWebKey | undefined {
  if (secretParts.some((part) => part in jwk)) return undefined
  try {
    const key = createPublicKey({ key: jwk, format: 'jwk' })
    const alg = algorithmOf(key.asymmetricKeyType, key.asymmetricKeyDetails)
    return alg && { ...key.export({ format: 'jwk' }), kid, alg, use: 'sig' }
  } catch {
    return undefined
  }
}

function algorithmOf(type: string | undefined, details: { namedCurve?: string; modulusLength?: number } = {}) {
  if (type === 'ed25519') return 'EdDSA'
  if (type === 'ec' && details.namedCurve === 'prime256v1') return 'ES256'
  if (type === 'rsa' && (details.modulusLength ?? 0) >= 2048) return 'PS256'
  return undefined
}
