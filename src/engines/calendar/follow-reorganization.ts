import { isDeepStrictEqual } from 'node:util'
import type { Context } from '#kernel/operations/context.ts'
import type { Words } from '#values/words.ts'
import type { DifferingHours, HoursKeeper } from '#engines/directory/index.ts'
import { publishAmended } from './current-calendar.ts'
import { hoursAfter, type TakenOver } from './hours-gone-on-with.ts'
import type { HoursOn } from './office-hours.ts'
import { weekInWords } from './say-week.ts'
import { lockAmendments } from './stored-amendments.ts'
import { markHoursOfReorganizationUndone, storeHours } from './stored-hours.ts'

/** How the office hours of units follow a reorganisation: those of a unit that ends lapse, unless who takes over goes on with them. */
export const hoursKeeper: HoursKeeper = {
  async differing(tx, parts) {
    const after = await hoursAfter(tx, parts)
    const differ = (after?.takenOver ?? []).filter(({ hours, before }) =>
      before.some((one) => !isDeepStrictEqual(one, hours)),
    )
    const hoursByKey = new Map(differ.map(({ taker, hours }) => [taker.key, hours]))
    // What a unit works because the body above it does is said there.
    const isSaidAbove = ({ taker, hours }: TakenOver): boolean =>
      isDeepStrictEqual(hoursByKey.get(parts.tree.get(taker.key)?.parentId ?? ''), hours)
    return differ
      .filter((one) => !isSaidAbove(one))
      .map(({ taker, like, hours, before }): DifferingHours => ({
        code: taker.code,
        name: taker.name,
        hours: said(hours),
        from: taker.from.map(({ code, name }, at) => ({ code, name, hours: said(before[at] as HoursOn) })),
        like: taker.from.find(({ id }) => id === like)?.code ?? null,
      }))
  },

  async refusals(tx, parts) {
    const declared = (await hoursAfter(tx, parts))?.declared ?? []
    return new Map(declared.map(({ code, name }) => [code, alreadyDeclared(name)]))
  },

  async write(ctx, { id, document }, parts, ids) {
    await lockAmendments(ctx.tx)
    const own = (await hoursAfter(ctx.tx, parts))?.own ?? []
    const reason = 'Tiếp tục giờ làm việc theo phương án sắp xếp tổ chức'
    for (const one of own)
      await storeHours(ctx, {
        ...one,
        unitId: ids.get(one.unitId) ?? one.unitId,
        document,
        reason,
        reorganizationId: id,
      })
    if (own.length > 0) await publishFor(ctx, document)
  },

  async takeBack(ctx, id) {
    await lockAmendments(ctx.tx)
    const document = await markHoursOfReorganizationUndone(ctx, id)
    if (document !== undefined) await publishFor(ctx, document)
  },
}

async function publishFor(ctx: Context, document: string): Promise<void> {
  const version = await publishAmended(ctx.tx)
  ctx.emit('calendar.changed', { version, document })
}

const alreadyDeclared = (name: string): Words => ({
  vi: `${name} đã khai giờ làm việc riêng từ đúng ngày ấy: hủy lần khai đó, hoặc để đơn vị theo giờ của chính mình`,
  en: `${name} declared office hours of its own from that very day: take that back, or let it work its own`,
})

const said = ({ week, cutOff }: HoursOn): Words => ({
  vi: [weekInWords(week, 'vi'), ...(cutOff === null ? [] : [`chốt nhận ${cutOff}`])].join('; '),
  en: [weekInWords(week, 'en'), ...(cutOff === null ? [] : [`received until ${cutOff}`])].join('; '),
})
