import { sayExemption } from '../procedure/exemptions.ts'
import { showDong } from '#values/money.ts'
import { showDate } from '#values/show-time.ts'
import type { Period } from '#values/plain-date.ts'
import type { Language, Words } from '#values/words.ts'
import { sayTier } from '#engines/directory/contract.ts'
import { kindWords } from '#engines/notification/web/index.ts'
import { fieldTypeWords, mostFiles, paperFormWords, partsOfField } from '#engines/forms/contract.ts'
import type { Field, Paper } from '#engines/forms/declare.ts'
import { allowanceWords, draftsWords, meetsWords, sayActor, sayNext } from '#engines/workflow/contract.ts'
import type { Procedure } from '../declare.ts'
import { limitText } from '../procedure/limit-words.ts'

export type Part = 'facts' | 'papers' | 'form' | 'process' | 'results' | 'messages'

/** One thing that a procedure says: what it is about, and in words what it says; `whole` is everything declared of it. */
export interface Element {
  readonly part: Part
  /** The same thing in another version has the same key. */
  readonly key: string
  readonly what: Words
  readonly says: Words
  readonly whole: unknown
}

/** Everything that a procedure says, thing by thing, as an official reads it. */
export const describeProcedure = (procedure: Procedure): Element[] => [
  ...facts(procedure),
  ...procedure.papers.map((paper) => element('papers', paper.id, paper.name, sayPaper(paper), paper)),
  ...questions(procedure),
  ...steps(procedure),
  ...procedure.results.map((result) =>
    element(
      'results',
      result.id,
      result.title,
      joined([
        result.outcome === 'granted' ? { vi: 'Đồng ý', en: 'Granted' } : { vi: 'Từ chối', en: 'Refused' },
        same(result.notation),
        same([result.signer.capacity, result.signer.position].filter(Boolean).join(' ')),
      ]),
      result,
    ),
  ),
  ...(procedure.messages ?? []).map((message) =>
    element('messages', message.event, kindWords[message.event], message.line ?? same(message.accented), message),
  ),
]

