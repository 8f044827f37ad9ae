import { showDong } from '#values/money.ts'
import type { Period } from '#values/plain-date.ts'
import { say, type Words } from '#values/words.ts'
import { sayTier } from '#engines/directory/contract.ts'
import { fieldTypeWords, mostFiles, paperFormWords, partsOfField } from '#engines/forms/contract.ts'
import type { Field, Form, Paper } from '#engines/forms/declare.ts'
import { periodText } from '#engines/services/contract.ts'
import type { Procedure } from '#engines/services/declare.ts'
import { allowanceWords, draftsWords, meetsWords, sayActor, sayNext } from '#engines/workflow/contract.ts'
import { totalHours, type Process } from '#engines/workflow/declare.ts'
import { NoteBox } from '#ui/office/Badge.tsx'
import { DataTable } from '#ui/office/DataTable.tsx'
import { Block } from '#ui/office/Panes.tsx'
import { FactRows } from '#ui/office/Preview.tsx'
import { EmptyState } from '#ui/office/States.tsx'
import { limitWords } from '../portal/words.ts'
import { useAdmin, useSay } from './use-admin.ts'

const words = {
  facts: { vi: 'Mô tả', en: 'Facts' },
  summary: { vi: 'Giới thiệu', en: 'Summary' },
  everyday: { vi: 'Tên người dân gọi', en: 'Everyday name' },
  owner: { vi: 'Cơ quan giải quyết', en: 'Decides' },
  received: { vi: 'Nơi tiếp nhận', en: 'Received at' },
  online: { vi: 'Mức trực tuyến', en: 'Online level' },
  result: { vi: 'Kết quả', en: 'Result' },
  law: { vi: 'Căn cứ pháp lý', en: 'Legal basis' },
  limits: { vi: 'Thời hạn', en: 'Time limits' },
  fees: { vi: 'Phí, lệ phí', en: 'Fees' },
  noFee: { vi: 'Không thu', en: 'None' },
  byTariff: { vi: 'theo biểu phí', en: 'by tariff' },
  period: { vi: 'Áp dụng', en: 'Holds' },
  note: { vi: 'Trường hợp', en: 'Case' },
  ordinary: { vi: 'Thông thường', en: 'Ordinary' },
  amount: { vi: 'Mức', en: 'Amount' },
  name: { vi: 'Tên', en: 'Name' },
  field: { vi: 'Câu hỏi', en: 'Question' },
  id: { vi: 'Tên dữ liệu', en: 'Data name' },
  type: { vi: 'Kiểu', en: 'Type' },
  required: { vi: 'Bắt buộc', en: 'Required' },
  yes: { vi: 'Bắt buộc', en: 'Required' },
  no: { vi: 'Không bắt buộc', en: 'Optional' },
  when: { vi: 'Nếu có điều kiện', en: 'Conditional' },
  paper: { vi: 'Giấy tờ', en: 'Paper' },
  how: { vi: 'Hình thức', en: 'Form' },
  generated: { vi: 'Hệ thống tạo', en: 'Generated' },
  files: { vi: 'Tệp nhiều nhất', en: 'Files at most' },
  noPapers: { vi: 'Không đòi giấy tờ kèm theo', en: 'No papers asked' },
  steps: { vi: 'Các bước', en: 'Steps' },
  hours: { vi: '{hours} giờ làm việc', en: '{hours} working hours' },
  total: { vi: 'đường dài nhất {hours} giờ làm việc', en: 'longest way {hours} working hours' },
  step: { vi: 'Bước', en: 'Step' },
  who: { vi: 'Ai làm', en: 'Who' },
  time: { vi: 'Giờ', en: 'Hours' },
  next: { vi: 'Rồi đến', en: 'Then' },
  may: { vi: 'Được phép', en: 'Allowed' },
  consult: { vi: 'hỏi ý kiến: {name} ({hours} giờ)', en: 'asks: {name} ({hours} hours)' },
  limitsOfProcess: {
    vi: 'Bổ sung nhiều nhất {supplements} lần, xin lỗi hẹn lại nhiều nhất {apologies} lần',
    en: 'At most: supplements {supplements}, apologies {apologies}',
  },
  granted: { vi: 'Đồng ý', en: 'Granted' },
  refused: { vi: 'Từ chối', en: 'Refused' },
  notation: { vi: 'Ký hiệu', en: 'Notation' },
  signer: { vi: 'Người ký', en: 'Signer' },
  valid: { vi: 'Có giá trị', en: 'Valid' },
  months: { vi: '{count} tháng', en: '{count} months' },
  endless: { vi: 'không thời hạn', en: 'without end' },
  noResults: { vi: 'Chưa khai mẫu kết quả', en: 'No result declared' },
} as const satisfies Record<string, Words>

