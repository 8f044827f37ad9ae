import { Form } from 'react-router'
import { addDays, dateAt } from '#values/plain-date.ts'
import { fill, say, type Language, type Words } from '#values/words.ts'
import { Act } from '#ui/office/Button.tsx'
import { RadioChips, FieldRow, SelectField, TextField } from '#ui/office/Fields.tsx'
import { Block } from '#ui/office/Panes.tsx'
import { RefusedNote } from '../RefusedNote.tsx'
import { refusedAt, type Refused } from '../staff.ts'
import { actWords, iconOfAct, keyOfAct, sortActs, wordsOfAct, type Allowed, type OfficeDossier } from './acts.ts'
import { SendOnce } from '../../SendOnce.tsx'
import { FormToken } from '../../FormToken.tsx'

const words = {
  opinion: { vi: 'Ghi ý kiến', en: 'Write an opinion' },
  opinionText: { vi: 'Ý kiến của bạn', en: 'Your opinion' },
  opinionHint: {
    vi: 'Cán bộ xem được hồ sơ đều đọc được; người nộp không thấy.',
    en: 'Read by officials who see the dossier; not by the applicant.',
  },
  save: { vi: 'Ghi', en: 'Write' },
  assign: { vi: 'Phân công lại', en: 'Re-assign' },
  to: { vi: 'Giao cho', en: 'To' },
  assignReason: { vi: 'Lý do (người nhận sẽ đọc)', en: 'Reason (read by whoever gets it)' },
  later: { vi: 'Nhắc lại sau', en: 'Remind me later' },
  laterDay: { vi: 'Hiện lại vào sáng ngày', en: 'Show again on the morning of' },
  laterHint: { vi: 'Hạn của hồ sơ không đổi.', en: 'The deadline stays.' },
  returnTo: { vi: 'Trả về bước', en: 'Back to' },
  reason: { vi: 'Lý do', en: 'Reason' },
  returnHint: {
    vi: 'Trả lại trong nội bộ: phải ghi lý do, giờ vẫn tính.',
    en: 'An internal return needs a reason; the clock runs on.',
  },
  refuseHint: { vi: 'Lý do nêu rõ điều nào của quy định chưa đạt.', en: 'Name the rule that is not met.' },
  rejectHint: {
    vi: 'Người nộp nhận đúng những lời này trên phiếu từ chối tiếp nhận.',
    en: 'The applicant reads exactly this on the slip.',
  },
  ground: { vi: 'Vì sao dừng', en: 'Why it stops' },
  noticed: { vi: 'Có thông báo nộp tiền: người nộp trả được trên mạng', en: 'There is a notice to pay' },
  notice: { vi: 'Số thông báo', en: 'Number of the notice' },
  issuedBy: { vi: 'Cơ quan ra thông báo', en: 'Issued by' },
  item: { vi: 'Khoản nộp {order}', en: 'Item {order}' },
  amount: { vi: 'Số tiền {order} (đồng)', en: 'Amount {order} (đồng)' },
  newDate: { vi: 'Hẹn lại ngày', en: 'New date' },
  apologiseHint: {
    vi: 'Phiếu xin lỗi và hẹn lại gửi cho người nộp ngay; chỉ hẹn lại một lần.',
    en: 'The apology goes to the applicant at once.',
  },
  cancel: { vi: 'Hủy', en: 'Cancel' },
  noPosts: { vi: 'Không có ai khác trong đơn vị này.', en: 'Nobody else in this unit.' },
} as const satisfies Record<string, Words>

const grounds = [
  { value: 'financial-obligation', words: { vi: 'Chờ thực hiện nghĩa vụ tài chính', en: 'A financial obligation' } },
  { value: 'applicant-request', words: { vi: 'Người nộp đề nghị', en: 'The applicant asks' } },
  { value: 'suspension', words: { vi: 'Tạm đình chỉ theo quy định', en: 'Suspension by law' } },
]

