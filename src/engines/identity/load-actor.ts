import type { Queries } from '#kernel/database/connect.ts'
import type { Actor, Scope } from '#kernel/operations/actor.ts'
import type { PlainDate } from '#values/plain-date.ts'
import { readHeldPosts, representedBy, unitsReached, type HeldPost, type Reach } from '#engines/directory/index.ts'
import type { SessionRow } from './session.ts'

const withoutRights = { permissions: new Map(), workKeys: [], onBehalf: new Map() } as const

/** Delegated work never includes changing the organisation, accounts or rights themselves. */
const neverDelegated = new Set(['directory.manage', 'account.manage', 'audit.read'])

/**
 * Who a session's person is today: their posts, what these permit and how far, and the work addressed to them. With a password for one
 * use they are themselves, without any rights, until they change it.
 */
export async function loadActor(db: Queries, session: SessionRow, token: string, on: PlainDate): Promise<Actor> {
  const who = { account: session.accountId, person: session.personId, name: session.fullName, session: token }
  // Whoever gave them the password knows it too: until it is changed, nobody works under their name.
  const must = session.mustChangePassword ? { mustChangePassword: true } : {}
  if (session.kind === 'citizen')
    return { kind: 'citizen', ...who, ...(await standingOf(db, session, on)), ...withoutRights, ...must }
  if (session.mustChangePassword) return { kind: 'staff', ...who, ...withoutRights, ...must }
  const posts = await readHeldPosts(db, session.personId, on)
  const permissions = await permissionsOf(db, posts, on)
  const workKeys = new Set<number>()
  const onBehalf = new Map<number, string>()
  for (const post of posts) {
    if (!handsOverWork(post)) continue
    const keys = post.functionKey === null ? [post.key] : [post.key, post.functionKey]
    for (const key of keys) {
      if (post.delegationId !== null && !workKeys.has(key)) onBehalf.set(key, post.delegatedFrom ?? post.title)
      workKeys.add(key)
    }
  }
  const main = posts.find((post) => post.postId === session.postId) ?? posts[0]
  return {
    kind: 'staff',
    ...who,
    permissions,
    workKeys: [...workKeys],
    onBehalf,
    ...(main
      ? { post: { id: main.postId, key: main.key, title: main.title, unit: main.unitName, unitId: main.unitId } }
      : {}),
  }
}

/** How sure it is who they are and, if it is, whom they act for. */
const standingOf = async (db: Queries, { assurance, personId, mustChangePassword }: SessionRow, on: PlainDate) =>
  assurance < 2 || mustChangePassword ? { assurance } : { assurance, actsFor: await representedBy(db, personId, on) }

async function permissionsOf(db: Queries, posts: readonly HeldPost[], on: PlainDate): Promise<Map<string, Scope>> {
  const reachedBy = new Map<string, Promise<Scope>>()
  const reachOnce = (unitId: string, reach: Reach) => {
    const key = `${unitId} ${reach}`
    const known = reachedBy.get(key) ?? unitsReached(db, unitId, reach, on)
    reachedBy.set(key, known)
    return known
  }
  const permissions = new Map<string, Scope>()
  for (const post of posts) {
    for (const [permission, reach] of Object.entries(post.permissions)) {
      if (!isHandedOver(post, permission)) continue
      permissions.set(permission, union(permissions.get(permission), await reachOnce(post.unitId, reach)))
    }
  }
  return permissions
}

function isHandedOver(post: HeldPost, permission: string): boolean {
  if (post.delegationId === null) return true
  if (neverDelegated.has(permission)) return false
  return post.delegatedPermissions === null || post.delegatedPermissions.includes(permission)
}

/** Work goes with the whole post, or with all its rights on dossiers: whoever was given a look at them may not sign them. */
const handsOverWork = (post: HeldPost): boolean =>
  Object.keys(post.permissions).every(
    (permission) => !permission.startsWith('dossier.') || isHandedOver(post, permission),
  )

const union = (a: Scope | undefined, b: Scope): Scope =>
  a === 'all' || b === 'all' ? 'all' : [...new Set([...(a ?? []), ...b])]
