import { Form } from 'react-router'
import type { Machine } from '#engines/identity/contract.ts'
import { dateAt } from '#values/plain-date.ts'
import { showDate, showInstant } from '#values/show-time.ts'
import type { Words } from '#values/words.ts'
import { StatusText } from '#ui/office/Badge.tsx'
import { Act } from '#ui/office/Button.tsx'
import { DataTable } from '#ui/office/DataTable.tsx'
import { SelectField, TextField } from '#ui/office/Fields.tsx'
import { Block } from '#ui/office/Panes.tsx'
import { FormToken } from '../FormToken.tsx'
import { SendOnce } from '../SendOnce.tsx'
import { MayList } from './machine-form.tsx'
import { useAdmin, useSay } from './use-admin.ts'

const words = {
  title: { vi: 'Khóa truy cập', en: 'Tokens' },
  name: { vi: 'Khóa', en: 'Token' },
  ends: { vi: 'Hết hạn', en: 'Ends' },
  last: { vi: 'Dùng gần nhất', en: 'Last used' },
  never: { vi: 'Chưa lần nào', en: 'Never' },
  status: { vi: 'Tình trạng', en: 'State' },
  live: { vi: 'Đang dùng được', en: 'Good' },
  over: { vi: 'Đã hết hạn', en: 'Over' },
  revoked: { vi: 'Đã thu hồi', en: 'Revoked' },
  revoke: { vi: 'Thu hồi', en: 'Revoke' },
  which: { vi: 'Khóa này dùng ở đâu', en: 'Where this token is used' },
  days: { vi: 'Có hiệu lực', en: 'Good for' },
  dayCount: { vi: '{count} ngày', en: '{count} days' },
  give: { vi: 'Cấp khóa truy cập', en: 'Give a token' },
} as const satisfies Record<string, Words>

const lengths = [7, 30, 90, 180, 365]

/** What a machine proves itself with: each with its end and last use; a new one is told once. */
export function MachineTokens({ machine, now }: { readonly machine: Machine; readonly now: Date }) {
  const { language } = useAdmin()
  const t = useSay()
  const stateOf = ({ revokedAt, expiresAt }: Machine['tokens'][number]) =>
    revokedAt !== null ? 'revoked' : expiresAt <= now ? 'over' : 'live'
  return (
    <Block title={t(words.title)} small>
      <DataTable
        language={language}
        caption={t(words.title)}
        columns={[
          { key: 'name', title: t(words.name), heads: true, strong: true },
          { key: 'status', title: t(words.status) },
          { key: 'ends', title: t(words.ends) },
          { key: 'last', title: t(words.last), quiet: true },
          { key: 'act', title: '' },
        ]}
        rows={machine.tokens.map((token) => ({
          id: token.id,
          name: token.name,
          status: (
            <StatusText
              tone={stateOf(token) === 'live' ? 'good' : 'paused'}
              icon={stateOf(token) === 'live' ? 'check' : 'lock'}
            >
              {t(words[stateOf(token)])}
            </StatusText>
          ),
          ends: showDate(dateAt(token.expiresAt)),
          last: token.lastUsedAt
            ? `${showInstant(token.lastUsedAt, language)}, ${token.lastAddress ?? ''}`
            : t(words.never),
          act: stateOf(token) === 'live' && (
            <Form method="post">
              <FormToken />
              <SendOnce />
              <input type="hidden" name="id" value={machine.id} />
              <Act icon="lock" text={t(words.revoke)} name="thu-hoi" value={token.id} />
            </Form>
          ),
        }))}
      />
      {machine.status === 'active' && (
        <Form method="post" className="part-form">
          <FormToken />
          <SendOnce />
          <input type="hidden" name="id" value={machine.id} />
          <TextField name="name" id="ten-khoa" label={t(words.which)} required autoComplete="off" />
          <SelectField
            name="days"
            label={t(words.days)}
            value="90"
            options={lengths.map((count) => ({ value: String(count), text: t(words.dayCount, { count }) }))}
          />
          <MayList of={machine.permissions} ticked={machine.permissions} />
          <p className="in-line">
            <Act icon="lock" text={t(words.give)} name="cap" value="1" />
          </p>
        </Form>
      )}
    </Block>
  )
}
