import type { Queries } from '#kernel/database/connect.ts'
import { get, sql } from '#kernel/database/query.ts'
import { isSure } from '#kernel/operations/actor.ts'
import { getUnit, readHeldPosts, type UnitRow } from '#engines/directory/index.ts'
import { dateAt, type PlainDate } from '#values/plain-date.ts'
import type { ScopeName } from '../contract/scopes.ts'
import type { SignOn } from './sign-on.ts'

/** Which scope gives which claims. */
export const claimsOfScopes = {
  openid: ['sub', 'acr', 'amr', 'auth_time'],
  profile: ['name', 'kind'],
  organization: ['agency', 'unit', 'posts'],
  personal_id: ['personal_id'],
} as const satisfies Record<ScopeName | 'openid', readonly string[]>

/**
 * What is said of a person under these scopes, as it is now; a personal number only of whom it surely is.
 * @right
 */
export async function claimsOf(
  db: Queries,
  { session, actor }: SignOn,
  scopes: ReadonlySet<string>,
  at: Date,
): Promise<Record<string, unknown>> {
  return {
    ...(scopes.has('profile') && { name: actor.name, kind: actor.kind }),
    ...(scopes.has('organization') && actor.kind === 'staff' && (await placeOf(db, session.personId, dateAt(at)))),
    ...(scopes.has('personal_id') && isSure(actor) && (await personalIdOf(db, session.personId))),
  }
}

async function personalIdOf(db: Queries, personId: string) {
  const { personalId } = await get(
    db,
    sql<{ personalId: string | null }>`select personal_id from directory.person where id = ${personId}`,
  )
  return personalId === null ? {} : { personal_id: personalId }
}

/** Own posts with their units; agency and unit are those of the first. What is held by delegation is work lent, not a place. */
async function placeOf(db: Queries, personId: string, on: PlainDate) {
  const own = (await readHeldPosts(db, personId, on)).filter(({ delegationId }) => delegationId === null)
  const posts = await Promise.all(
    own.map(async ({ title, function: called, unitId }) => {
      const unit = await getUnit(db, unitId, on)
      const agency = await getUnit(db, unit.agencyId, on)
      return { title, function: called, unit: told(unit), agency: told(agency) }
    }),
  )
  const [first] = posts
  return { posts, ...(first && { unit: first.unit, agency: first.agency }) }
}

const told = ({ code, name, organCode }: UnitRow) => ({
  code,
  name,
  ...(organCode !== null && { organ_code: organCode }),
})
