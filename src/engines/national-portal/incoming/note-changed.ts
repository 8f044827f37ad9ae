import { isDeepStrictEqual } from 'node:util'
import { find, json, run, sql } from '#kernel/database/query.ts'
import { runInBackground } from '#kernel/jobs/run-in-background.ts'
import { showInstant } from '#values/show-time.ts'
import { tellFromOutside } from '#engines/services/index.ts'
import type { SendParts } from '../outgoing/send-deliveries.ts'
import { contentDigest, contentOf } from './content-digest.ts'
import { showValue, type Unread } from './read-filed.ts'
import { codeOf } from './write-filed.ts'

type Fields = Readonly<Record<string, unknown>>

/** So many of the differences are listed; there is no end to what somebody may send. */
const mostListed = 50

/**
 * What was filed there is a dossier here, and there it says something else now. What was received is not changed by that: the differences stand
 * beside it, and its history says so to whoever works on it, once a change.
 */
export async function noteChanged({ runner, profile }: SendParts, said: Fields): Promise<void> {
  const code = codeOf(said)
  const digest = contentDigest(said, profile)
  await runInBackground(
    runner,
    { requestId: `national-change-${code}`, operation: 'nationalPortal.file' },
    async (ctx) => {
      const filed = await find(
        ctx.tx,
        sql<{
          dossierId: string
          raw: Fields
          unread: Unread[]
        }>`select dossier_id, raw, unread from national_portal.incoming
        where code = ${code} and state = 'filed' and digest is distinct from ${digest} for update`,
      )
      if (filed === undefined) return
      const at = showInstant(ctx.now(), 'vi')
      const changes = differences(contentOf(filed.raw, profile), contentOf(said, profile)).slice(0, mostListed)
      const later = changes.map(({ field, before, now }) => ({
        field,
        value: now,
        why: `Đổi trên Cổng quốc gia sau khi đã nhận (${at}); lúc nhận: ${before === '' ? 'để trống' : before}`,
        isLater: true,
      }))
      const unread = [...filed.unread.filter(({ isLater }) => isLater !== true), ...later]
      await run(
        ctx.tx,
        sql`update national_portal.incoming set unread = ${json(unread)}, digest = ${digest} where code = ${code}`,
      )
      const fields = changes.map(({ field }) => field).join(', ')
      await tellFromOutside(ctx, filed.dossierId, {
        vi: `Nội dung trên Cổng quốc gia đổi sau khi đã nhận: ${fields || 'như lúc nhận'}`,
        en: `Changed on the national portal after it was received: ${fields || 'as it was'}`,
      })
    },
  )
}

interface Difference {
  readonly field: string
  readonly before: string
  readonly now: string
}

/** Where two of them say something else, by the paths of what is in them; in lists as a whole. */
function differences(before: Fields, now: Fields, under = ''): Difference[] {
  const names = new Set([...Object.keys(before), ...Object.keys(now)])
  return [...names].toSorted().flatMap((name): Difference[] => {
    const [was, is] = [own(before, name), own(now, name)]
    const field = `${under}${name}`
    if (isFields(was) && isFields(is)) return differences(was, is, `${field}.`)
    return isDeepStrictEqual(was, is) ? [] : [{ field, before: showValue(was), now: showValue(is) }]
  })
}

const isFields = (one: unknown): one is Fields => typeof one === 'object' && one !== null && !Array.isArray(one)
const own = (fields: Fields, name: string): unknown => (Object.hasOwn(fields, name) ? fields[name] : undefined)