function facts(procedure: Procedure): Element[] {
  const { owner, effective } = procedure
  const fact = (key: keyof Procedure, what: Words, says: Words | undefined) =>
    procedure[key] === undefined || says === undefined ? [] : [element('facts', key, what, says, procedure[key])]
  return [
    ...fact('name', { vi: 'Tên', en: 'Name' }, procedure.name),
    ...fact('everydayName', { vi: 'Tên người dân gọi', en: 'Everyday name' }, procedure.everydayName),
    ...fact('summary', { vi: 'Giới thiệu', en: 'Summary' }, procedure.summary),
    ...fact('notice', { vi: 'Lưu ý', en: 'Notice' }, procedure.notice),
    ...fact('field', { vi: 'Lĩnh vực', en: 'Field' }, procedure.field),
    ...fact(
      'owner',
      { vi: 'Cơ quan giải quyết', en: 'Decided by' },
      'agency' in owner ? same(owner.agency) : sayTier(owner.tier),
    ),
    ...fact('receivedAt', { vi: 'Nơi tiếp nhận', en: 'Received at' }, joined(procedure.receivedAt.map(sayTier))),
    ...fact(
      'timeLimits',
      { vi: 'Thời hạn', en: 'Time limit' },
      inCases(procedure.timeLimits, (row) => same(limitText(row))),
    ),
    ...fact('fees', { vi: 'Phí, lệ phí', en: 'Fees' }, inCases(procedure.fees, sayFee)),
    ...fact(
      'onlineLevel',
      { vi: 'Mức trực tuyến', en: 'Online level' },
      inCases(procedure.onlineLevel, (row) => same(`${row.level}`)),
    ),
    ...fact('sets', { vi: 'Số bộ hồ sơ', en: 'Sets of papers' }, same(`${procedure.sets}`)),
    ...fact(
      'ways',
      { vi: 'Cách thức thực hiện', en: 'Ways to file' },
      joined((procedure.ways ?? []).map((one) => wayWords[one])),
    ),
    ...fact('course', { vi: 'Trình tự thực hiện', en: 'Course' }, procedure.course),
    ...fact('conditions', { vi: 'Yêu cầu, điều kiện', en: 'Conditions' }, procedure.conditions),
    ...fact('result', { vi: 'Kết quả', en: 'Result' }, procedure.result),
    ...fact(
      'legalBasis',
      { vi: 'Căn cứ pháp lý', en: 'Legal basis' },
      same(procedure.legalBasis.map(sayLaw).join(', ')),
    ),
    ...fact(
      'questions',
      { vi: 'Hỏi đáp', en: 'Questions and answers' },
      joined(procedure.questions.map((one) => one.ask)),
    ),
    ...fact('keywords', { vi: 'Từ để tìm', en: 'Search words' }, same(procedure.keywords.join(', '))),
    ...fact(
      'subjects',
      { vi: 'Đối tượng', en: 'For whom' },
      joined(procedure.subjects.map((one) => subjectWords[one])),
    ),
    ...fact('level', { vi: 'Cấp giải quyết', en: 'Level that decides' }, sayTier(procedure.level)),
    ...fact('codeStatus', { vi: 'Mã thủ tục', en: 'The code' }, same(procedure.codeStatus ?? '')),
    ...fact('lifeEvents', { vi: 'Sự kiện đời sống', en: 'Life events' }, same(procedure.lifeEvents.join(', '))),
    ...fact('coApplicants', { vi: 'Người cùng nộp', en: 'Who files together' }, sayCoApplicants(procedure)),
    ...fact(
      'bundle',
      { vi: 'Các thủ tục nộp cùng một lần', en: 'Procedures filed at once' },
      same((procedure.bundle ?? []).map(({ code }) => code).join(', ')),
    ),
    ...(effective.to === undefined
      ? []
      : [
          element(
            'facts',
            'closed',
            { vi: 'Thôi nhận hồ sơ từ', en: 'Closed from' },
            same(showDate(effective.to)),
            effective.to,
          ),
        ]),
  ]
}

const sayCoApplicants = ({ coApplicants }: Procedure): Words | undefined =>
  coApplicants &&
  joined([coApplicants.called, { vi: `nhiều nhất ${coApplicants.most}`, en: `at most ${coApplicants.most}` }])

const subjectWords: Readonly<Record<Procedure['subjects'][number], Words>> = {
  citizen: { vi: 'công dân', en: 'citizens' },
  enterprise: { vi: 'doanh nghiệp', en: 'enterprises' },
  household: { vi: 'hộ kinh doanh', en: 'household businesses' },
  organization: { vi: 'tổ chức', en: 'organizations' },
  official: { vi: 'cán bộ, công chức', en: 'officials' },
}

export const wayWords: Readonly<Record<NonNullable<Procedure['ways']>[number], Words>> = {
  'in-person': { vi: 'trực tiếp', en: 'in person' },
  online: { vi: 'trực tuyến', en: 'online' },
  postal: { vi: 'bưu chính công ích', en: 'by post' },
}

const sayFee = ({ name, amount, exemptions = [] }: Procedure['fees'][number]): Words =>
  joined([
    name,
    amount === undefined ? { vi: 'theo biểu phí', en: 'by tariff' } : same(showDong(amount)),
    ...exemptions.map(sayExemption),
  ])

/** Rows that hold by case and period, each with its case and days. */
function inCases<Row extends Period & { readonly note?: Words | undefined }>(
  rows: readonly Row[],
  sayRow: (row: Row) => Words,
): Words {
  const lines = rows.map((row) => {
    const days = row.from === undefined && row.to === undefined ? undefined : same(periodText(row))
    return joined([sayRow(row), row.note, days].filter((one) => one !== undefined))
  })
  return lines.length === 0 ? { vi: 'không có', en: 'none' } : joined(lines, '; ')
}

