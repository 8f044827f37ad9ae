import { Form, useNavigation } from 'react-router'
import { scopes, type ScopeName, type SignOnClient } from '#engines/identity/contract.ts'
import type { Words } from '#values/words.ts'
import { Act } from '#ui/office/Button.tsx'
import { Check, RadioChips, SelectField, TextField } from '#ui/office/Fields.tsx'
import { FormToken } from '../FormToken.tsx'
import { linesOf, textOf } from '../form-text.ts'
import { SendOnce } from '../SendOnce.tsx'
import { refusedAt, type Refused } from '../office/staff.ts'
import { useAdmin, useSay } from './use-admin.ts'
import { adminWords } from './words.ts'

const words = {
  owner: { vi: 'Cơ quan chủ quản', en: 'Owner' },
  name: { vi: 'Tên hệ thống, như người dùng thấy', en: 'Name, as people see it' },
  people: { vi: 'Dành cho', en: 'For' },
  staff: { vi: 'Cán bộ', en: 'Officials' },
  citizen: { vi: 'Người dân', en: 'Citizens' },
  everyone: { vi: 'Cả hai', en: 'Both' },
  redirect: { vi: 'Địa chỉ quay về sau khi đăng nhập', en: 'Addresses to come back to' },
  redirectHint: {
    vi: 'Mỗi dòng một địa chỉ https, so khớp từng chữ, cùng một máy chủ.',
    en: 'One https address a line, compared letter by letter, all on one host.',
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
    ...(keys !== '' && { publicKeys: keys }),
  }
}

interface ClientFormProps {
  /** Absent = a new one, of one of these owners. */
  readonly client?: SignOnClient | undefined
  readonly owners?: readonly { readonly value: string; readonly text: string }[]
  readonly refused: Refused['refused'] | undefined
}

export function ClientForm({ client, owners = [], refused }: ClientFormProps) {
  const t = useSay()
  const { language } = useAdmin()
  const { state } = useNavigation()
  const field = (name: string, kept: string | undefined) => {
    const error = refusedAt(refused, name, language)
    const value = refused?.typed[name] ?? kept ?? ''
    return { name, id: `${client?.id ?? 'moi'}-${name}`, value, ...(error && { error }) }
  }
  return (
    <Form method="post" className="part-form">
      <FormToken />
      <SendOnce />
      {client ? (
        <input type="hidden" name="id" value={client.id} />
      ) : (
        <SelectField name="ownerId" label={t(words.owner)} options={owners} />
      )}
      <TextField {...field('name', client?.name)} label={t(words.name)} required />
      <RadioChips
        name="people"
        legend={t(words.people)}
        value={refused?.typed['people'] ?? client?.people ?? 'staff'}
        options={people.map((one) => ({ value: one, text: t(words[one]) }))}
      />
      <TextField
        {...field('redirectUris', client?.redirectUris.join('\n'))}
        rows={2}
        label={t(words.redirect)}
        hint={t(words.redirectHint)}
        code
        required
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
      <p className="in-line">
        <Act
          kind="primary"
          icon="check"
          text={t(client ? adminWords.save : words.register)}
          name={client ? 'sua' : 'dang-ky'}
          value="1"
          refused={state === 'submitting' ? '…' : undefined}
        />
      </p>
    </Form>
  )
}