export interface PostChoice {
  readonly id: string
  readonly title: string
  readonly personName: string | null
}

interface ActPanelProps {
  readonly language: Language
  /** Which panel: the key of an offer, or `opinion`, `assign`, `later`. */
  readonly open: string
  readonly dossier: OfficeDossier
  readonly taskId?: string | undefined
  readonly posts: readonly PostChoice[]
  readonly now: Date
  readonly closeHref: string
  readonly refused?: Refused['refused'] | undefined
  readonly after?: AfterAct | undefined
}

/** Where the inbox goes on after an act. */
export interface AfterAct {
  readonly next: string | undefined
}

/** What must be said before something is done: on the page, so that it works without a script, too. */
export function ActPanel({ language, open, dossier, taskId, posts, now, closeHref, refused, after }: ActPanelProps) {
  const t = (one: Words) => say(one, language)
  const typed = refused?.typed ?? {}
  const { primary, others, returns } = sortActs(dossier)
  const offer = [primary, ...others, ...returns].find(
    (one): one is Allowed =>
      one !== undefined && (keyOfAct(one) === open || (open === 'return' && one.action === 'return')),
  )
  const what = open === 'opinion' || open === 'assign' || open === 'later' ? open : 'act'
  if (what === 'act' && offer === undefined) return null
  const title = offer
    ? t(offer.action === 'return' ? actWords.return : wordsOfAct(offer, dossier))
    : t(words[what as 'opinion'])
  return (
    <Block title={title.replace(/…$/, '')} tone="ground">
      {refused && <RefusedNote language={language} refused={refused} />}
      <Form method="post" id="act">
        <FormToken />
        <SendOnce />
        <OfDossier dossier={dossier} after={after} />
        <input type="hidden" name="do" value={what} />
        <input type="hidden" name="viec" value={open} />
        {taskId && <input type="hidden" name="task" value={taskId} />}
        {offer && <input type="hidden" name="act" value={keyOfAct(offer)} />}
        {what === 'opinion' && (
          <TextField
            name="text"
            label={t(words.opinionText)}
            hint={t(words.opinionHint)}
            rows={4}
            value={typed['text']}
            autoFocus
            required
          />
        )}
        {what === 'later' && (
          <TextField
            name="day"
            type="date"
            label={t(words.laterDay)}
            hint={t(words.laterHint)}
            value={typed['day'] ?? addDays(dateAt(now), 1)}
            autoFocus
            required
          />
        )}
        {what === 'assign' && <Assign language={language} posts={posts} typed={typed} />}
        {offer && <Asked language={language} offer={offer} returns={returns} typed={typed} refused={refused} />}
        <div className="acts-column">
          <Act
            kind="primary"
            icon={offer ? iconOfAct(offer) : 'check'}
            text={offer ? title.replace(/…$/, '') : t(words.save)}
            cap="Ctrl Enter"
            wide
          />
          <Act text={t(words.cancel)} cap="Esc" href={closeHref} wide />
        </div>
      </Form>
    </Block>
  )
}

interface PartProps {
  readonly language: Language
  readonly typed: Readonly<Record<string, string>>
}

function Assign({ language, posts, typed }: PartProps & { readonly posts: readonly PostChoice[] }) {
  const held = posts.filter((post) => post.personName !== null)
  if (held.length === 0) return <p className="quiet">{say(words.noPosts, language)}</p>
  return (
    <>
      <SelectField
        name="post"
        label={say(words.to, language)}
        value={typed['post']}
        options={held.map((post) => ({ value: post.id, text: `${post.personName} · ${post.title}` }))}
      />
      <TextField name="reason" label={say(words.assignReason, language)} rows={2} value={typed['reason']} />
    </>
  )
}

const hints: Readonly<Record<string, Words>> = {
  return: words.returnHint,
  reject: words.rejectHint,
  complete: words.refuseHint,
  apologise: words.apologiseHint,
}

