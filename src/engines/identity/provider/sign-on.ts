import type { Actor } from '#kernel/operations/actor.ts'
import { loadActor } from '../load-actor.ts'
import { findSession, findSessionById, type SessionRow } from '../session.ts'
import type { ClientRow } from './client.ts'
import type { ProviderParts } from './provider-parts.ts'

/** Somebody who is signed in here and may do so elsewhere. */
export interface SignOn {
  readonly session: SessionRow
  readonly actor: Actor
}

type Parts = Pick<ProviderParts, 'db' | 'now' | 'policy'>

/**
 * Whoever's session this is, by its token or its id. Half a session is no sign-in, nor is one whose owner must first change their
 * password or add a factor.
 * @right
 */
export async function findSignOn(
  parts: Parts,
  named: { readonly token: string } | { readonly id: string },
): Promise<SignOn | undefined> {
  const at = parts.now()
  const session =
    'token' in named ? await findSession(parts.db, named.token, at) : await findSessionById(parts.db, named.id, at)
  if (session === undefined || session.awaitsFactor) return undefined
  const actor = await loadActor(parts.db, session, '', at, parts.policy)
  return actor.mustChangePassword || actor.mustAddFactor ? undefined : { session, actor }
}

/**
 * Whether a system is for people of this kind.
 * @right
 */
export const isFor = ({ people }: Pick<ClientRow, 'people'>, { kind }: Actor): boolean =>
  people === 'everyone' || people === kind
