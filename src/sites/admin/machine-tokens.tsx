import { Form } from 'react-router'
import type { Machine } from '#engines/identity/contract.ts'
import { dateAt } from '#values/plain-date.ts'
import { showDate, showInstant } from '#values/show-time.ts'
import type { Words } from '#values/words.ts'
import { StatusText } from '#ui/office/Badge.tsx'
import { Act } from '#ui/office/Button.tsx'
import { SelectField, TextField } from '#ui/office/Fields.tsx'
import { Block } from '#ui/office/Panes.tsx'
import { FormToken } from '../FormToken.tsx'
import { SendOnce } from '../SendOnce.tsx'
import { MayList } from './machine-form.tsx'
import { useAdmin, useSay } from './use-admin.ts'

const words = {
  title: { vi: 'Mã truy cập', en: 'Tokens' },
  ends: { vi: 'Hết hạn ngày {day}.', en: 'Ends on {day}.' },
  last: { vi: 'Dùng gần nhất {at}, từ {from}.', en: 'Last used {at}, from {from}.' },
  never: { vi: 'Chưa dùng lần nào.', en: 'Never used.' },
  byKey: { vi: 'Lấy mã năm phút bằng khóa của mình.', en: 'Gets tokens of five minutes by its key.' },
  live: { vi: 'Đang dùng được', en: 'Good' },
  over: { vi: 'Đã hết hạn', en: 'Over' },
  revoked: { vi: 'Đã thu hồi', en: 'Revoked' },
  revoke: { vi: 'Thu hồi', en: 'Revoke' },
  which: { vi: 'Mã này dùng ở đâu', en: 'Where this token is used' },
  days: { vi: 'Có hiệu lực', en: 'Good for' },
  dayCount: { vi: '{count} ngày', en: '{count} days' },
  give: { vi: 'Cấp mã truy cập', en: 'Give a token' },
} as const satisfies Record<string, Words>

const lengths = [7, 30, 90, 180, 365]

/** What a machine proves itself with: each with its end and last use; a new one is told once. */
export function MachineTokens({ machine, now }: { readonly machine: Machine; readonly now: Date }) {
  const { language } = useAdmin()
  const t = useSay()
  const stateOf = ({ revokedAt, expiresAt }: Machine['tokens'][number]) =>
    revokedAt !== null ? 'revoked' : expiresAt <= now ? 'over' : 'live'
  const lastUse = ({ lastUsedAt, lastAddress }: { lastUsedAt: Date | null; lastAddress: string | null }) =>
    lastUsedAt ? t(words.last, { at: showInstant(lastUsedAt, language), from: lastAddress ?? '' }) : t(words.never)
  return (
    <Block title={t(words.title)} small>
      {machine.client && (
        <p>
          <a href={`/quan-tri/he-thong?chon=${machine.client.id}`}>{machine.client.name}</a>
          <br />
          {t(words.byKey)} {lastUse(machine.client)}
        </p>
      )}
      {machine.tokens.map((token) => (
        <Form method="post" className="part-form" key={token.id}>
          <FormToken />
          <SendOnce />
          <input type="hidden" name="id" value={machine.id} />
          <p>
            <b>{token.name}</b>{' '}
            <StatusText
              tone={stateOf(token) === 'live' ? 'good' : 'paused'}
              icon={stateOf(token) === 'live' ? 'check' : 'lock'}
            >
              {t(words[stateOf(token)])}
            </StatusText>
            <br />
            {t(words.ends, { day: showDate(dateAt(token.expiresAt)) })} {lastUse(token)}
          </p>
          {stateOf(token) === 'live' && (
            <p className="in-line">
              <Act icon="shield-x" text={t(words.revoke)} name="thu-hoi" value={token.id} />
            </p>
          )}
        </Form>
      ))}
      {machine.status === 'active' && (
        <Form method="post" className="part-form" key={`new ${machine.tokens.length}`}>
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
