import { z } from 'zod'
import { isDeepStrictEqual } from 'node:util'
import type { Words } from '#values/words.ts'
import { fold, tidy } from '#values/text.ts'
import type { AnnouncedProcedure, Understood } from './announced-procedure.ts'
import { limitOf, readLaws, readName, readPapers, readSubjects, readText } from './read-parts.ts'

/** As the national database of procedures gives them, one a line: `code`, `levels`, `channels`. */
export const NationalRecord = z.object({
  code: z.string(),
  name: z.string(),
  field: z.string(),
  decision: z.string().nullish(),
  levels: z.array(z.string()),
  subjects: z.array(z.string()),
  performer: z.string(),
  authority: z.string(),
  channels: z.array(
    z.object({
      channel: z.string(),
      time: z.number().nullable(),
      unit: z.string().nullable(),
      feeText: z.string(),
      feeVnd: z.int().min(0).nullable(),
      note: z.string(),
    }),
  ),
  papers: z.array(z.object({ case: z.string(), name: z.string() })),
  steps: z.string(),
  conditions: z.string(),
  legalBasis: z.array(z.string()),
  results: z.array(z.object({ name: z.string() })),
})

type Channel = z.output<typeof NationalRecord>['channels'][number]

const tiers = ['province', 'district', 'commune']

export function understandNational(record: z.output<typeof NationalRecord>): Understood {
  const laws = readLaws(record.legalBasis)
  const papers = readPapers(
    record.papers.map((paper) => (paper.case === '' ? paper.name : `${paper.name} (${paper.case})`)),
  )
  const timeLimits = limitsOf(record.channels)
  const fees = feesOf(record.channels)
  const levels = record.levels.filter((level) => tiers.includes(level))
  const conditions = readText(record.conditions)
  return {
    said: {
      code: record.code.trim(),
      localCode: null,
      name: readName(record.name),
      level: levels.length === 1 ? levels[0]! : null,
      performer: tidy(record.performer || record.authority),
      field: tidy(record.field),
      subjects: readSubjects(record.subjects),
      timeLimits,
      fees,
      papers: papers.papers,
      sets: 1,
      result: [...new Set(record.results.map(({ name }) => tidy(name)))].join('; '),
      legalBasis: laws.legalBasis,
      course: readText(record.steps),
      ways: ways.filter((way) => record.channels.some(({ channel }) => channel === way)),
      conditions: /^không( có)?\.?$/i.test(conditions) ? '' : conditions,
      decision: record.decision?.trim() || null,
    },
    reasons: levels.length === 0 ? [notOurs] : [],
    doubts: [
      ...(levels.length > 1 ? [severalLevels(levels)] : []),
      ...(timeLimits.length > 1 ? [severalLimits] : []),
      ...((fees?.length ?? 0) > 1 ? [severalFees] : []),
    ],
    setAside: [...laws.setAside, ...papers.setAside],
  }
}

const ways = ['in-person', 'online', 'postal'] as const

/** Channels that give one limit give one row; where they differ each says of itself which it is. */
function limitsOf(channels: readonly Channel[]): AnnouncedProcedure['timeLimits'] {
  const given = channels.flatMap(({ time, unit, note }) => {
    const limit = time === null ? undefined : limitOf(time, unit)
    return limit === undefined ? [] : [{ limit, note: tidy(note) }]
  })
  const distinct = given.filter(({ limit }, at) => given.findIndex((one) => isDeepStrictEqual(one.limit, limit)) === at)
  if (distinct.length < 2) return distinct.map(({ limit }) => limit)
  return distinct.map(({ limit, note }) => (note === '' ? limit : { ...limit, note: { vi: note, en: note } }))
}

/** Null where no channel says what it costs: unknown is not free. */
function feesOf(channels: readonly Channel[]): AnnouncedProcedure['fees'] {
  const amounts = [...new Set(channels.flatMap(({ feeVnd }) => feeVnd ?? []))]
  if (amounts.length === 0) return null
  if (amounts.every((amount) => amount === 0)) {
    // “Free” beside a note that names who sets the fee is no promise that it is free.
    const set = channels
      .map(({ note }) => tidy(note))
      .find((note) => /phi.*(hoi dong nhan dan|quy dinh|thong tu)/.test(fold(note)))
    return set === undefined ? [] : [{ note: { vi: set, en: set } }]
  }
  const texts = new Map(channels.map(({ feeVnd, feeText }) => [feeVnd, tidy(feeText)]))
  return amounts.map((amount) =>
    amounts.length === 1 ? { amount } : { amount, note: { vi: texts.get(amount)!, en: texts.get(amount)! } },
  )
}

const notOurs: Words = {
  vi: 'Không có cấp nào của tỉnh: chỉ do trung ương giải quyết',
  en: 'Decided by central authorities only',
}
const severalLevels = (levels: readonly string[]): Words => {
  const list = levels.join(', ')
  return {
    vi: `Danh mục ghi nhiều cấp giải quyết (${list}), phải chọn một`,
    en: `Several tiers decide (${list}); choose one`,
  }
}
const severalLimits: Words = { vi: 'Thời hạn khác nhau theo cách nộp', en: 'The time limit differs by channel' }
const severalFees: Words = { vi: 'Mức phí khác nhau theo cách nộp', en: 'The fee differs by channel' }
