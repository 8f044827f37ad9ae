import { fill, type Words } from '#values/words.ts'
import type { Queries } from '#kernel/database/connect.ts'
import type { Context } from '#kernel/operations/context.ts'
import { HealthFigures } from '../contract.ts'
import { findRunbook } from '../runbook/index-of-runbooks.ts'
import { findLastCheck, troublesNow } from './check-health.ts'
import { day } from './found.ts'
import { endedTroubles, type TroubleRow } from './trouble.ts'

const shownMs = 30 * day

/** What is wrong with the installation and what was, with words for people who are not specialists. */
export async function viewHealth(ctx: Context, version: string) {
  const last = await findLastCheck(ctx.tx)
  const ended = await endedTroubles(ctx.tx, new Date(ctx.now().getTime() - shownMs))
  return {
    at: ctx.now(),
    version,
    checkedAt: last?.at ?? null,
    troubles: (await troublesNow(ctx.tx, ctx.now())).map(told),
    ended: ended.map((row) => ({ ...told(row), endedAt: row.endedAt ?? row.seenAt })),
    figures: last === undefined ? null : HealthFigures.parse(last.readings),
  }
}

function told({ code, subject, gravity, facts, beganAt }: TroubleRow) {
  const runbook = findRunbook(code)
  // Of another version, which said it in its own words.
  const unknown: Words = { vi: code, en: code }
  return {
    code,
    subject,
    gravity,
    since: beganAt,
    what: fill(runbook?.told ?? unknown, facts),
    meaning: runbook?.meaning ?? null,
    firstStep: runbook?.steps[0] ?? null,
    runbook: runbook === undefined ? null : `/quan-tri/su-co#${code}`,
  }
}

/** For whoever watches the installation: each trouble by its code, 1 while it lasts. */
export const troubleFigure = (on: Queries, now: () => Date) => ({
  name: 'lienthong_trouble',
  help: 'What is wrong with the installation: 1 for each trouble, by code, gravity (now, today, soon) and machine',
  labelNames: ['code', 'gravity', 'machine'],
  read: async () =>
    (await troublesNow(on, now())).map(({ code, gravity, subject }) => ({
      labels: { code, gravity, machine: subject },
      value: 1,
    })),
})

/** Names of what hinders people now, for readiness on the administration port. */
export const namesOfGravest = async (on: Queries, now: Date): Promise<string[]> =>
  (await troublesNow(on, now)).filter(({ gravity }) => gravity === 'now').map(({ code }) => code)
