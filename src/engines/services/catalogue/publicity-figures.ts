import type { WorkingTime } from '#engines/calendar/index.ts'
import type { PlainDate } from '#values/plain-date.ts'
import { showDate } from '#values/show-time.ts'
import type { Words } from '#values/words.ts'
import type { Procedure } from '../declare.ts'

/** Working days by Decision 766/QĐ-TTg (2022): announced so long before it takes effect, published so soon after signing. */
export const publicityRules = {
  announced: { province: 5, ministry: 20 },
  published: { province: 5, ministry: 10 },
} as const

/** A procedure as one decision announced it. */
export interface AnnouncedRow {
  readonly code: string
  readonly name: string
  readonly issuer: 'province' | 'ministry'
  readonly signedOn: PlainDate
  readonly publishedOn: PlainDate
  readonly effectiveOn: PlainDate
}

export interface FigureRow {
  readonly code: string
  readonly name: string
  readonly isMet: boolean
  readonly says: Words
}

export interface Figure {
  readonly id: '1.1' | '1.2' | '1.3'
  readonly met: number
  readonly of: number
  readonly rows: readonly FigureRow[]
}

/** Figures 1.1 to 1.3, each with every row that it is counted from: announcements of a period, procedures as they stand. */
export function publicityFigures(
  announced: readonly AnnouncedRow[],
  procedures: readonly Procedure[],
  { workingDaysBetween }: Pick<WorkingTime, 'workingDaysBetween'>,
): Figure[] {
  const byDays = (
    id: Figure['id'],
    days: (row: AnnouncedRow) => number,
    isMet: (days: number, row: AnnouncedRow) => boolean,
    says: (days: number, row: AnnouncedRow) => Words,
  ) =>
    figure(
      id,
      announced.map((row) => {
        const { code, name } = row
        return { code, name, isMet: isMet(days(row), row), says: says(days(row), row) }
      }),
    )
  return [
    byDays(
      '1.1',
      ({ signedOn, effectiveOn }) => workingDaysBetween(signedOn, effectiveOn),
      (days, { issuer }) => days >= publicityRules.announced[issuer],
      (days, { signedOn, effectiveOn }) => ({
        vi: `ký ${showDate(signedOn)}, hiệu lực ${showDate(effectiveOn)}: cách ${days} ngày làm việc`,
        en: `signed ${showDate(signedOn)}, in effect ${showDate(effectiveOn)}: ${days} working days`,
      }),
    ),
    byDays(
      '1.2',
      ({ signedOn, publishedOn }) => workingDaysBetween(signedOn, publishedOn),
      (days, { issuer }) => days <= publicityRules.published[issuer],
      (days, { signedOn, publishedOn }) => ({
        vi: `ký ${showDate(signedOn)}, công khai ${showDate(publishedOn)}: sau ${days} ngày làm việc`,
        en: `signed ${showDate(signedOn)}, published ${showDate(publishedOn)}: ${days} working days later`,
      }),
    ),
    figure(
      '1.3',
      procedures.map((procedure) => {
        const missing = missingParts(procedure)
        const says = (language: 'vi' | 'en') => missing.map((part) => part[language]).join(', ')
        return {
          code: procedure.code,
          name: procedure.name.vi,
          isMet: missing.length === 0,
          says:
            missing.length === 0
              ? { vi: 'đủ 7 bộ phận', en: 'all 7 parts' }
              : { vi: `thiếu: ${says('vi')}`, en: `missing: ${says('en')}` },
        }
      }),
    ),
  ]
}

const figure = (id: Figure['id'], rows: readonly FigureRow[]): Figure => ({
  id,
  met: rows.filter(({ isMet }) => isMet).length,
  of: rows.length,
  rows,
})

/** Of the seven parts of a procedure (Decree 63/2010/NĐ-CP, art. 8.2), those that are not said; a process says course and ways itself. */
export function missingParts(procedure: Procedure): Words[] {
  const { name, course, process, ways, papers, sets, timeLimits, subjects, owner } = procedure
  const parts: readonly (readonly [boolean, Words])[] = [
    [name.vi !== '', { vi: 'tên', en: 'name' }],
    [course !== undefined || process !== undefined, { vi: 'trình tự thực hiện', en: 'course' }],
    [(ways ?? []).length > 0 || process !== undefined, { vi: 'cách thức thực hiện', en: 'ways to file' }],
    [
      papers.length > 0 && (sets !== undefined || process !== undefined),
      { vi: 'thành phần, số lượng hồ sơ', en: 'papers and how many sets' },
    ],
    [timeLimits.length > 0, { vi: 'thời hạn giải quyết', en: 'time limit' }],
    [subjects.length > 0, { vi: 'đối tượng thực hiện', en: 'for whom' }],
    [owner !== undefined, { vi: 'cơ quan thực hiện', en: 'authority' }],
  ]
  return parts.filter(([isSaid]) => !isSaid).map(([, part]) => part)
}
