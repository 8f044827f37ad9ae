import { usualReadings } from '#engines/reporting/contract.ts'
import type { PlainDate } from '#values/plain-date.ts'
import { done } from './story.ts'
import type { TestPlatform, Visitor } from './test-platform.ts'

/** How tests read and set the index of Decision 766/QĐ-TTg. */
export interface Figure {
  readonly id: string
  readonly met: number | null
  readonly of: number | null
  readonly share: number | null
  readonly times: number | null
  readonly points: number | null
  readonly most: number | null
  readonly reason: string | null
}

export interface IndexPeriod {
  readonly from: PlainDate
  readonly today: PlainDate
}

/** What anybody reads of a period, by indicator. */
export const readIndex = async (
  { nobody }: TestPlatform,
  { from, today }: IndexPeriod,
  query = '',
): Promise<Map<string, Figure>> =>
  new Map(
    done(await nobody.call('GET', `/reporting/service-index?from=${from}&to=${today}${query}`)).rows.map(
      (row: Figure) => [row.id, row],
    ),
  )

/** What is listed behind a figure, page by page. */
export async function listBehind(
  who: Visitor,
  { from, today }: IndexPeriod,
  indicator: string,
  which: 'met' | 'missed',
  query = '',
) {
  const found: { id: string; code: string }[] = []
  let after = ''
  do {
    const page = done(
      await who.call(
        'GET',
        `/reporting/service-index/dossiers?from=${from}&to=${today}&indicator=${indicator}&which=${which}&limit=23${query}${after}`,
      ),
    )
    found.push(...page.rows)
    after = page.next === undefined ? '' : `&after=${encodeURIComponent(page.next)}`
  } while (after !== '')
  return found
}

const grades = [
  { name: 'Xuất sắc', from: 90 },
  { name: 'Yếu', from: 0 },
]
/** Sets a scale as an administrator; `rules` differ from the usual ones. Answers its id. */
export async function setScale(province: TestPlatform, rules: object, more: object = {}): Promise<string> {
  const admin = await province.as('quantri')
  const points = [
    { indicator: '2.1', points: 20, fullAt: 100 },
    { indicator: '4.1', points: 10.5, fullAt: 80 },
    { indicator: '2.2', points: 5, fullAt: 80 },
  ]
  return done(
    await admin.call('POST', '/reporting/index-scales', {
      document: '12/KH-THỬ',
      signedOn: '2026-01-05',
      effectiveFrom: '2026-01-10',
      rules: { points, grades, readings: usualReadings, ...rules },
      ...more,
    }),
  ).id
}
