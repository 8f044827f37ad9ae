import type { PlainDate } from '#values/plain-date.ts'
import { showDate } from '#values/show-time.ts'
import type { Words } from '#values/words.ts'
import type { Client } from '#engines/contract.ts'
import { staffingWords } from '#engines/directory/contract.ts'
import { NoteBox } from '#ui/office/Badge.tsx'
import { SelectField, TextField } from '#ui/office/Fields.tsx'
import { Block } from '#ui/office/Panes.tsx'
import { FactRows } from '#ui/office/Preview.tsx'
import type { Post, UnitWithPosts } from './organisation-data.ts'
import { Doing } from './organisation-tools.tsx'
import { useSay } from './use-admin.ts'
import { adminWords } from './words.ts'

const words = {
  quotas: { vi: 'Biên chế', en: 'Quotas' },
  scope: {
    vi: 'Người được bổ nhiệm ở đơn vị và các phòng thuộc nó, mỗi người một lần; biệt phái đến thì không tính.',
    en: 'Whoever is appointed in the unit and its divisions, each once; those seconded here are not counted.',
  },
  none: { vi: 'Chưa giao biên chế, chưa có ai', en: 'No quota and nobody yet' },
  ofQuota: { vi: '{held} / {number}', en: '{held} of {number}' },
  exceeded: { vi: '{held} / {number}, vượt {more}', en: '{held} of {number}, {more} too many' },
  unlimited: { vi: '{held}, chưa giao', en: '{held}, no quota' },
  set: { vi: 'Giao biên chế', en: 'Set a quota' },
  kind: { vi: 'Loại biên chế', en: 'Kind' },
  change: { vi: 'Đổi loại biên chế', en: 'Change the kind' },
  number: { vi: 'Số người', en: 'How many' },
  document: { vi: 'Quyết định số', en: 'Decision' },
  decided: { vi: 'Đã giao', en: 'Decided' },
  decidedLine: { vi: '{number} từ {from}, {document}', en: '{number} from {from}, {document}' },
  code: { vi: 'Đổi mã định danh', en: 'Change the organ code' },
  organCode: { vi: 'Mã định danh', en: 'Organ code' },
  organCodeHint: { vi: 'Theo quyết định, như H02.14', en: 'As decided, such as H02.14' },
  tax: { vi: 'Đổi mã số thuế', en: 'Change the tax code' },
  taxCode: { vi: 'Mã số thuế', en: 'Tax code' },
  taxCodeHint: {
    vi: 'In trên biên lai thu phí; bỏ trống thì biên lai lấy mã của đơn vị cấp trên',
    en: 'Printed on receipts; where there is none they take that of the unit above',
  },
  taxed: { vi: 'MST {code}', en: 'tax code {code}' },
  over: { vi: 'Tên, các mã qua thời gian', en: 'Names and codes over time' },
  since: { vi: 'Từ {from}', en: 'From {from}' },
  always: { vi: 'Từ đầu', en: 'From the beginning' },
  full: {
    vi: '{kind} của đơn vị đã đủ: {held} / {number}. Bố trí thêm là vượt biên chế.',
    en: '{kind}: {held} of {number} are there. One more exceeds the quota.',
  },
} as const satisfies Record<string, Words>

type Quotas = Awaited<ReturnType<Client['directory']['listQuotas']>>
type Versions = Awaited<ReturnType<Client['directory']['listUnitVersions']>>

interface UnitStandingProps {
  readonly unit: UnitWithPosts
  readonly quotas: Quotas
  readonly versions: Versions
  readonly from: PlainDate
  readonly mayManage: boolean
  readonly typed: Readonly<Record<string, string>> | undefined
}

