import { machinePermissions, type Machine, type MachinePermission } from '#engines/identity/contract.ts'
import type { Words } from '#values/words.ts'
import { Check, SelectField, TextField } from '#ui/office/Fields.tsx'
import { textOf } from '../form-text.ts'
import type { Refused } from '../office/staff.ts'
import type { FoundOwners } from './find-owner.tsx'
import { RegisterForm, useFields } from './RegisterForm.tsx'
import { useSay } from './use-admin.ts'

const words = {
  name: { vi: 'Tên máy', en: 'Name' },
  contact: { vi: 'Người chịu trách nhiệm, điện thoại', en: 'Who answers for it, phone' },
  purpose: { vi: 'Dùng để làm gì', en: 'What it is for' },
  may: { vi: 'Được làm (chỉ đọc)', en: 'May (read only)' },
  mayHint: {
    vi: 'Quản trị của một cơ quan chỉ cho được quyền mình đang giữ; quyền khác, như xem hồ sơ, do quản trị của tỉnh cấp.',
    en: 'The administrator of an agency gives what they hold themselves; other permissions, such as reading dossiers, are the province’s to give.',
  },
  reach: { vi: 'Đến đâu', en: 'How far' },
  unit: { vi: 'Chính đơn vị chủ quản', en: 'The owner itself' },
  agency: { vi: 'Cả cơ quan của đơn vị', en: 'The whole agency of the owner' },
  subtree: { vi: 'Đơn vị và mọi đơn vị dưới', en: 'The owner and all units below' },
  all: { vi: 'Cả tỉnh', en: 'The whole province' },
  create: { vi: 'Tạo tài khoản máy', en: 'Create the service account' },
} as const satisfies Record<string, Words>

const reaches = ['unit', 'agency', 'subtree', 'all'] as const
const all = Object.keys(machinePermissions) as MachinePermission[]

/** The permissions that are ticked. */
export const tickedIn = (form: FormData): MachinePermission[] => all.filter((one) => form.has(`may-${one}`))

/** What the form says, as the operations take it. */
export const machineFacts = (form: FormData) => ({
  name: textOf(form, 'name'),
  contact: textOf(form, 'contact'),
  purpose: textOf(form, 'purpose'),
  permissions: tickedIn(form),
  reach: reaches.find((one) => one === form.get('reach')) ?? 'unit',
})

/** What may be ticked, and is. */
export function MayList({ of, ticked }: { of: readonly MachinePermission[]; ticked: readonly MachinePermission[] }) {
  const t = useSay()
  return (
    <fieldset className="choice-set">
      <legend>{t(words.may)}</legend>
      {of.map((one) => (
        <Check key={one} name={`may-${one}`} checked={ticked.includes(one)}>
          {t(machinePermissions[one])}
        </Check>
      ))}
    </fieldset>
  )
}

interface MachineFormProps {
  /** Absent = a new one, of one of these owners. */
  readonly machine?: Machine | undefined
  readonly owners?: FoundOwners['owners']
  readonly refused: Refused['refused'] | undefined
}

export function MachineForm({ machine, owners = [], refused }: MachineFormProps) {
  const t = useSay()
  const field = useFields(machine?.id, refused)
  return (
    <RegisterForm id={machine?.id} owners={owners} create={t(words.create)}>
      {(['name', 'purpose', 'contact'] as const).map((one) => (
        <TextField key={one} {...field(one, machine?.[one])} label={t(words[one])} required />
      ))}
      <MayList of={all} ticked={machine?.permissions ?? []} />
      <p className="quiet">{t(words.mayHint)}</p>
      <SelectField
        {...field('reach', machine?.reach ?? 'unit')}
        label={t(words.reach)}
        options={reaches.map((one) => ({ value: one, text: t(words[one]) }))}
      />
    </RegisterForm>
  )
}
