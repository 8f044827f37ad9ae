import { Form } from 'react-router'
import { showDong } from '#values/money.ts'
import type { Words } from '#values/words.ts'
import type { Client } from '#engines/contract.ts'
import { namesArticle, sayExemption } from '#engines/services/contract.ts'
import { NoteBox } from '#ui/office/Badge.tsx'
import { Act } from '#ui/office/Button.tsx'
import { TextField } from '#ui/office/Fields.tsx'
import { FormToken } from '../../FormToken.tsx'
import { SendOnce } from '../../SendOnce.tsx'
import { useSay } from '../use-office.ts'

const words = {
  asked: { vi: 'Đề nghị miễn, giảm phí, lệ phí', en: 'Exemption from the fee is asked for' },
  granted: { vi: 'Miễn, giảm phí, lệ phí', en: 'Exempt from the fee' },
  refused: { vi: 'Không được miễn, giảm phí, lệ phí', en: 'Exemption refused' },
  line: { vi: '{name} {amount}: {ground}. Còn thu {rest}.', en: '{name} {amount}: {ground}. To take: {rest}.' },
  by: { vi: '{name} xác nhận.', en: 'Confirmed by {name}.' },
  why: { vi: '{name}: {reason}', en: '{name}: {reason}' },
  check: {
    vi: 'Xem giấy tờ của diện này trong hồ sơ rồi quyết định; chưa quyết định thì chưa thu và chưa tiếp nhận được.',
    en: 'Look at the proof among the papers, then decide: until then nothing is taken and it cannot be received.',
  },
  grant: { vi: 'Đúng diện, xác nhận', en: 'Confirm' },
  basis: {
    vi: 'Điều, khoản cho miễn, giảm (thủ tục chưa ghi)',
    en: 'Article that says so (the procedure names none)',
  },
  refuse: { vi: 'Không đúng diện', en: 'Refuse' },
  reason: { vi: 'Lý do không đúng diện (gửi người nộp)', en: 'Why not (the applicant reads it)' },
} as const satisfies Record<string, Words>

const looks = {
  asked: { tone: 'soon', icon: 'alert-circle' },
  granted: { tone: 'good', icon: 'certificate' },
  refused: { tone: 'late', icon: 'alert-circle' },
} as const

interface ExemptionLinesProps {
  readonly exemptions: Awaited<ReturnType<Client['services']['getDossier']>>['exemptions']
  /** Whether the reader decides on what is asked. */
  readonly canDecide?: boolean
}

/** What the applicant asks to pay less of, and the decision: made here while it is open. */
export function ExemptionLines({ exemptions, canDecide = false }: ExemptionLinesProps) {
  const t = useSay()
  const [first] = exemptions
  if (first === undefined) return null
  return (
    <NoteBox {...looks[first.state]} title={t(words[first.state])}>
      {exemptions.map(({ groundName, ...one }) => (
        <p key={one.fee}>
          {t(words.line, {
            name: t(one.name),
            amount: showDong(one.fullAmount),
            ground: t(sayExemption({ ...one, name: groundName })),
            rest: showDong(one.state === 'refused' ? one.fullAmount : one.amount),
          })}{' '}
          {one.state === 'granted' && t(words.by, { name: one.decidedBy ?? '' })}
          {one.state === 'refused' && t(words.why, { name: one.decidedBy ?? '', reason: one.reason ?? '' })}
        </p>
      ))}
      {first.state === 'asked' && canDecide && (
        <>
          <p>{t(words.check)}</p>
          <Form method="post" className="money-form">
            <FormToken />
            <SendOnce />
            <input type="hidden" name="do" value="grant-exemption" />
            {!namesArticle(first) && <TextField name="basis" label={t(words.basis)} placeholder={first.basis ?? ''} />}
            <Act icon="check" text={t(words.grant)} />
          </Form>
          <Form method="post" className="money-form">
            <FormToken />
            <SendOnce />
            <input type="hidden" name="do" value="refuse-exemption" />
            <TextField name="reason" label={t(words.reason)} required />
            <Act text={t(words.refuse)} />
          </Form>
        </>
      )}
    </NoteBox>
  )
}
