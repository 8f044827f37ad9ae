import type { ReactNode } from 'react'
import type { PlainDate } from '#values/plain-date.ts'
import type { Words } from '#values/words.ts'
import { SelectField, TextField } from '#ui/office/Fields.tsx'
import { sayTier } from '#engines/directory/contract.ts'
import { refusedAt, type Refused } from '../../office/staff.ts'
import { useAdmin, useSay } from '../use-admin.ts'
import { Picker } from './Picker.tsx'
import { PlanForm } from './PlanForm.tsx'
import type { ChangeKind } from './words.ts'

const words = {
  'nhap-xa': { vi: 'Nhập xã, phường', en: 'Merge communes' },
  'chia-xa': { vi: 'Chia một xã, phường', en: 'Split a commune' },
  'ten-xa': { vi: 'Đổi tên xã, phường', en: 'Rename a commune' },
  'nhap-don-vi': { vi: 'Nhập hoặc đóng đơn vị', en: 'Merge or close units' },
  'ten-don-vi': { vi: 'Đổi tên đơn vị', en: 'Rename a unit' },
  'chuyen-don-vi': { vi: 'Chuyển đơn vị sang cấp trên khác', en: 'Move a unit' },
  'tham-quyen': { vi: 'Chuyển thẩm quyền', en: 'Transfer a competence' },
  from: { vi: 'Những nơi được nhập, mỗi dòng một nơi', en: 'Those that are merged, one a line' },
  into: { vi: 'Nhập vào, giữ mã của', en: 'Into, keeping the code of' },
  newName: { vi: 'Tên mới (nếu đổi)', en: 'New name (if it changes)' },
  name: { vi: 'Tên mới', en: 'New name' },
  commune: { vi: 'Xã, phường, thị trấn', en: 'Commune' },
  parts: { vi: 'Chia về, mỗi dòng một nơi và tỷ lệ', en: 'Into, one a line with its share' },
  partsHint: { vi: 'Như: Xã Tân Sỏi (07291) 60%', en: 'Such as: Xã Tân Sỏi (07291) 60%' },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  ending: { vi: 'Đơn vị thôi hoạt động, mỗi dòng một đơn vị', en: 'Units that end, one a line' },
  heir: { vi: 'Đơn vị nhận', en: 'Unit that takes over' },
  parent: { vi: 'Cấp trên mới', en: 'New unit above' },
  fromWhom: { vi: 'Từ', en: 'From' },
  toWhom: { vi: 'Sang', en: 'To' },
  fromBody: { vi: 'Từ cơ quan nào', en: 'From which body' },
  toBody: { vi: 'Sang cơ quan nào', en: 'To which body' },
  bodyHint: { vi: 'Chỉ ghi khi chọn “Một cơ quan”', en: 'Only where “One body” is chosen' },
  oneBody: { vi: 'Một cơ quan', en: 'One body' },
  every: { vi: 'Mọi cơ quan cấp {tier}', en: 'Every body of the tier: {tier}' },
  procedures: { vi: 'Mã thủ tục (để trống: tất cả)', en: 'Codes of procedures (empty: all)' },
  add: { vi: 'Thêm vào phương án', en: 'Add to the plan' },
} as const satisfies Record<string, Words>

interface ChangeFormsProps {
  /** The day before the change: of it are the names that are chosen from. */
  readonly asOf: PlainDate
  /** The kind that was added last: more of it may follow. */
  readonly last: string
  readonly refused: Refused['refused'] | undefined
}

