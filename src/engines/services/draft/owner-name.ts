import type { Context } from '#kernel/operations/context.ts'
import { dateAt } from '#values/plain-date.ts'
import { say, type Language, type Words } from '#values/words.ts'
import { findUnitByCode } from '#engines/directory/index.ts'
import type { Procedure } from '../declare.ts'

const tierNames: Readonly<Record<string, Words>> = {
  province: { vi: 'Ủy ban nhân dân tỉnh', en: 'People’s Committee of the province' },
  district: { vi: 'Ủy ban nhân dân cấp huyện', en: 'People’s Committee of the district' },
  commune: { vi: 'Ủy ban nhân dân cấp xã', en: 'People’s Committee of the commune' },
}

const counterNames: Readonly<Record<string, Words>> = {
  province: { vi: 'Trung tâm Phục vụ hành chính công tỉnh', en: 'Provincial Administrative Service Centre' },
  district: { vi: 'Bộ phận Một cửa UBND cấp huyện', en: 'One-stop counter of the district' },
  commune: { vi: 'Bộ phận Một cửa UBND cấp xã', en: 'One-stop counter of the commune' },
}

const nameIn = (names: Readonly<Record<string, Words>>, tier: string, language: Language): string => {
  const found = names[tier]
  return found === undefined ? '' : say(found, language)
}

/** Where it is received, as the counters of that level are called. */
export const counterName = (ctx: Context, { receivedAt, level }: Procedure): string =>
  nameIn(counterNames, receivedAt[0] ?? level, ctx.language)

/** Who decides, by the name of today: an agency of the province, or the committee of a tier in the reader's language. */
export async function ownerName(ctx: Context, { owner }: Procedure): Promise<string> {
  if ('tier' in owner) return nameIn(tierNames, owner.tier, ctx.language)
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
