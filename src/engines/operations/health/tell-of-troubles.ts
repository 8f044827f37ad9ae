import { fill } from '#values/words.ts'
import { dateAt } from '#values/plain-date.ts'
import type { Context } from '#kernel/operations/context.ts'
import { holdersOfProvince } from '#engines/directory/index.ts'
import { tell } from '#engines/notification/index.ts'
import { findRunbook } from '../runbook/index-of-runbooks.ts'
import type { Found } from './found.ts'

/** Tells those who run the platform of what has begun and hinders people, once a trouble and day. */
export async function tellOfTroubles(ctx: Context, begun: readonly Found[], publicUrl: string): Promise<void> {
  const today = dateAt(ctx.now())
  for (const { code, facts } of begun.filter(({ gravity }) => gravity === 'now')) {
    const words = findRunbook(code)?.told
    if (words === undefined) continue
    for (const personId of await holdersOfProvince(ctx.tx, 'job.manage', today))
      await tell(
        ctx.tx,
        {
          personId,
          to: 'staff',
          kind: 'operations.trouble',
          words: fill(words, facts ?? {}),
          link: '/quan-tri/suc-khoe',
          dedupe: `trouble ${code} ${today}`,
          at: ctx.now(),
        },
        publicUrl,
      )
  }
}
