import { Form, useNavigation } from 'react-router'
import { machinePermissions, type Machine, type MachinePermission } from '#engines/identity/contract.ts'
import type { Words } from '#values/words.ts'
import { Act } from '#ui/office/Button.tsx'
import { Check, SelectField, TextField } from '#ui/office/Fields.tsx'
import { FormToken } from '../FormToken.tsx'
import { textOf } from '../form-text.ts'
import { SendOnce } from '../SendOnce.tsx'
import { refusedAt, type Refused } from '../office/staff.ts'
import { useAdmin, useSay } from './use-admin.ts'
import { adminWords } from './words.ts'

const words = {
  owner: { vi: 'Cơ quan chủ quản', en: 'Owner' },
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
  readonly owners?: readonly { readonly value: string; readonly text: string }[]
  readonly refused: Refused['refused'] | undefined
}

export function MachineForm({ machine, owners = [], refused }: MachineFormProps) {
  const t = useSay()
  const { language } = useAdmin()
  const { state } = useNavigation()
  const field = (name: 'name' | 'contact' | 'purpose') => {
    const error = refusedAt(refused, name, language)
    const value = refused?.typed[name] ?? machine?.[name] ?? ''
    return { name, id: `${machine?.id ?? 'moi'}-${name}`, label: t(words[name]), value, ...(error && { error }) }
  }
  return (
    <Form method="post" className="part-form">
      <FormToken />
      <SendOnce />
      {machine ? (
        <input type="hidden" name="id" value={machine.id} />
      ) : (
        <SelectField name="ownerId" label={t(words.owner)} options={owners} />
      )}
      <TextField {...field('name')} required />
      <TextField {...field('purpose')} required />
      <TextField {...field('contact')} required />
      <MayList of={all} ticked={machine?.permissions ?? []} />
      <p className="quiet">{t(words.mayHint)}</p>
      <SelectField
        name="reach"
        id={`${machine?.id ?? 'moi'}-reach`}
        label={t(words.reach)}
        value={refused?.typed['reach'] ?? machine?.reach ?? 'unit'}
        options={reaches.map((one) => ({ value: one, text: t(words[one]) }))}
      />
      <p className="in-line">
        <Act
          kind="primary"
          icon="check"
          text={t(machine ? adminWords.save : words.create)}
          name={machine ? 'sua' : 'tao'}
          value="1"
          refused={state === 'submitting' ? '…' : undefined}
        />
      </p>
    </Form>
  )
}