/** One form for each kind of change; what it says becomes a row of the plan. */
export function ChangeForms(props: ChangeFormsProps) {
  const fields = { ...props, finds: 'xa' as const }
  const units = { ...props, finds: 'don-vi' as const }
  return (
    <>
      <Change {...props} kind="nhap-xa">
        <Place {...fields} kind="nhap-xa" name="tu" label={words.from} many />
        <Place {...fields} kind="nhap-xa" name="vao" label={words.into} />
        <Text {...props} kind="nhap-xa" name="ten" label={words.newName} />
      </Change>
      <Change {...props} kind="chia-xa">
        <Place {...fields} kind="chia-xa" name="tu" label={words.commune} />
        <Place {...fields} kind="chia-xa" name="vao" label={words.parts} hint={words.partsHint} many />
      </Change>
      <Change {...props} kind="ten-xa">
        <Place {...fields} kind="ten-xa" name="tu" label={words.commune} />
        <Text {...props} kind="ten-xa" name="ten" label={words.name} />
      </Change>
      <Change {...props} kind="nhap-don-vi">
        <Place {...units} kind="nhap-don-vi" name="tu" label={words.ending} many />
        <Place {...units} kind="nhap-don-vi" name="vao" label={words.heir} />
        <Text {...props} kind="nhap-don-vi" name="ten" label={words.newName} />
      </Change>
      <Change {...props} kind="ten-don-vi">
        <Place {...units} kind="ten-don-vi" name="tu" label={words.unit} />
        <Text {...props} kind="ten-don-vi" name="ten" label={words.name} />
      </Change>
      <Change {...props} kind="chuyen-don-vi">
        <Place {...units} kind="chuyen-don-vi" name="tu" label={words.unit} />
        <Place {...units} kind="chuyen-don-vi" name="vao" label={words.parent} />
      </Change>
      <Change {...props} kind="tham-quyen">
        <Tier {...props} name="tu-cap" label={words.fromWhom} otherwise="district" />
        <Place {...units} kind="tham-quyen" name="tu" label={words.fromBody} hint={words.bodyHint} />
        <Tier {...props} name="vao-cap" label={words.toWhom} otherwise="commune" />
        <Place {...units} kind="tham-quyen" name="vao" label={words.toBody} hint={words.bodyHint} />
        <Text {...props} kind="tham-quyen" name="thu-tuc" label={words.procedures} />
      </Change>
    </>
  )
}

function Change({ kind, last, refused, children }: ChangeFormsProps & { kind: ChangeKind; children: ReactNode }) {
  const t = useSay()
  return (
    <PlanForm
      what={kind}
      title={t(words[kind])}
      submit={t(words.add)}
      open={refused === undefined ? last === kind : refused.typed['viec'] === kind}
    >
      {children}
    </PlanForm>
  )
}

interface PartProps extends ChangeFormsProps {
  readonly kind: ChangeKind
  readonly name: string
  readonly label: Words
}

/** What was typed into a field of the form that was refused, and what was wrong with it. */
function useTyped({ kind, name, refused }: Pick<PartProps, 'kind' | 'name' | 'refused'>) {
  const { language } = useAdmin()
  const mine = refused?.typed['viec'] === kind ? refused : undefined
  const error = refusedAt(mine, name, language)
  return { value: mine?.typed[name], ...(error !== undefined && { error }) }
}

interface PlaceProps extends PartProps {
  readonly finds: 'xa' | 'don-vi'
  readonly hint?: Words
  readonly many?: boolean
}

function Place({ kind, name, label, hint, finds, many, asOf, refused }: PlaceProps) {
  const t = useSay()
  return (
    <Picker
      id={`${kind}-${name}`}
      label={t(label)}
      {...{ name, finds, asOf, ...(many && { many }), ...(hint && { hint: t(hint) }) }}
      {...useTyped({ kind, name, refused })}
    />
  )
}

function Text({ kind, name, label, refused }: PartProps) {
  const t = useSay()
  const { value = '', ...wrong } = useTyped({ kind, name, refused })
  return <TextField id={`${kind}-${name}`} label={t(label)} autoComplete="off" {...{ name, value }} {...wrong} />
}

interface TierProps extends ChangeFormsProps {
  readonly name: string
  readonly label: Words
  readonly otherwise: string
}

function Tier({ name, label, otherwise, refused }: TierProps) {
  const t = useSay()
  const { value } = useTyped({ kind: 'tham-quyen', name, refused })
  const tiers = ['province', 'district', 'commune'].map((tier) => ({
    value: tier,
    text: t(words.every, { tier: t(sayTier(tier)).toLowerCase() }),
  }))
  return (
    <SelectField
      name={name}
      label={t(label)}
      value={value ?? otherwise}
      options={[...tiers, { value: '', text: t(words.oneBody) }]}
    />
  )
}
