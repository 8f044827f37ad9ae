import { Form } from 'react-router'
import { dateAt, type PlainDate } from '#values/plain-date.ts'
import { showClock, showDate } from '#values/show-time.ts'
import type { Words } from '#values/words.ts'
import { NoteBox } from '#ui/office/Badge.tsx'
import { Act, ActionRow } from '#ui/office/Button.tsx'
import { TextField } from '#ui/office/Fields.tsx'
import { Block } from '#ui/office/Panes.tsx'
import { FormToken } from '../../FormToken.tsx'
import { SendOnce } from '../../SendOnce.tsx'
import { RefusedNote } from '../RefusedNote.tsx'
import type { OfficeDossier } from '../acts/acts.ts'
import type { Refused } from '../staff.ts'
import { useOffice, useSay } from '../use-office.ts'
import { printHref } from './paper-links.ts'

const words = {
  issued: { vi: 'Đã ban hành số {number}, ngày {day}', en: 'Issued as no. {number}, {day}' },
  issuedText: { vi: 'Văn bản đã có số, không sửa được nữa.', en: 'An issued document does not change.' },
  preview: { vi: 'Xem bản in', en: 'See the print' },
  revoked: { vi: 'Kết quả số {number} đã bị thu hồi', en: 'The result no. {number} was revoked' },
  revokedBy: { vi: '{clock} ngày {day}, {by}', en: '{clock} on {day}, {by}' },
  byDecision: { vi: 'Theo {decision}', en: 'By {decision}' },
  because: { vi: 'Lý do: {reason}', en: 'Reason: {reason}' },
  keep: {
    vi: 'Không trao, không dùng văn bản này; người đến nhận thì trao quyết định thu hồi. Trang kiểm tra giấy tờ đã nói vậy, Cổng quốc gia được báo.',
    en: 'Do not hand it over or use it; whoever comes is given the decision of revocation. The checking page says so, and the national portal is told.',
  },
  revoke: { vi: 'Thu hồi kết quả', en: 'Revoke the result' },
  revokeText: {
    vi: 'Văn bản hết giá trị ngay, số không dùng lại, không hoàn tác được. Người nộp được báo và đọc lý do.',
    en: 'It ends at once, its number is not used again, and this is not undone. The applicant is told and reads the reason.',
  },
  reason: { vi: 'Lý do thu hồi', en: 'Reason' },
  decision: { vi: 'Quyết định thu hồi (số, ngày, nơi ký), nếu có', en: 'Decision of revocation, if there is one' },
} as const satisfies Record<string, Words>

type Result = NonNullable<OfficeDossier['result']>

interface IssuedResultProps {
  readonly dossier: OfficeDossier
  readonly result: Result
  readonly refused: Refused['refused'] | undefined
}

/** The decision or licence that was issued: its number, and who may revoke it. */
export function IssuedResult({ dossier, result, refused }: IssuedResultProps) {
  const { language } = useOffice()
  const t = useSay()
  const typed = refused?.typed['do'] === 'revoke-result' ? refused.typed : undefined
  return (
    <>
      <Block title={result.title}>
        {result.revokedAt === null && (
          <NoteBox
            tone="good"
            icon="certificate"
            title={t(words.issued, {
              number: result.number ?? '',
              day: result.issuedOn ? showDate(result.issuedOn as PlainDate) : '',
            })}
          >
            <p>{t(words.issuedText)}</p>
            <p>
              <a href={`/kiem-tra/${result.verificationCode}`}>{result.verificationCode}</a>
            </p>
          </NoteBox>
        )}
        <ActionRow>
          <Act icon="eye" text={t(words.preview)} href={printHref(dossier.id, 'result')} />
        </ActionRow>
      </Block>
      {dossier.canRevokeResult && (
        <Block title={t(words.revoke)} note={t(words.revokeText)}>
          {typed && refused && <RefusedNote language={language} refused={refused} />}
          <Form method="post">
            <FormToken />
            <SendOnce />
            <input type="hidden" name="do" value="revoke-result" />
            <input type="hidden" name="revision" value={dossier.revision} />
            <TextField name="reason" label={t(words.reason)} value={typed?.['reason']} rows={3} required />
            <TextField name="decision" label={t(words.decision)} value={typed?.['decision']} />
            <ActionRow>
              <Act icon="x" text={t(words.revoke)} />
            </ActionRow>
          </Form>
        </Block>
      )}
    </>
  )
}

type Revoked = Pick<Result, 'number' | 'revokedAt' | 'revokedBy' | 'revokedFor' | 'revokedDecision'>

/** Over every part of a dossier whose result was revoked, so that nobody hands it over or relies on it. */
export function RevokedNote({ result }: { readonly result: Revoked | null }) {
  const t = useSay()
  if (!result?.revokedAt) return null
  return (
    <Block>
      <NoteBox tone="late" icon="alert-circle" title={t(words.revoked, { number: result.number ?? '' })}>
        <p>
          {t(words.revokedBy, {
            clock: showClock(result.revokedAt),
            day: showDate(dateAt(result.revokedAt)),
            by: result.revokedBy ?? '',
          })}
        </p>
        {result.revokedDecision && <p>{t(words.byDecision, { decision: result.revokedDecision })}</p>}
        {result.revokedFor && <p>{t(words.because, { reason: result.revokedFor })}</p>}
        <p>{t(words.keep)}</p>
      </NoteBox>
    </Block>
  )
}
