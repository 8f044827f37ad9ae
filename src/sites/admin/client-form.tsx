import { scopes, type Machine, type ScopeName, type SignOnClient } from '#engines/identity/contract.ts'
import type { Words } from '#values/words.ts'
import { Check, RadioChips, SelectField, TextField } from '#ui/office/Fields.tsx'
import { linesOf, textOf } from '../form-text.ts'
import type { Refused } from '../office/staff.ts'
import type { FoundOwners } from './find-owner.tsx'
import { RegisterForm, useFields } from './RegisterForm.tsx'
import { useSay } from './use-admin.ts'

const words = {
  name: { vi: 'Tên hệ thống, như người dùng thấy', en: 'Name, as people see it' },
  people: { vi: 'Dành cho', en: 'For' },
  staff: { vi: 'Cán bộ', en: 'Officials' },
  citizen: { vi: 'Người dân', en: 'Citizens' },
  everyone: { vi: 'Cả hai', en: 'Both' },
  redirect: { vi: 'Địa chỉ quay về sau khi đăng nhập', en: 'Addresses to come back to' },
  redirectHint: {
    vi: 'Mỗi dòng một địa chỉ https, so khớp từng chữ, cùng một máy chủ. Không cho ai đăng nhập, chỉ tự gọi API: để trống.',
    en: 'One https address a line, compared letter by letter, all on one host. Empty where nobody signs in and it only calls by itself.',
  },
  afterLogout: { vi: 'Địa chỉ quay về sau khi đăng xuất', en: 'Addresses to come back to after signing out' },
  logout: { vi: 'Địa chỉ nhận báo phiên kết thúc', en: 'Address that is told of ended sessions' },
  scopes: { vi: 'Được biết về người đăng nhập', en: 'What it may know' },
  keys: { vi: 'Khóa công khai (JWK hoặc JWKS)', en: 'Public keys (JWK or JWKS)' },
  keysKept: { vi: 'Đang dùng: {keys}. Để trống là giữ nguyên.', en: 'In use: {keys}. Left empty they stay.' },
  keysHint: {
    vi: 'Chỉ phần công khai. Hệ thống ấy giữ khóa bí mật; ở đây không có mật khẩu nào để lộ.',
    en: 'Public parts only. The system keeps its private key; there is no secret here to leak.',
  },
  machine: { vi: 'Khi tự gọi API là tài khoản máy', en: 'Calling by itself it is the service account' },
  machineHint: {
    vi: 'Hệ thống lấy mã năm phút bằng khóa của mình (client_credentials). Chỉ tài khoản máy cùng cơ quan chủ quản, mỗi tài khoản một hệ thống.',
    en: 'It gets tokens of five minutes by its key (client_credentials). Only of the same owner, one system each.',
  },
  noMachine: { vi: 'Không tự gọi', en: 'It does not' },
  register: { vi: 'Đăng ký', en: 'Register' },
} as const satisfies Record<string, Words>

const people = ['staff', 'citizen', 'everyone'] as const

/** What the form says, as the operations take it. */
export function clientFacts(form: FormData) {
  const keys = textOf(form, 'publicKeys')
  return {
    name: textOf(form, 'name'),
    people: people.find((one) => one === form.get('people')) ?? 'staff',
    redirectUris: linesOf(form, 'redirectUris'),
    postLogoutUris: linesOf(form, 'postLogoutUris'),
    logoutUri: textOf(form, 'logoutUri') || null,
    scopes: (Object.keys(scopes) as ScopeName[]).filter((one) => form.has(`scope-${one}`)),
    machineId: textOf(form, 'machineId') || null,
    ...(keys !== '' && { publicKeys: keys }),
  }
}

interface ClientFormProps {
  /** Absent = a new one, of one of these owners. */
  readonly client?: SignOnClient | undefined
  readonly owners?: FoundOwners['owners']
  readonly machines: readonly Machine[]
  readonly refused: Refused['refused'] | undefined
}

export function ClientForm({ client, owners = [], machines, refused }: ClientFormProps) {
  const t = useSay()
  const field = useFields(client?.id, refused)
  const ownerIds = client ? [client.ownerId] : owners.map(({ value }) => value)
  const fitting = machines.filter(
    (one) => ownerIds.includes(one.ownerId) && (one.client === null || one.client.id === client?.id),
  )
  return (
    <RegisterForm id={client?.id} owners={owners} create={t(words.register)}>
      <TextField {...field('name', client?.name)} label={t(words.name)} required />
      <RadioChips
        name="people"
        legend={t(words.people)}
        value={field('people', client?.people ?? 'staff').value}
        options={people.map((one) => ({ value: one, text: t(words[one]) }))}
      />
      <TextField
        {...field('redirectUris', client?.redirectUris.join('\n'))}
        rows={2}
        label={t(words.redirect)}
        hint={t(words.redirectHint)}
        code
      />
      <TextField
        {...field('postLogoutUris', client?.postLogoutUris.join('\n'))}
        rows={2}
        label={t(words.afterLogout)}
        code
      />
      <TextField {...field('logoutUri', client?.logoutUri ?? '')} label={t(words.logout)} code />
      <fieldset className="choice-set">
        <legend>{t(words.scopes)}</legend>
        {(Object.keys(scopes) as ScopeName[]).map((one) => (
          <Check key={one} name={`scope-${one}`} checked={client?.scopes.includes(one) ?? one !== 'personal_id'}>
            {t(scopes[one])}
          </Check>
        ))}
      </fieldset>
      <TextField
        {...field('publicKeys', '')}
        rows={4}
        label={t(words.keys)}
        hint={client ? t(words.keysKept, { keys: client.keyIds.join(', ') }) : t(words.keysHint)}
        code
        autoComplete="off"
      />
      {fitting.length > 0 && (
        <SelectField
          {...field('machineId', client?.machineId ?? '')}
          label={t(words.machine)}
          hint={t(words.machineHint)}
          options={[
            { value: '', text: t(words.noMachine) },
            ...fitting.map(({ id, name }) => ({ value: id, text: name })),
          ]}
        />
      )}
    </RegisterForm>
  )
}