const sayLaw = (one: Procedure['legalBasis'][number]): string =>
  typeof one === 'string' ? one : `${one.law}${validText(one)}`

/** The facts of the law: who, how long, how much, by what. */
export function Described({ procedure, ownerName }: { readonly procedure: Procedure; readonly ownerName: string }) {
  const { language } = useAdmin()
  const t = useSay()
  return (
    <>
      <Block title={t(words.facts)}>
        {procedure.notice && (
          <NoteBox tone="soon" icon="info-circle">
            <p>{say(procedure.notice, language)}</p>
          </NoteBox>
        )}
        <FactRows
          rows={[
            ...(procedure.everydayName
              ? [{ term: t(words.everyday), value: say(procedure.everydayName, language) }]
              : []),
            ...(procedure.summary ? [{ term: t(words.summary), value: say(procedure.summary, language) }] : []),
            {
              term: t(words.owner),
              value: ownerName,
            },
            { term: t(words.received), value: procedure.receivedAt.map((tier) => t(sayTier(tier))).join(', ') || '–' },
            {
              term: t(words.online),
              value: procedure.onlineLevel.map((one) => `${one.level}${validText(one)}`).join(' · ') || '–',
            },
            { term: t(words.result), value: say(procedure.result, language) },
            { term: t(words.law), value: procedure.legalBasis.map(sayLaw).join(', ') || '–' },
          ]}
        />
      </Block>
      <Block title={t(words.limits)}>
        <DataTable
          language={language}
          caption={t(words.limits)}
          inset
          columns={[
            { key: 'limit', title: t(words.limits), heads: true, width: 200 },
            { key: 'note', title: t(words.note) },
            { key: 'period', title: t(words.period), width: 210, quiet: true },
          ]}
          rows={procedure.timeLimits.map((row, at) => ({
            id: `limit-${at}`,
            limit: t(limitWords(row)),
            note: row.note ? say(row.note, language) : row.when ? t(words.when) : t(words.ordinary),
            period: validText(row),
          }))}
        />
      </Block>
      <Block title={t(words.fees)}>
        {procedure.fees.length === 0 ? (
          <p className="quiet">{t(words.noFee)}</p>
        ) : (
          <DataTable
            language={language}
            caption={t(words.fees)}
            inset
            columns={[
              { key: 'name', title: t(words.name), heads: true, width: 200 },
              { key: 'amount', title: t(words.amount), number: true, width: 130 },
              { key: 'note', title: t(words.note) },
              { key: 'period', title: t(words.period), width: 210, quiet: true },
            ]}
            rows={procedure.fees.map((row, at) => ({
              id: `fee-${at}`,
              name: say(row.name, language),
              amount: row.amount === undefined ? t(words.byTariff) : showDong(row.amount),
              note: row.note ? say(row.note, language) : row.when ? t(words.when) : t(words.ordinary),
              period: validText(row),
            }))}
          />
        )}
      </Block>
    </>
  )
}

const validText = (row: Period): string => (row.from === undefined && row.to === undefined ? '' : ` ${periodText(row)}`)

/** Every question of the form, page by page. */
export function FormPart({ form }: { readonly form: Form }) {
  const { language } = useAdmin()
  const t = useSay()
  return form.pages.map((page) => (
    <Block key={page.id} title={say(page.title, language)} count={page.when ? t(words.when) : undefined}>
      <DataTable
        language={language}
        caption={say(page.title, language)}
        inset
        columns={[
          { key: 'label', title: t(words.field), heads: true },
          { key: 'path', title: t(words.id), width: 190, code: true, quiet: true },
          { key: 'type', title: t(words.type), width: 160 },
          { key: 'required', title: t(words.required), width: 150, quiet: true },
        ]}
        rows={page.fields.flatMap((field) => [
          rowOf(field, field.id),
          ...(field.type === 'group' || field.type === 'table'
            ? partsOfField(field).map((part) => rowOf(part, `${field.id}.${part.id}`))
            : []),
        ])}
      />
    </Block>
  ))

  function rowOf(field: Field, path: string) {
    return {
      id: `field-${path}`,
      label: say(field.label, language),
      type: t(fieldTypeWords[field.type]),
      required:
        field.type === 'statement' || field.type === 'computed'
          ? ''
          : t(field.when ? words.when : field.optional ? words.no : words.yes),
      path,
    }
  }
}

