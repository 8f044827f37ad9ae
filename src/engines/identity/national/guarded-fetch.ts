import type { CustomFetch } from 'openid-client'
import { breakerOf } from '#kernel/outside/breakers.ts'
import { readBounded } from '#kernel/http/read-bounded.ts'
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
      return await breakerOf(address).ask(async () => {
        const answer = await fetch(address, { ...options, redirect: 'manual', signal: signal ?? null } as RequestInit)
        if (answer.status >= 500) throw new ProviderAway(`it answered ${answer.status}`)
        const body = answer.body === null ? null : await readBounded(answer, mostBytes)
        return new Response(body, { status: answer.status, headers: answer.headers })
      })
    } catch (error) {
      throw error instanceof ProviderAway ? error : new ProviderAway('it cannot be reached in time', error)
    }
  }
