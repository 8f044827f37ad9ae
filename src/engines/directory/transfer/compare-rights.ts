import type { StandingPost } from './standing.ts'

/** A permission and where it reaches. */
export interface Right {
  readonly permission: string
  readonly reach: string
  /** The unit or agency that it is bound to; null = the whole province. */
  readonly place: string | null
}

const placeOf = (reach: string, { unitName, agencyName }: StandingPost): string | null =>
  reach === 'all' ? null : reach === 'agency' ? agencyName : unitName

function rightsOf(posts: readonly StandingPost[]): Map<string, Right> {
  const rights = new Map<string, Right>()
  for (const post of posts)
    for (const [permission, reach] of Object.entries(post.permissions)) {
      const place = placeOf(reach, post)
      rights.set(JSON.stringify([permission, reach, place]), { permission, reach, place })
    }
  return rights
}

/** What an official may do before and after, where they may do it; what is the same on both sides is only counted. */
export function compareRights(before: readonly StandingPost[], after: readonly StandingPost[]) {
  const [had, has] = [rightsOf(before), rightsOf(after)]
  const without = (some: Map<string, Right>, others: Map<string, Right>) =>
    [...some].filter(([key]) => !others.has(key)).map(([, right]) => right)
  return { before: had.size, after: has.size, gained: without(has, had), lost: without(had, has) }
}
