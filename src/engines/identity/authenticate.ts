import type { Database } from '#kernel/database/connect.ts'
import type { Authenticate } from '#kernel/http/authenticate.ts'
import { nobody, type Actor } from '#kernel/operations/actor.ts'
import type { AccountPolicy } from './account-policy.ts'
import { loadActor } from './load-actor.ts'
import { isApiToken } from './machines/api-token.ts'
import { createCallCount } from './machines/count-calls.ts'
import { findMachine, type FoundMachine } from './machines/find-machine.ts'
import { endSpent, findSession, touchSession } from './session.ts'

export interface ActorCache {
  readonly authenticate: Authenticate
  /** Forgets everyone: posts, rights or sessions changed somewhere. The next request reads them anew. */
  forgetAll(): void
}

/** Who has a token; of a machine also whose calls it counts among. */
type Found = Partial<FoundMachine> & Pick<FoundMachine, 'actor'>

/** Finds the machine of a hall that holds a token of its own; a later engine knows it. */
export type FindDevice = (db: Database, token: string) => Promise<Actor | undefined>

/** Backstop for a missed notice; notices arrive in milliseconds. */
const longestMs = 1000
const mostKept = 5000
const touchEveryMs = 60_000

/** Finds the actor of a token; kept for at most a second, or until something that rights depend on changes. */
export function createActorCache(
  db: Database,
  now: () => Date,
  policy: AccountPolicy,
  findDevice: FindDevice = () => Promise.resolve(undefined),
): ActorCache {
  const kept = new Map<string, { found: Promise<Found>; until: number }>()
  const countCall = createCallCount(db)
  const readBrowser = async (token: string): Promise<Found> => {
    const device = await findDevice(db, token)
    return device === undefined ? readPerson(db, token, now(), policy) : { actor: device }
  }
  const find = (token: string, address: string): Promise<Found> => {
    const known = kept.get(token)
    if (known && known.until > performance.now()) return known.found
    if (kept.size > mostKept) kept.clear()
    const found = isApiToken(token) ? readMachine(db, token, address, now()) : readBrowser(token)
    kept.set(token, { found, until: performance.now() + longestMs })
    return found.catch((error: unknown) => {
      kept.delete(token)
      throw error
    })
  }
  return {
    async authenticate({ token, address }) {
      if (token === undefined) return nobody
      const { actor, holderId } = await find(token, address)
      if (holderId !== undefined) void countCall(holderId, now())
      return actor
    },
    forgetAll: () => kept.clear(),
  }
}

const readMachine = async (db: Database, token: string, address: string, at: Date): Promise<Found> =>
  (await findMachine(db, token, address, at)) ?? { actor: nobody }

const readPerson = async (db: Database, token: string, at: Date, policy: AccountPolicy): Promise<Found> => ({
  actor: await readActor(db, token, at, policy),
})

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
