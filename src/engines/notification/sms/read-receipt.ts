import type { SmsGateway, SmsReceipts } from '#kernel/sms-gateway.ts'
import { isSameText, putInto, sign, textAt, type Known } from './http-signature.ts'

/** What a provider told: of which message, by its own id or by ours, and what became of it; undefined while it is on its way. */
export interface ToldReceipt {
  readonly centreId: string
  readonly reference: string
  readonly state: 'delivered' | 'undelivered' | undefined
  readonly error: string | null
}

export interface Told {
  readonly said: unknown
  readonly header: (name: string) => string | undefined
}

/** Reads what comes as a receipt; undefined where it does not prove that it is from the provider, or names no message. */
export function readReceipt({ said, header }: Told, { url }: SmsGateway, shape: SmsReceipts): ToldReceipt | undefined {
  const { username, password } = new URL(url)
  const [user, secret] = [decodeURIComponent(username), decodeURIComponent(password)]
  if (!isProven({ said, header }, shape.proof, { user, password: secret })) return undefined
  const centreId = textAt(said, shape.id)
  const reference = shape.reference ? textAt(said, shape.reference) : ''
  if (centreId === '' && reference === '') return undefined
  const state = textAt(said, shape.state)
  const error = shape.error ? textAt(said, shape.error) : ''
  if (shape.delivered.includes(state)) return { centreId, reference, state: 'delivered', error: null }
  if (!shape.undelivered.includes(state)) return { centreId, reference, state: undefined, error: null }
  return { centreId, reference, state: 'undelivered', error: (error || state).slice(0, 300) }
}

function isProven({ said, header }: Told, proof: SmsReceipts['proof'], own: Known & { password: string }): boolean {
  if ('header' in proof) return isSameText(header(proof.header) ?? '', putInto(proof.value, own))
  const known = { ...valuesOf(said), ...own }
  return isSameText(textAt(said, proof.field).toLowerCase(), sign(proof, known, own.password).toLowerCase())
}

/** All values by their paths: `data.id`. */
function valuesOf(said: unknown, above = '', depth = 0): Record<string, string> {
  if (typeof said === 'string' || typeof said === 'number') return { [above]: String(said) }
  if (typeof said !== 'object' || said === null || depth > 4) return {}
  return Object.assign(
    {},
    ...Object.entries(said).map(([key, value]) => valuesOf(value, above === '' ? key : `${above}.${key}`, depth + 1)),
  ) as Record<string, string>
}
