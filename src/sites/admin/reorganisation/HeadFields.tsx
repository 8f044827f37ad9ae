import type { Words } from '#values/words.ts'
import { FieldRow, SelectField, TextField } from '#ui/office/Fields.tsx'
import { refusedAt, type Refused } from '../../office/staff.ts'
import { useAdmin, useSay } from '../use-admin.ts'
import { reorganisationWords } from './words.ts'

const words = {
  chief: { vi: 'Nhiều người, một vị trí đứng đầu', en: 'Several people for one place at the head' },
  chiefAsk: { vi: 'Chọn từng nơi', en: 'Choose for each' },
  chiefLongest: { vi: 'Người đang ở đó, rồi người giữ lâu nhất', en: 'Whoever is there, else longest in office' },
  spread: { vi: 'Người của đơn vị bị chia', en: 'People of a divided unit' },
  spreadAsk: { vi: 'Chọn từng người', en: 'Choose for each' },
  spreadEven: { vi: 'Chia đều các đơn vị nhận', en: 'Evenly to those that take over' },
  split: { vi: 'Hồ sơ của xã bị chia', en: 'Dossiers of a divided commune' },
  splitLargest: { vi: 'Về phần lớn nhất', en: 'To the largest part' },
  splitProportional: { vi: 'Theo tỷ lệ diện tích', en: 'In proportion to the area' },
  documentHint: { vi: 'Như Nghị quyết 813/NQ-UBTVQH14', en: 'Such as Resolution 813/NQ-UBTVQH14' },
} as const satisfies Record<string, Words>

interface HeadFieldsProps {
  /** By the names of the fields. */
  readonly values: Readonly<Partial<Record<string, string>>>
  readonly refused: Refused['refused'] | undefined
}

/** What every plan says first: what it is called, by which decision, from when, and the rules for who and what is divided. */
export function HeadFields({ values, refused }: HeadFieldsProps) {
  const { language } = useAdmin()
  const t = useSay()
  const wrong = (...paths: string[]) => {
    const said = paths.map((path) => refusedAt(refused, path, language)).find((one) => one !== undefined)
    return said === undefined ? {} : { error: said }
  }
  return (
    <>
      <TextField
        name="ten-dot"
        label={t(reorganisationWords.title)}
        value={values['ten-dot'] ?? ''}
        required
        {...wrong('plan.title')}
      />
      <FieldRow>
        <TextField
          name="van-ban"
          label={t(reorganisationWords.document)}
          hint={t(words.documentHint)}
          value={values['van-ban'] ?? ''}
          required
          {...wrong('plan.document')}
        />
        <TextField
          name="ngay"
          type="date"
          label={t(reorganisationWords.day)}
          value={values['ngay'] ?? ''}
          required
          {...wrong('ngay', 'plan.effectiveOn')}
        />
      </FieldRow>
      <SelectField
        name="chon-truong"
        label={t(words.chief)}
        value={values['chon-truong'] ?? 'ask'}
        options={[
          { value: 'ask', text: t(words.chiefAsk) },
          { value: 'longest', text: t(words.chiefLongest) },
        ]}
      />
      <SelectField
        name="chia-nguoi"
        label={t(words.spread)}
        value={values['chia-nguoi'] ?? 'ask'}
        options={[
          { value: 'ask', text: t(words.spreadAsk) },
          { value: 'even', text: t(words.spreadEven) },
        ]}
      />
      <SelectField
        name="chia-ho-so"
        label={t(words.split)}
        value={values['chia-ho-so'] ?? 'largest'}
        options={[
          { value: 'largest', text: t(words.splitLargest) },
          { value: 'proportional', text: t(words.splitProportional) },
        ]}
      />
    </>
  )
}
