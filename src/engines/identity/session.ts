import { createHash, randomBytes } from 'node:crypto'
import { find, rows, run, sql, type Fragment } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import { hasFactor, hasPasskey } from './factors/has-factor.ts'
import { isOpen } from './is-open.ts'
import { tellClients } from './provider/tell-clients.ts'

/** Sessions end after these many seconds without use, and at the latest after `longest` (ASVS V7.3). */
export const sessionLimits = {
  staff: { idle: 8 * 3600, longest: 12 * 3600 },
  citizen: { idle: 12 * 3600, longest: 7 * 86_400 },
} as const

export const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest()

export const newToken = (): string => randomBytes(32).toString('base64url')

export const endOfSession = (kind: 'staff' | 'citizen', at: Date): Date =>
  new Date(at.getTime() + sessionLimits[kind].longest * 1000)

interface From {
  readonly agent?: string | undefined
  readonly address?: string | undefined
  /** The proof that it begins with was a factor. */
  readonly byFactor?: boolean
}

/** Starts a session with a fresh 256-bit token; only its hash is kept. Whoever starts one has just proved who they are. */
export async function startSession(
  tx: Queries,
  account: { id: string; kind: 'staff' | 'citizen' },
  at: Date,
  { agent, address, byFactor }: From,
): Promise<{ token: string; expiresAt: Date }> {
  const token = newToken()
  const expiresAt = endOfSession(account.kind, at)
  await run(
    tx,
    sql`insert into identity.session
        (token_hash, account_id, created_at, expires_at, seen_at, agent, address, verified_at, factor_at)
      values (${hashToken(token)}, ${account.id}, ${at}, ${expiresAt}, ${at}, ${agent?.slice(0, 300) ?? null}, ${address ?? null},
        ${at}, ${byFactor ? at : null})`,
  )
  return { token, expiresAt }
}

export interface SessionRow {
  /** Names it while its token changes. */
  readonly id: string
  readonly accountId: string
  readonly kind: 'staff' | 'citizen'
  readonly login: string
  readonly personId: string
  readonly fullName: string
  readonly postId: string | null
  readonly mustChangePassword: boolean
  readonly passwordSetAt: Date
  readonly assurance: number
  readonly seenAt: Date
  /** The second step of signing in is not done: this is nobody yet. */
  readonly awaitsFactor: boolean
  readonly verifiedAt: Date | null
  readonly factorAt: Date | null
  readonly hasFactor: boolean
  readonly hasPasskey: boolean
}

/** Unused since then, a session of the account `a` is over. */
const idleSince = (at: Date) => {
  const before = (kind: SessionRow['kind']) => new Date(at.getTime() - sessionLimits[kind].idle * 1000)
  return sql`case a.kind when 'staff' then ${before('staff')}::timestamptz else ${before('citizen')}::timestamptz end`
}

/** The live session of a token, or undefined: unknown, ended, idle too long, expired, account disabled, or its owner left. */
export const findSession = (db: Queries, token: string, at: Date) =>
  findLive(db, sql`s.token_hash = ${hashToken(token)}`, at)

/** The same by what names a session while its token changes. */
export const findSessionById = (db: Queries, id: string, at: Date) => findLive(db, sql`s.id = ${id}`, at)

function findLive(db: Queries, named: Fragment, at: Date): Promise<SessionRow | undefined> {
  return find(
    db,
    sql<SessionRow>`select s.id, a.id as account_id, a.kind, a.login, a.person_id, p.full_name, s.post_id, a.must_change_password, a.password_set_at, a.assurance, s.seen_at,
        s.awaits_factor, s.verified_at, s.factor_at, ${hasFactor} as has_factor, ${hasPasskey} as has_passkey
      from identity.session s
      join identity.account a on a.id = s.account_id and ${isOpen(at)}
      join directory.person p on p.id = a.person_id
      where ${named} and s.ended_at is null and s.expires_at > ${at} and s.seen_at > ${idleSince(at)}`,
  )
}

/** Marks use, at most once a minute: the caller decides. */
export const touchSession = (db: Queries, token: string, at: Date): Promise<number> =>
  run(db, sql`update identity.session set seen_at = ${at} where token_hash = ${hashToken(token)}`)

/** What has run out is over: a clock that is set back does not bring it to life again. */
export const endSpent = (db: Queries, token: string, at: Date): Promise<number> =>
  endWhere(db, at, sql`s.token_hash = ${hashToken(token)} and ${isSpent(at)}`)

/** All of those that systems were entered from; they are told. */
export const endSpentSignOns = (tx: Queries, at: Date): Promise<number> =>
  endWhere(
    tx,
    at,
    sql`${isSpent(at)} and exists (select from identity.provider_entry e where e.session_id = s.id and e.kind = 'Session')`,
  )

export const endSession = (tx: Queries, tokenHash: Buffer, at: Date): Promise<number> =>
  endWhere(tx, at, sql`s.token_hash = ${tokenHash}`)

/** Ends one session of an account by its handle. */
export const endSessionOf = (tx: Queries, accountId: string, handle: string, at: Date): Promise<number> =>
  endWhere(tx, at, sql`s.token_hash = ${Buffer.from(handle, 'hex')} and s.account_id = ${accountId}`)

/** Ends all sessions of an account: sign-out everywhere, disabling, a new password. */
export const endSessionsOf = (tx: Queries, accountId: string, at: Date, except?: Buffer): Promise<number> =>
  endWhere(tx, at, sql`s.account_id = ${accountId} ${except ? sql`and s.token_hash <> ${except}` : sql``}`)

/** Ends every session of everybody: after an incident nobody knows whose are in strange hands. */
export const endEverySession = (tx: Queries, at: Date): Promise<number> => endWhere(tx, at, sql`true`)

const isSpent = (at: Date) => sql`(s.expires_at <= ${at} or s.seen_at <= ${idleSince(at)})`

/** However a session ends, the systems that it led to are told. Answers how many ended. */
async function endWhere(tx: Queries, at: Date, which: Fragment): Promise<number> {
  const ended = await rows(
    tx,
    sql<{ id: string }>`update identity.session s set ended_at = ${at} from identity.account a
      where a.id = s.account_id and s.ended_at is null and ${which} returning s.id`,
  )
  await tellClients(
    tx,
    ended.map(({ id }) => id),
  )
  return ended.length
}

export interface OpenSession {
  readonly handle: string
  readonly createdAt: Date
  readonly seenAt: Date
  readonly agent: string | null
  readonly address: string | null
}

/** The open sessions of an account, newest first; `handle` names one without being its token. */
export const openSessions = (tx: Queries, accountId: string, at: Date): Promise<OpenSession[]> =>
  rows(
    tx,
    sql<OpenSession>`select encode(token_hash, 'hex') as handle, created_at, seen_at, agent, address from identity.session
      where account_id = ${accountId} and ended_at is null and not awaits_factor and expires_at > ${at} order by seen_at desc limit 50`,
  )
