import { z } from 'zod'
import type { Words } from '#values/words.ts'
import { fold, tidy } from '#values/text.ts'
import type { AnnouncedProcedure, Understood } from './announced-procedure.ts'
import { limitOf, readLaws, readLimit, readName, readPapers, readSubjects, readText } from './read-parts.ts'

/** As the province's own catalogue of a tier was kept before: `localCode`, `deadlineText`, `qualityFlags` of what is known to be wrong. */
export const DistrictRecord = z.object({
  localCode: z.string(),
  name: z.string(),
  field: z.string(),
  level: z.string(),
  active: z.boolean(),
  deadlineText: z.string(),
  deadline: z.number().nullable(),
  deadlineUnit: z.string().nullable(),
  feeText: z.string(),
  feeAmounts: z.array(z.int()),
  subjects: z.string(),
  channelText: z.string(),
  papers: z.array(z.string()),
  sets: z.int().nullable(),
  steps: z.string(),
  result: z.string(),
  authority: z.string(),
  conditions: z.string(),
  legalBasis: z.array(z.string()),
  qualityFlags: z.array(z.string()),
})

type Record = z.output<typeof DistrictRecord>

export function understandDistrict(record: Record): Understood {
  const laws = readLaws(record.legalBasis)
  const papers = readPapers(record.papers)
  const isWrongText = record.qualityFlags.includes('deadline-field-holds-wrong-text')
  const limit = isWrongText ? undefined : limitOfText(record)
  const fees = feesOf(record)
  return {
    said: {
      code: null,
      localCode: record.localCode.trim(),
      name: readName(record.name),
      level: record.level,
      performer: readText(record.authority),
      field: tidy(record.field),
      subjects: readSubjects([record.subjects]),
      timeLimits: limit === undefined ? [] : [limit],
      fees,
      papers: papers.papers,
      sets: record.sets === null || record.sets < 1 ? null : record.sets,
      result: tidy(record.result).replace(/\.$/, ''),
      legalBasis: laws.legalBasis,
      course: readText(record.steps),
      ways: waysOf(record.channelText),
      conditions: readText(record.conditions),
      decision: null,
    },
    reasons: [
      ...(isWrongText ? [wrongText] : []),
      ...record.qualityFlags.filter((flag) => !ownWords.has(flag)).map(flagged),
      ...(record.active ? [] : [inactive]),
    ],
    doubts: [
      ...(limit !== undefined && record.deadline !== null && differs(record, limit) ? [limitDiffers(record)] : []),
      ...((fees?.length ?? 0) > 1 ? [severalFees] : []),
    ],
    setAside: [...laws.setAside, ...papers.setAside],
  }
}

/** What the text says; where it says several, the figure that whoever kept the catalogue took out of it. */
const limitOfText = ({ deadlineText, deadline, deadlineUnit }: Record) =>
  readLimit(deadlineText) ?? (deadline === null ? undefined : limitOf(deadline, deadlineUnit))

const differs = ({ deadline, deadlineUnit }: Record, limit: AnnouncedProcedure['timeLimits'][number]) => {
  const figure = limitOf(deadline!, deadlineUnit)
  return figure?.amount !== limit.amount || figure.unit !== limit.unit
}

/** No fee only where the text says so: an empty field is not a promise. */
function feesOf({ feeText, feeAmounts }: Record): AnnouncedProcedure['fees'] {
  const text = readText(feeText)
  if (/^(khong|mien phi|mien le phi)\b/.test(fold(text).replace(/^[-+. ]+/, ''))) return []
  const amounts = [...new Set(feeAmounts)].filter((amount) => amount >= 0)
  const note = text === '' ? undefined : { vi: text, en: text }
  if (amounts.length === 1) return [{ amount: amounts[0]!, ...(note && { note }) }]
  // Which amount is for whom only the text tells.
  return note === undefined ? null : [{ note }]
}

const waysOf = (text: string): AnnouncedProcedure['ways'] => {
  const folded = fold(text)
  return [
    ...(/truc tiep|bo phan tiep nhan|mot cua/.test(folded) ? ['in-person' as const] : []),
    ...(/truc tuyen|qua mang|dien tu/.test(folded) ? ['online' as const] : []),
    ...(/buu dien|buu chinh/.test(folded) ? ['postal' as const] : []),
  ]
}

const ownWords = new Set(['missing-deadline', 'deadline-field-holds-wrong-text'])
const wrongText: Words = {
  vi: 'Ô thời hạn chứa nội dung của phần khác, nghi chép nhầm cả bản ghi',
  en: 'The field of the time limit holds the text of another part',
}
const flagged = (flag: string): Words => ({
  vi: `Nguồn đánh dấu lỗi: ${flag}`,
  en: `The source marks it as wrong: ${flag}`,
})
const inactive: Words = { vi: 'Nguồn ghi là đã thôi áp dụng', en: 'The source says it is no longer in use' }
const limitDiffers = ({ deadlineText, deadline }: Record): Words => {
  const text = tidy(deadlineText).slice(0, 80)
  return {
    vi: `Thời hạn bằng chữ (“${text}”) khác con số ${deadline}`,
    en: `The time limit in words (“${text}”) is not the figure ${deadline}`,
  }
}
const severalFees: Words = { vi: 'Nhiều mức phí, phải chọn trường hợp', en: 'Several fees' }