/** `01/01/2021 – …` */
export const periodText = ({ from, to }: Period): string =>
  `${from === undefined ? '…' : showDate(from)} – ${to === undefined ? '…' : showDate(to)}`

const sayLaw = (one: Procedure['legalBasis'][number]): string =>
  typeof one === 'string' ? one : `${one.law} (${periodText(one)})`

const must: Words = { vi: 'bắt buộc', en: 'required' }
const may: Words = { vi: 'không bắt buộc', en: 'optional' }
const inSomeCases: Words = { vi: 'tùy trường hợp', en: 'in some cases' }
const made: Words = { vi: 'hệ thống tạo', en: 'made by the system' }

const sayPaper = (paper: Paper): Words =>
  joined([
    paperFormWords[paper.form],
    paper.generated ? made : paper.when ? inSomeCases : paper.optional ? may : must,
    { vi: `nhiều nhất ${mostFiles(paper)} tệp`, en: `at most ${mostFiles(paper)} files` },
  ])

function questions({ form }: Procedure): Element[] {
  return (form?.pages ?? []).flatMap((page) => [
    element('form', `page ${page.id}`, page.title, joined([pageWords, ...(page.when ? [inSomeCases] : [])]), {
      ...page,
      fields: [],
    }),
    ...page.fields.flatMap((field) => [
      question(field, field.id, page.title),
      ...(field.type === 'group' || field.type === 'table'
        ? partsOfField(field).map((part) => question(part, `${field.id}.${part.id}`, page.title))
        : []),
    ]),
  ])
}

const pageWords: Words = { vi: 'phần của tờ khai', en: 'part of the form' }

function question(field: Field, path: string, page: Words): Element {
  const asked =
    field.type === 'statement' || field.type === 'computed'
      ? []
      : [field.when ? inSomeCases : field.optional ? may : must]
  const says = joined([fieldTypeWords[field.type], ...asked, { vi: `trang “${page.vi}”`, en: `page “${page.en}”` }])
  return element('form', path, field.label, says, field)
}

function steps({ process }: Procedure): Element[] {
  if (process === undefined) return []
  const { start, limits } = process
  const first = process.steps[start]?.name ?? same(start)
  return [
    element(
      'process',
      ' limits',
      { vi: 'Cả quy trình', en: 'The process' },
      {
        vi: `bắt đầu ở ${first.vi}, bổ sung nhiều nhất ${limits.supplements} lần, hẹn lại nhiều nhất ${limits.apologies} lần`,
        en: `begins at ${first.en}, ${limits.supplements} supplements and ${limits.apologies} apologies at most`,
      },
      { start, limits },
    ),
    ...stepsOf(process),
  ]
}

const stepsOf = (process: NonNullable<Procedure['process']>): Element[] =>
  Object.entries(process.steps).map(([id, step]) =>
    element(
      'process',
      id,
      step.name,
      joined([
        sayActor(step.by),
        { vi: `${step.hours} giờ làm việc`, en: `${step.hours} working hours` },
        ...step.may.map((one) => allowanceWords[one]),
        ...(step.drafts ? [draftsWords] : []),
        ...(step.meets ? [meetsWords[step.meets]] : []),
        ...step.consult.map((one) => ({
          vi: `hỏi ý kiến ${one.name.vi} (${one.hours} giờ)`,
          en: `asks ${one.name.en} (${one.hours} hours)`,
        })),
        { vi: `rồi đến ${sayNext(step, process).vi}`, en: `then ${sayNext(step, process).en}` },
      ]),
      step,
    ),
  )

const element = (part: Part, key: string, what: Words, says: Words, whole: unknown): Element => ({
  part,
  key,
  what,
  says,
  whole,
})

const same = (text: string): Words => ({ vi: text, en: text })

function joined(said: readonly Words[], by = ', '): Words {
  const inLanguage = (language: Language) =>
    said
      .map((one) => one[language])
      .filter((text) => text !== '')
      .join(by)
  return { vi: inLanguage('vi'), en: inLanguage('en') }
}
