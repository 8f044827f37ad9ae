import type { Context } from '#kernel/operations/context.ts'
import { dateAt } from '#values/plain-date.ts'
import { say, type Words } from '#values/words.ts'
import { findUnitByCode } from '#engines/directory/index.ts'
import type { Procedure } from './declare.ts'

const committees: Readonly<Record<string, Words>> = {
  province: { vi: 'Ủy ban nhân dân tỉnh', en: 'The People’s Committee of the province' },
  district: { vi: 'Ủy ban nhân dân cấp huyện', en: 'The People’s Committee of the district' },
  commune: { vi: 'Ủy ban nhân dân cấp xã', en: 'The People’s Committee of the commune' },
}

/** Who decides, by the name of today: an agency of the province, or the committee of a tier. */
export async function ownerName(ctx: Context, { owner }: Procedure): Promise<string> {
  if ('tier' in owner) return say(committees[owner.tier] ?? { vi: '', en: '' }, ctx.language)
  return (await findUnitByCode(ctx.tx, owner.agency, dateAt(ctx.now())))?.name ?? ''
}

/** The part of it that works; empty where none is named, or where it differs from area to area. */
export async function divisionName(ctx: Context, { owner }: Procedure): Promise<string> {
  if ('tier' in owner || owner.division === undefined) return ''
  for (const part of [owner.division].flat()) {
    const unit = await findUnitByCode(ctx.tx, `${owner.agency}.${part}`, dateAt(ctx.now()))
    if (unit !== undefined) return unit.name
  }
  return ''
}