/** The papers that go with it. */
export function Papers({ papers }: { readonly papers: readonly Paper[] }) {
  const { language } = useAdmin()
  const t = useSay()
  if (papers.length === 0) return <EmptyState title={t(words.noPapers)} icon="files" tone="paused" />
  return (
    <DataTable
      language={language}
      caption={t(words.paper)}
      columns={[
        { key: 'name', title: t(words.paper), heads: true },
        { key: 'form', title: t(words.how), width: 150 },
        { key: 'required', title: t(words.required), width: 160, quiet: true },
        { key: 'files', title: t(words.files), width: 120, number: true },
      ]}
      rows={papers.map((paper) => ({
        id: paper.id,
        name: say(paper.name, language),
        form: t(paperFormWords[paper.form]),
        required: t(
          paper.generated ? words.generated : paper.when ? words.when : paper.optional ? words.no : words.yes,
        ),
        files: mostFiles(paper),
      }))}
    />
  )
}

/** The steps: who, in how many working hours, and what follows. */
export function Steps({ process }: { readonly process: Process }) {
  const { language } = useAdmin()
  const t = useSay()
  return (
    <Block
      title={t(words.steps)}
      count={t(words.total, { hours: totalHours(process) })}
      note={t(words.limitsOfProcess, process.limits)}
    >
      <DataTable
        language={language}
        caption={t(words.steps)}
        inset
        columns={[
          { key: 'name', title: t(words.step), heads: true, strong: true, width: 190 },
          { key: 'who', title: t(words.who), width: 190 },
          { key: 'hours', title: t(words.time), number: true, width: 60 },
          { key: 'next', title: t(words.next) },
          { key: 'may', title: t(words.may), width: 170, quiet: true },
        ]}
        rows={Object.entries(process.steps).map(([id, step]) => ({
          id: `step-${id}`,
          name: (
            <>
              {say(step.name, language)}
              {step.consult.map((one) => (
                <small key={one.id}> {t(words.consult, { name: say(one.name, language), hours: one.hours })}</small>
              ))}
            </>
          ),
          who: t(sayActor(step.by)),
          hours: step.hours,
          next: t(sayNext(step, process)),
          may: [
            ...step.may.map((one) => allowanceWords[one]),
            ...(step.drafts ? [draftsWords] : []),
            ...(step.meets ? [meetsWords[step.meets]] : []),
          ]
            .map((one) => t(one))
            .join(', '),
        }))}
      />
    </Block>
  )
}

/** What is issued. */
export function Results({ results }: { readonly results: Procedure['results'] }) {
  const { language } = useAdmin()
  const t = useSay()
  if (results.length === 0) return <EmptyState title={t(words.noResults)} icon="certificate" tone="paused" />
  return results.map((result) => (
    <Block key={result.id} title={say(result.title, language)} count={t(words[result.outcome])}>
      <FactRows
        rows={[
          { term: t(words.notation), value: result.notation },
          { term: t(words.signer), value: [result.signer.capacity, result.signer.position].filter(Boolean).join(' ') },
          {
            term: t(words.valid),
            value: result.validMonths === undefined ? t(words.endless) : t(words.months, { count: result.validMonths }),
          },
        ]}
      />
      <div className="result-text">
        {result.blocks.map((block, at) =>
          'paragraph' in block ? (
            <p key={at}>{block.paragraph}</p>
          ) : 'fields' in block ? (
            <FactRows
              key={at}
              rows={block.fields.map((field) => ({
                term: field.label,
                value: <code className="code">{field.value}</code>,
              }))}
            />
          ) : (
            <p key={at}>
              <b>{block.article}.</b> {block.text}
            </p>
          ),
        )}
      </div>
    </Block>
  ))
}