function Asked({
  language,
  offer,
  returns,
  typed,
  refused,
}: PartProps & {
  readonly offer: Allowed
  readonly returns: readonly Allowed[]
  readonly refused: Refused['refused'] | undefined
}) {
  const t = (one: Words) => say(one, language)
  const open = returns.filter((one) => one.refused === undefined)
  return (
    <>
      {offer.action === 'return' &&
        (open.length > 1 ? (
          <RadioChips
            name="to"
            legend={t(words.returnTo)}
            value={typed['to'] ?? open[0]?.to}
            options={open.map((one) => ({ value: one.to ?? '', text: one.toName ? t(one.toName) : (one.to ?? '') }))}
          />
        ) : (
          <p className="quiet">
            {t(words.returnTo)}: {offer.toName ? t(offer.toName) : offer.to}
          </p>
        ))}
      {offer.needs.includes('ground') && (
        <SelectField
          name="ground"
          label={t(words.ground)}
          value={typed['ground']}
          options={grounds.map((one) => ({ value: one.value, text: t(one.words) }))}
        />
      )}
      {offer.needs.includes('ground') && (
        <details open={typed['thong-bao'] ? true : undefined}>
          <summary>{t(words.noticed)}</summary>
          <TextField name="thong-bao" label={t(words.notice)} value={typed['thong-bao']} />
          <TextField name="co-quan" label={t(words.issuedBy)} value={typed['co-quan']} />
          {[1, 2, 3].map((order) => (
            <FieldRow key={order}>
              <TextField
                name={`khoan-${order}`}
                label={t(fill(words.item, { order }))}
                value={typed[`khoan-${order}`]}
              />
              <TextField
                name={`tien-${order}`}
                label={t(fill(words.amount, { order }))}
                value={typed[`tien-${order}`]}
              />
            </FieldRow>
          ))}
        </details>
      )}
      {offer.needs.includes('newDate') && (
        <TextField
          name="newDate"
          type="date"
          label={t(words.newDate)}
          value={typed['newDate']}
          error={refusedAt(refused, 'act.newDate', language)}
          required
          autoFocus
        />
      )}
      {offer.action === 'answer' && (
        <TextField name="opinion" label={t(words.opinionText)} rows={5} value={typed['opinion']} required autoFocus />
      )}
      {offer.needs.includes('reason') && (
        <TextField
          name="reason"
          label={t(words.reason)}
          hint={hints[offer.action] && t(hints[offer.action] as Words)}
          rows={4}
          value={typed['reason']}
          required
          autoFocus={!offer.needs.includes('newDate')}
        />
      )}
    </>
  )
}

interface OfDossierProps {
  readonly dossier: OfficeDossier
  readonly after?: AfterAct | undefined
}

/** On which dossier, as it was read: an act on what has changed since is refused. */
export const OfDossier = ({ dossier, after }: OfDossierProps) => (
  <>
    <input type="hidden" name="dossier" value={dossier.id} />
    <input type="hidden" name="revision" value={dossier.revision} />
    <input type="hidden" name="code" value={dossier.code} />
    {after?.next && <input type="hidden" name="next" value={after.next} />}
  </>
)

interface PlainActProps extends OfDossierProps {
  readonly offer: Allowed
  readonly text: string
  readonly primary?: boolean
  readonly cap?: string
}

/** A button that does its offer at once. */
export const PlainAct = ({ dossier, after, offer, text, primary, cap }: PlainActProps) => (
  <Form method="post">
    <FormToken />
    <SendOnce />
    <OfDossier dossier={dossier} after={after} />
    <input type="hidden" name="do" value="act" />
    <Act
      kind={primary ? 'primary' : 'plain'}
      icon={iconOfAct(offer)}
      text={text}
      cap={cap}
      name="act"
      value={keyOfAct(offer)}
      wide
    />
  </Form>
)
