import { networkOf } from '#values/network.ts'
import type { Urgency } from '#values/urgency.ts'
import type { Actor } from '../operations/actor.ts'
import type { Keys } from './line.ts'

/** Tokens that proved themselves lately; more than twice the officials and machines of a province. */
const mostKept = 20_000

/**
 * Whom a request counts for, told before the database is asked: by its token, if that proved itself before; otherwise it is one of many
 * from its network. So whoever is signed in does not stand in one line with all others behind the same address.
 */
export function createCallers() {
  const known = new Map<string, Keys>()
  return {
    /** What a token turned out to be. */
    note(token: string, { kind, account, post }: Actor): void {
      known.delete(token)
      if (kind === 'nobody') return
      if (known.size >= mostKept) known.delete(known.keys().next().value as string)
      known.set(token, post === undefined ? [`account ${account}`] : [`account ${account}`, `unit ${post.unitId}`])
    },
    keysOf(token: string | undefined, address: string, urgency: Urgency): Keys {
      const keys = token === undefined ? undefined : known.get(token)
      if (keys !== undefined) return keys
      const network = `network ${networkOf(address)}`
      // Reading from a network must not keep people behind it from signing in, nor strangers those who come back after a restart.
      if (token !== undefined) return [`${network} with a token`]
      return [urgency === 'filing' ? `${network} handing in` : network]
    },
  }
}

export type Callers = ReturnType<typeof createCallers>