/** What was decided of a unit, dated: how many people it may have, what it is called, its identifier. */
export function UnitStanding({ unit, quotas, versions, from, mayManage, typed }: UnitStandingProps) {
  const t = useSay()
  const change = { unit, typed }
  return (
    <>
      <Block title={t(words.quotas)} small>
        {quotas.standing.length === 0 ? (
          <p className="quiet">{t(words.none)}</p>
        ) : (
          <FactRows
            rows={quotas.standing.map(({ staffing, number, held }) => ({
              term: t(staffingWords[staffing]),
              value:
                number === null
                  ? t(words.unlimited, { held })
                  : held > number
                    ? t(words.exceeded, { held, number, more: held - number })
                    : t(words.ofQuota, { held, number }),
              ...(number !== null && held > number && { tone: 'late' as const }),
            }))}
          />
        )}
        <p className="quiet">{t(words.scope)}</p>
        {mayManage && (
          <Doing title={t(words.set)} what="giao-bien-che" {...change}>
            <SelectField
              name="loai-bien-che"
              id="giao-loai"
              label={t(words.kind)}
              value={typed?.['loai-bien-che']}
              options={Object.entries(staffingWords).map(([value, said]) => ({ value, text: t(said) }))}
            />
            <TextField name="so" id="giao-so" label={t(words.number)} value={typed?.['so']} required />
            <TextField
              name="quyet-dinh"
              id="giao-quyet-dinh"
              label={t(words.document)}
              value={typed?.['quyet-dinh']}
              required
            />
            <TextField name="tu-ngay" id="giao-tu" type="date" label={t(adminWords.from)} value={from} />
          </Doing>
        )}
        {quotas.decided.length > 0 && (
          <details className="more">
            <summary>{t(words.decided)}</summary>
            <FactRows
              rows={quotas.decided.map(({ staffing, number, document, from }) => ({
                term: t(staffingWords[staffing]),
                value: t(words.decidedLine, { number, document, from: showDate(from) }),
              }))}
            />
          </details>
        )}
      </Block>
      <Block title={t(words.over)} small>
        <FactRows
          rows={versions.map((one) => ({
            term: one.from < firstDay ? t(words.always) : t(words.since, { from: showDate(one.from) }),
            value: [one.name, one.organCode, one.taxCode && t(words.taxed, { code: one.taxCode })]
              .filter(Boolean)
              .join(', '),
          }))}
        />
        {mayManage && (
          <Doing title={t(words.code)} what="doi-ma-dinh-danh" {...change}>
            <TextField
              name="ma-dinh-danh"
              label={t(words.organCode)}
              hint={t(words.organCodeHint)}
              value={typed?.['ma-dinh-danh'] ?? unit.organCode ?? ''}
              code
              required
            />
            <TextField name="tu-ngay" id="dinh-danh-tu" type="date" label={t(adminWords.from)} value={from} />
          </Doing>
        )}
        {mayManage && (
          <Doing title={t(words.tax)} what="doi-ma-so-thue" {...change}>
            <TextField
              name="ma-so-thue"
              label={t(words.taxCode)}
              hint={t(words.taxCodeHint)}
              value={typed?.['ma-so-thue'] ?? unit.taxCode ?? ''}
              code
            />
            <TextField name="tu-ngay" id="ma-so-thue-tu" type="date" label={t(adminWords.from)} value={from} />
          </Doing>
        )}
      </Block>
    </>
  )
}

/** What was declared without a beginning has this as its first day. */
const firstDay = '1901-01-01'

interface PostStaffingProps {
  readonly unit: UnitWithPosts
  readonly post: Post
  readonly quotas: Quotas
  readonly mayManage: boolean
  readonly typed: Readonly<Record<string, string>> | undefined
}

/** Against which quota whoever holds a post counts; whether one more would exceed it is said before it is done. */
export function PostStaffing({ unit, post, quotas, mayManage, typed }: PostStaffingProps) {
  const t = useSay()
  const standing = quotas.standing.find(({ staffing }) => staffing === post.staffing)
  const kind = t(staffingWords[post.staffing])
  return (
    <Block title={t(words.quotas)} small>
      <FactRows rows={[{ term: t(words.kind), value: kind }]} />
      {post.personId === null && standing && standing.number !== null && standing.held >= standing.number && (
        <NoteBox tone="soon" icon="alert-triangle">
          <p>{t(words.full, { kind, held: standing.held, number: standing.number })}</p>
        </NoteBox>
      )}
      {mayManage && (
        <Doing title={t(words.change)} what="doi-loai" unit={unit} typed={typed}>
          <input type="hidden" name="vi-tri" value={post.id} />
          <SelectField
            name="loai-bien-che"
            label={t(words.kind)}
            value={post.staffing}
            options={Object.entries(staffingWords).map(([value, said]) => ({ value, text: t(said) }))}
          />
        </Doing>
      )}
    </Block>
  )
}
