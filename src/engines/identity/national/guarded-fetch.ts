import type { CustomFetch } from 'openid-client'
import { ProviderAway } from './provider-away.ts'

const mostBytes = 256 * 1024

/**
 * Asks the provider only: addresses at these origins, no redirect followed, answers of a bounded size read within the caller's time.
 * What its documents say of other hosts leads nowhere (no SSRF).
 */
export const guardedFetch =
  (origins: ReadonlySet<string>): CustomFetch =>
  async (address, { signal, ...options }) => {
    if (!origins.has(new URL(address).origin)) throw new TypeError('not an address of the provider')
    try {
      const answer = await fetch(address, { ...options, redirect: 'manual', signal: signal ?? null } as RequestInit)
      if (answer.status >= 500) throw new ProviderAway(`it answered ${answer.status}`)
      return new Response(await bounded(answer), { status: answer.status, headers: answer.headers })
    } catch (error) {
      throw error instanceof ProviderAway ? error : new ProviderAway('it cannot be reached in time', error)
    }
  }

async function bounded(answer: Response): Promise<Uint8Array<ArrayBuffer> | null> {
  if (answer.body === null) return null
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of answer.body) {
    size += part.length
    // Leaving the loop cancels the rest.
    if (size > mostBytes) throw new ProviderAway('its answer is too long')
    parts.push(part)
  }
  return new Uint8Array(Buffer.concat(parts))
}
