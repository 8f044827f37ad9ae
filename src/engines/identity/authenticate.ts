import type { Database } from '#kernel/database/connect.ts'
import type { Authenticate } from '#kernel/http/authenticate.ts'
import { nobody, type Actor } from '#kernel/operations/actor.ts'
import type { AccountPolicy } from './account-policy.ts'
import { loadActor } from './load-actor.ts'
import { findMachine, isApiToken } from './machines/api-token.ts'
import { createCallCount } from './machines/count-calls.ts'
import { endSpent, findSession, touchSession } from './session.ts'

export interface ActorCache {
  readonly authenticate: Authenticate
  /** Forgets everyone: posts, rights or sessions changed somewhere. The next request reads them anew. */
  forgetAll(): void
}

/** Backstop for a missed notice; notices arrive in milliseconds. */
const longestMs = 1000
const mostKept = 5000
const touchEveryMs = 60_000

/** Finds the actor of a token; kept for at most a second, or until something that rights depend on changes. */
export function createActorCache(db: Database, now: () => Date, policy: AccountPolicy): ActorCache {
  const kept = new Map<string, { actor: Promise<Actor>; until: number }>()
  const countCall = createCallCount()
  return {
    async authenticate({ token, address }) {
      if (token === undefined) return nobody
      if (isApiToken(token)) countCall(token, now())
      const found = kept.get(token)
      if (found && found.until > performance.now()) return found.actor
      if (kept.size > mostKept) kept.clear()
      const actor = isApiToken(token)
        ? findMachine(db, token, address, now()).then((machine) => machine ?? nobody)
        : readActor(db, token, now(), policy)
      kept.set(token, { actor, until: performance.now() + longestMs })
      return actor.catch((error: unknown) => {
        kept.delete(token)
        throw error
      })
    },
    forgetAll: () => kept.clear(),
  }
}

async function readActor(db: Database, token: string, at: Date, policy: AccountPolicy): Promise<Actor> {
  const session = await findSession(db, token, at)
  if (session === undefined) {
    await endSpent(db, token, at)
    return nobody
  }
  // Between password and second step one is still a stranger, who may only take that step.
  if (session.awaitsFactor) return { ...nobody, session: token }
  if (at.getTime() - session.seenAt.getTime() > touchEveryMs) await touchSession(db, token, at)
  return loadActor(db, session, token, at, policy)
}
