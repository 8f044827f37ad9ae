import { Form } from 'react-router'
import {
  indexReadings,
  indicators,
  knownThresholds,
  pointedIndicators,
  readingIds,
  usualReadings,
} from '#engines/reporting/contract.ts'
import type { Client } from '#engines/contract.ts'
import { Act } from '#ui/office/Button.tsx'
import { SelectField, TextField } from '#ui/office/Fields.tsx'
import { SectionTitle } from '#ui/office/Panes.tsx'
import type { Words } from '#values/words.ts'
import { FormToken } from '../../FormToken.tsx'
import { SendOnce } from '../../SendOnce.tsx'
import { RefusedNote } from '../../office/RefusedNote.tsx'
import type { Refused } from '../../office/staff.ts'
import { useAdmin, useSay } from '../use-admin.ts'
import { gradeLines } from './read-scale.ts'

const words = {
  source: { vi: 'Văn bản quy định', en: 'Document' },
  document: { vi: 'Số, ký hiệu văn bản', en: 'Number of the document' },
  signedOn: { vi: 'Ngày ký', en: 'Signed on' },
  effectiveFrom: { vi: 'Áp dụng từ ngày', en: 'Holds from' },
  effectiveHint: { vi: 'Kỳ kết thúc từ ngày này tính theo thang này', en: 'For periods that end from this day' },
  points: { vi: 'Điểm từng chỉ số', en: 'Points of each indicator' },
  pointsText: {
    vi: 'Để trống điểm: chỉ số không tính điểm. Ngưỡng là tỷ lệ đạt trọn điểm; số ghi sẵn theo công thức của Quyết định 766/QĐ-TTg, sửa nếu văn bản ghi khác.',
    en: 'No points: not scored. The threshold is the share that gives all points; what stands here follows the formulas of Decision 766/QĐ-TTg.',
  },
  most: { vi: 'Điểm tối đa', en: 'Most points' },
  fullAt: { vi: 'Trọn điểm từ %', en: 'All from %' },
  grades: { vi: 'Xếp loại', en: 'Grades' },
  gradesText: {
    vi: 'Tên mức và tổng điểm thấp nhất của mức. Để trống nếu văn bản không xếp loại.',
    en: 'Name and fewest points of each. Leave empty where the document has none.',
  },
  grade: { vi: 'Tên mức {line}', en: 'Name {line}' },
  from: { vi: 'Từ điểm', en: 'From points' },
  readings: { vi: 'Cách hiểu công thức', en: 'How formulas are read' },
  readingsText: {
    vi: 'Chỗ quyết định hiểu được hai cách. Trang công khai ghi rõ cách đã chọn.',
    en: 'Where the decision can be read in two ways. The public page tells which is chosen.',
  },
  set: { vi: 'Đặt thang điểm', en: 'Set the scale' },
} as const satisfies Record<string, Words>

export type Scale = Awaited<ReturnType<Client['reporting']['listIndexScales']>>[number]

interface ScaleFormProps {
  /** Whose numbers stand in it at first. */
  readonly like: Scale | undefined
  readonly today: string
  readonly refused: Refused['refused'] | undefined
}

/** A new scale by a document; it begins with what the one in force says, never with points of our own. */
export function ScaleForm({ like, today, refused }: ScaleFormProps) {
  const { language } = useAdmin()
  const t = useSay()
  const typed = (name: string, otherwise: string | number | undefined) =>
    refused?.typed[name] ?? (otherwise === undefined ? '' : String(otherwise))
  const pointsOf = (id: string) => like?.rules.points.find(({ indicator }) => indicator === id)
  return (
    <>
      {refused && <RefusedNote language={language} refused={refused} />}
      <Form method="post" className="part-form">
        <FormToken />
        <SendOnce />
        <SectionTitle title={t(words.source)} small />
        <TextField name="document" label={t(words.document)} value={typed('document', '')} required />
        <div className="field-line">
          <TextField name="signedOn" type="date" label={t(words.signedOn)} value={typed('signedOn', '')} required />
          <TextField
            name="effectiveFrom"
            type="date"
            label={t(words.effectiveFrom)}
            hint={t(words.effectiveHint)}
            value={typed('effectiveFrom', today)}
            required
          />
        </div>
        <SectionTitle title={t(words.points)} small />
        <p className="quiet">{t(words.pointsText)}</p>
        {pointedIndicators.map((id) => (
          <fieldset key={id} className="choice-set">
            <legend>
              {id} {t(indicators[id].name)}
            </legend>
            <div className="field-line">
              <TextField
                name={`points ${id}`}
                label={t(words.most)}
                value={typed(`points ${id}`, pointsOf(id)?.points)}
              />
              <TextField
                name={`fullAt ${id}`}
                label={t(words.fullAt)}
                value={typed(`fullAt ${id}`, pointsOf(id)?.fullAt ?? knownThresholds[id] ?? 100)}
              />
            </div>
          </fieldset>
        ))}
        <SectionTitle title={t(words.grades)} small />
        <p className="quiet">{t(words.gradesText)}</p>
        {gradeLines.map((line) => (
          <div key={line} className="field-line">
            <TextField
              name={`grade ${line}`}
              label={t(words.grade, { line: line + 1 })}
              value={typed(`grade ${line}`, like?.rules.grades[line]?.name)}
            />
            <TextField
              name={`from ${line}`}
              label={t(words.from)}
              value={typed(`from ${line}`, like?.rules.grades[line]?.from)}
            />
          </div>
        ))}
        <SectionTitle title={t(words.readings)} small />
        <p className="quiet">{t(words.readingsText)}</p>
        {readingIds.map((id) => (
          <SelectField
            key={id}
            name={id}
            label={t(indexReadings[id].title)}
            value={typed(id, like?.rules.readings[id] ?? usualReadings[id])}
            options={Object.entries(indexReadings[id].choices).map(([value, said]) => ({ value, text: t(said) }))}
          />
        ))}
        <p className="in-line">
          <Act kind="primary" text={t(words.set)} />
        </p>
      </Form>
    </>
  )
}
