import { find, rows, run, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import type { Context } from '#kernel/operations/context.ts'
import { tellRightsChanged } from '#kernel/operations/rights-changed.ts'
import {
  createPerson,
  findPersonByNumber,
  isSamePerson,
  takeVerifiedFacts,
  type PersonRow,
} from '#engines/directory/index.ts'
import { createAccount, findLogin, rememberVerified, setPassword } from '../account.ts'
import { endKeys } from '../end-keys.ts'
import { isOnlyClaimed, shutOut } from '../shut-out.ts'
import type { NationalFacts } from './national-facts.ts'
import { refuse } from './refuse.ts'

interface CitizenAccount {
  readonly id: string
  readonly status: 'active' | 'disabled'
  readonly assurance: number
  readonly mustChangePassword: boolean
  readonly createdAt: Date
}

const citizenAccountsOf = (tx: Queries, personId: string): Promise<CitizenAccount[]> =>
  rows(
    tx,
    sql<CitizenAccount>`select id, status, assurance, must_change_password, created_at from identity.account
      where person_id = ${personId} and kind = 'citizen' order by assurance desc, created_at, id`,
  )

export interface Bound {
  readonly id: string
  readonly kind: 'staff' | 'citizen'
  readonly status: 'active' | 'disabled'
  readonly personId: string
  readonly personalId: string | null
  readonly mustChangePassword: boolean
}

/** The account that a verified identity opens. */
export const findBound = (tx: Queries, issuer: string, subject: string): Promise<Bound | undefined> =>
  find(
    tx,
    sql<Bound>`select a.id, a.kind, a.status, a.person_id, p.personal_id, a.must_change_password
      from identity.binding b join identity.account a on a.id = b.account_id join directory.person p on p.id = a.person_id
      where b.issuer = ${issuer} and b.subject = ${subject}`,
  )

export interface Joinable {
  readonly person: PersonRow | undefined
  /** The person's account that is joined; its number may have several, of which the surest and oldest counts. */
  readonly account: CitizenAccount | undefined
  /** Opened online under the number, by nobody knows whom: they lose password and sessions. */
  readonly unseen: readonly CitizenAccount[]
  /** Somebody else who opened an account online under the number: they are shut out. */
  readonly stranger: PersonRow | undefined
}

/** Whom a verified identity belongs to here; refused in words where a machine must not decide that. */
export async function findJoinable(tx: Queries, issuer: string, facts: NationalFacts): Promise<Joinable> {
  const known = await findPersonByNumber(tx, facts.personalId)
  const stranger = known === undefined || isSamePerson(facts, known) ? undefined : known
  if (stranger !== undefined) {
    if (!(await isOnlyClaimed(tx, stranger.id))) refuse('nationalOtherFacts')
    return { person: undefined, account: undefined, unseen: [], stranger }
  }
  const person = known
  const accounts = person === undefined ? [] : await citizenAccountsOf(tx, person.id)
  const account = accounts.find((one) => one.status === 'active')
  if (account === undefined && (accounts.length > 0 || (await findLogin(tx, facts.personalId)) !== undefined))
    refuse('accountShut')
  if (await hasBinding(tx, issuer, accounts)) refuse('accountBoundElsewhere')
  return { person, account, unseen: accounts.filter((one) => one.assurance < 2), stranger }
}

const hasBinding = async (tx: Queries, issuer: string, accounts: readonly CitizenAccount[]): Promise<boolean> =>
  (await find(
    tx,
    sql`select 1 from identity.binding where issuer = ${issuer} and account_id = any(${accounts.map(({ id }) => id)}::uuid[])`,
  )) !== undefined

/**
 * Binds a verified identity to the account of its person, made if there is none: once, at assurance 3. Whoever opened an account online
 * under the number may be a stranger: it stays the person's with all that is in it, whatever opened it ends. Whoever gave another name is one.
 */
export async function bind(
  ctx: Context,
  issuer: string,
  facts: NationalFacts,
): Promise<{ id: string; personId: string }> {
  const { person, account, unseen, stranger } = await findJoinable(ctx.tx, issuer, facts)
  if (stranger !== undefined) await shutOut(ctx, stranger.id)
  const at = ctx.now()
  const personId = person?.id ?? (await createPerson(ctx.tx, facts))
  if (person !== undefined) await takeVerifiedFacts(ctx.tx, person, facts, unseen.length > 0)
  const id =
    account?.id ??
    (await createAccount(ctx.tx, { kind: 'citizen', personId, login: facts.personalId, passwordHash: null }))
  for (const one of unseen) await endKeys(ctx, one.id)
  if (account?.mustChangePassword) await setPassword(ctx.tx, id, null, false, at)
  await rememberVerified(ctx.tx, id)
  await run(
    ctx.tx,
    sql`insert into identity.binding (issuer, subject, account_id, bound_at) values (${issuer}, ${facts.subject}, ${id}, ${at})`,
  )
  await tellRightsChanged(ctx.tx)
  ctx.note({
    objectType: 'account',
    objectId: id,
    subjects: [personId],
    facts: {
      issuer,
      isNew: account === undefined,
      passwordsEnded: unseen.length,
      ...(stranger && { shutOut: stranger.id }),
    },
  })
  if (stranger !== undefined) ctx.emit('identity.shutOut', { strangerId: stranger.id, ownerId: personId })
  ctx.emit('identity.bound', { personId, passwordEnded: unseen.length > 0 })
  return { id, personId }
}
