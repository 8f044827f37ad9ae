import type { Printer } from '#kernel/typst/printer.ts'
import type { Context } from '#kernel/operations/context.ts'
import { dateAt } from '#values/plain-date.ts'
import { showInstant } from '#values/show-time.ts'
import { say, type Words } from '#values/words.ts'
import { sayTier } from '#engines/directory/contract.ts'
import { findUnit, unitName } from '#engines/directory/index.ts'
import { letterheadOf, type Installation } from '#engines/services/index.ts'
import { formSix, type FormSixGroup, type FormSixRow, type FormSixSearch } from './form-six.ts'

/** What this engine is given once, when the process starts. */
export interface ReportingParts {
  readonly printer: Printer
  readonly installation: Installation
  /** What links in messages begin with. */
  readonly publicUrl: string
}

const heads: Readonly<Record<FormSixGroup, string>> = {
  field: 'Lĩnh vực giải quyết',
  procedure: 'Thủ tục hành chính',
  unit: 'Cơ quan giải quyết',
}

/** Form 06 as it is signed and sent, PDF: lines by level, sums, notes, places of signature. It is reported by the body that it is of, else by the caller's agency. */
export async function printFormSix(
  ctx: Context,
  { printer, installation }: ReportingParts,
  search: FormSixSearch,
): Promise<File> {
  const { from, to, by, unit, level } = search
  const rows = await formSix(ctx.tx, search, ctx.now())
  const today = dateAt(ctx.now())
  const own = ctx.actor.post && (await findUnit(ctx.tx, ctx.actor.post.unitId, today))
  const reporter = unit ?? own?.agencyId
  const bytes = await printer.pdf('form-six.typ', {
    letterhead:
      reporter === undefined
        ? { agency: installation.owner, place: installation.place, date: today }
        : await letterheadOf(ctx, { installation }, reporter, today),
    from,
    to,
    by: heads[by],
    scope:
      unit !== undefined
        ? await unitName(ctx.tx, unit, to)
        : level === undefined
          ? 'toàn tỉnh'
          : say(levelWords[level as keyof typeof levelWords], 'vi'),
    at: showInstant(ctx.now(), 'vi'),
    groups: byLevel(rows),
    recorder: ctx.actor.name,
  })
  return new File([bytes], `bieu-06-${from}-${to}.pdf`, { type: 'application/pdf' })
}

const levelWords = {
  province: { vi: 'thủ tục cấp tỉnh', en: 'procedures of the province' },
  district: { vi: 'thủ tục cấp huyện', en: 'procedures of districts' },
  commune: { vi: 'thủ tục cấp xã', en: 'procedures of communes' },
} as const satisfies Record<string, Words>

/** The lines under the head of their level, in the order of levels; bodies have none, they decide on procedures of several. */
function byLevel(rows: readonly FormSixRow[]) {
  const known = Object.keys(levelWords)
  const order = (level: string | null) => (level === null ? -1 : known.indexOf(level))
  return [...Map.groupBy(rows, ({ level }) => level)]
    .toSorted(([one], [other]) => order(one) - order(other))
    .map(([level, lines]) => ({
      name: level === null ? null : `Cấp ${say(sayTier(level), 'vi').toLowerCase()}`,
      rows: lines,
    }))
}
