import { find, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import type { Actor, Scope } from '#kernel/operations/actor.ts'
import { dateAt, type PlainDate } from '#values/plain-date.ts'
import {
  readHeldPosts,
  representedBy,
  takenOver,
  unitsReached,
  type HeldPost,
  type Reach,
} from '#engines/directory/index.ts'
import { administers, isTooOld, type AccountPolicy } from './account-policy.ts'
import { hasFactor } from './factors/has-factor.ts'
import { isOpen } from './is-open.ts'
import type { SessionRow } from './session.ts'

const withoutRights = { permissions: new Map(), workKeys: [], ownKeys: [], onBehalf: new Map() } as const

/** Delegated work never includes changing the organisation, accounts or rights themselves, nor opening who denounced. */
const neverDelegated = new Set([
  'directory.manage',
  'directory.reorganize',
  'account.manage',
  'account.merge',
  'audit.read',
  'access.explain',
  'access.simulate',
  'denunciation.unseal',
])

/**
 * Who a session's person is today: their posts, what these permit and how far, and the work addressed to them. With a password for one
 * use or one too old they are themselves, without any rights, until they change it; so are they without a second factor, where they
 * must have one.
 */
export async function loadActor(
  db: Queries,
  session: SessionRow,
  token: string,
  at: Date,
  policy: AccountPolicy,
): Promise<Actor> {
  const actor = {
    ...(await actorFor(db, session, dateAt(at))),
    session: token,
    proof: {
      at: session.verifiedAt,
      byFactorAt: session.factorAt,
      hasFactor: session.hasFactor,
      hasPasskey: session.hasPasskey,
    },
  }
  return unlessLacking(actor, session, at, policy)
}

type Proven = Pick<SessionRow, 'hasFactor' | 'passwordSetAt'>

/** The actor; without any rights while they must do something first by the rules of this installation. */
function unlessLacking(actor: Actor, proven: Proven, at: Date, policy: AccountPolicy): Actor {
  const lacks = lackOf(actor, proven, at, policy)
  if (lacks === undefined) return actor
  const { post: _post, ...who } = actor
  return { ...who, ...withoutRights, ...lacks }
}

/** What an official must do first by the rules of this installation. */
function lackOf(
  { kind, permissions, mustChangePassword }: Actor,
  session: Proven,
  at: Date,
  policy: AccountPolicy,
): Pick<Actor, 'mustChangePassword' | 'mustAddFactor'> | undefined {
  if (kind !== 'staff' || mustChangePassword !== undefined) return undefined
  const isAdministrator = administers(permissions)
  if (isAdministrator && isTooOld(policy.profiles.staff, session.passwordSetAt, at))
    return { mustChangePassword: 'old' }
  const mustHave = policy.secondFactor === 'everyone' || (isAdministrator && policy.secondFactor !== 'off')
  return mustHave && !session.hasFactor ? { mustAddFactor: true } : undefined
}

type Who = Pick<
  SessionRow,
  'accountId' | 'kind' | 'personId' | 'fullName' | 'postId' | 'mustChangePassword' | 'assurance'
>

/**
 * Whoever has a staff account, as they would be if they called at a moment; undefined for whoever cannot sign in. With `asOf` it is a
 * moment other than now: what was written or revoked since is taken as it was then.
 * @right
 */
export async function actorOfPerson(
  db: Queries,
  personId: string,
  at: Date,
  policy: AccountPolicy,
  asOf?: Date,
): Promise<Actor | undefined> {
  const who = await find(
    db,
    sql<
      Who & Proven
    >`select a.id as account_id, a.kind, a.person_id, p.full_name, null as post_id, a.must_change_password, a.assurance,
        a.password_set_at, ${hasFactor} as has_factor
      from identity.account a join directory.person p on p.id = a.person_id
      where a.person_id = ${personId} and a.kind = 'staff' and ${isOpen(at)} ${asOf ? sql`and a.created_at <= ${asOf}` : sql``}`,
  )
  return who && unlessLacking(await actorFor(db, who, dateAt(at), asOf), who, at, policy)
}

/** @right */
async function actorFor(db: Queries, session: Who, on: PlainDate, asOf?: Date): Promise<Actor> {
  const who = { account: session.accountId, person: session.personId, name: session.fullName }
  // Whoever gave them the password knows it too: until it is changed, nobody works under their name.
  if (session.mustChangePassword) return { kind: session.kind, ...who, ...withoutRights, mustChangePassword: 'once' }
  if (session.kind === 'citizen')
    return { kind: 'citizen', ...who, ...(await standingOf(db, session, on)), ...withoutRights }
  const posts = await readHeldPosts(db, session.personId, on, asOf)
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
  for (const key of await takenOver(db, [...workKeys], on)) workKeys.add(key)
  return {
    kind: 'staff',
    ...who,
    permissions,
    workKeys: [...workKeys],
    ownKeys: posts.filter((post) => post.delegationId === null).map((post) => post.key),
    onBehalf,
    ...(main
      ? { post: { id: main.postId, key: main.key, title: main.title, unit: main.unitName, unitId: main.unitId } }
      : {}),
  }
}

/** How sure it is who they are and, if it is, whom they act for. */
const standingOf = async (db: Queries, { assurance, personId }: Who, on: PlainDate) =>
  assurance < 2 ? { assurance } : { assurance, actsFor: await representedBy(db, personId, on) }

/** @right */
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

type Lent = Pick<HeldPost, 'delegationId' | 'delegatedPermissions' | 'permissions'>

/**
 * Whether a permission of a post is held with it: all of one's own, of a lent one those that were lent and may be.
 * @right
 */
function isHandedOver(post: Lent, permission: string): boolean {
  if (post.delegationId === null) return true
  if (neverDelegated.has(permission)) return false
  return post.delegatedPermissions === null || post.delegatedPermissions.includes(permission)
}

/** Work goes with the whole post, or with all its rights on dossiers: whoever was given a look at them may not sign them. */
export const handsOverWork = (post: Lent): boolean =>
  Object.keys(post.permissions).every(
    (permission) => !permission.startsWith('dossier.') || isHandedOver(post, permission),
  )

const union = (a: Scope | undefined, b: Scope): Scope =>
  a === 'all' || b === 'all' ? 'all' : [...new Set([...(a ?? []), ...b])]
