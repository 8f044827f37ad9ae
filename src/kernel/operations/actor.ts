import type { OperationMeta } from '#values/operation.ts'

/**
 * What a permission reaches: everything, or what carries one of these keys. Keys are small integers that engines give to
 * whatever rights are bound to (a unit, a post, a queue); the kernel does not know what they mean.
 */
export type Scope = 'all' | readonly number[]

/** Who acts. Made by whoever authenticates; the kernel asks it only what it may do. */
export interface Actor {
  readonly kind: 'nobody' | 'citizen' | 'staff' | 'service' | 'device' | 'system'
  /** The account's id; a fixed name for `nobody` and `system`. */
  readonly account: string
  readonly person?: string
  readonly name: string
  /** The session or token behind this call, for signing out. */
  readonly session?: string
  /** Their password was for one use, or is older than it may be: they hold no rights before it is changed. */
  readonly mustChangePassword?: 'once' | 'old'
  /** They must have a second factor and have none: nothing is theirs to do before. */
  readonly mustAddFactor?: boolean
  /** When they last proved who they are in this session, and by what. */
  readonly proof?: Proof
  /** How sure it is that a citizen is who they say: 1 = said so, 2 = card seen at a counter, 3 = national e-identity. */
  readonly assurance?: number
  /** Whom a citizen acts for today, as these allowed it. */
  readonly actsFor?: readonly Represented[]
  /** By permission: what it reaches. A permission that is absent is not held. */
  readonly permissions: ReadonlyMap<string, Scope>
  /** The keys under which work is addressed to this actor: own posts, functions of their units, those delegated. */
  readonly workKeys: readonly number[]
  /** The keys of the posts held by appointment: what was given to the holder of a post, and is not lent on with its work. */
  readonly ownKeys: readonly number[]
  /** Keys held by delegation, and whose: what is done under them is recorded "on behalf of". */
  readonly onBehalf: ReadonlyMap<number, string>
  /** The post acted from, as shown in audit and history. */
  readonly post?: {
    readonly id: string
    readonly key: number
    readonly title: string
    readonly unit: string
    readonly unitId: string
  }
}

export interface Proof {
  /** By password or factor. */
  readonly at: Date | null
  readonly byFactorAt: Date | null
  readonly hasFactor: boolean
  readonly hasPasskey: boolean
}

/** A person or an enterprise for whom somebody acts: what, and in which procedures (null = all). */
export interface Represented {
  readonly kind: 'person' | 'enterprise'
  readonly id: string
  readonly name: string
  readonly may: readonly string[]
  readonly procedures: readonly string[] | null
}

const none: ReadonlyMap<string, Scope> = new Map()

const without = { permissions: none, workKeys: [], ownKeys: [], onBehalf: new Map<number, string>() }

export const nobody: Actor = { kind: 'nobody', account: 'nobody', name: '', ...without }

/** The platform itself, in jobs and listeners; it never passes through HTTP and calls no operation. */
export const system: Actor = { kind: 'system', account: 'system', name: 'Liên Thông', ...without }

/**
 * Whether an actor may call what asks for this permission at all; rows are another matter.
 * @right
 */
export function mayCall(actor: Actor, permission: string): boolean {
  if (permission === 'anyone') return true
  if (permission === 'own-account') return isPerson(actor)
  if (actor.mustAddFactor) return false
  if (permission === 'signed-in') return isPerson(actor)
  if (permission === 'citizen') return actor.kind === 'citizen' && !actor.mustChangePassword
  if (permission === 'staff') return actor.kind === 'staff'
  if (permission === 'device') return actor.kind === 'device'
  const scope = actor.permissions.get(permission)
  return scope === 'all' || (scope !== undefined && scope.length > 0)
}

/**
 * Whether an actor may call an operation: a machine only what reads, since whatever changes something is somebody's act.
 * @right
 */
export const mayDo = (actor: Actor, { permission, kind }: Pick<OperationMeta, 'permission' | 'kind'>): boolean =>
  mayCall(actor, permission) && (actor.kind !== 'service' || kind === 'read')

/** A machine has no sessions, messages or agreements of its own. */
export const isPerson = ({ kind }: Actor): boolean => kind === 'citizen' || kind === 'staff'

/** Whether it is surely the person themselves: an account opened online under a number may be anybody's. */
export const isSure = (actor: Actor): boolean => actor.kind !== 'citizen' || (actor.assurance ?? 1) >= 2

/** What a permission reaches for this actor; nothing if it is not held. */
export const scopeOf = (actor: Actor, permission: string): Scope =>
  actor.kind === 'system' ? 'all' : (actor.permissions.get(permission) ?? [])
