import type { Words } from '#values/words.ts'
import { NoteBox } from '#ui/office/Badge.tsx'
import { Act, ActionRow } from '#ui/office/Button.tsx'
import { TextField } from '#ui/office/Fields.tsx'
import { Block, Pane } from '#ui/office/Panes.tsx'
import { FactRows } from '#ui/office/Preview.tsx'
import { useSay } from '../use-office.ts'
import { ActForm, type PetitionPart } from './ActForm.tsx'
import { Files } from './Files.tsx'
import type { Identity } from './one.tsx'

const words = {
  said: { vi: 'Lời người dân', en: 'What was said' },
  original: { vi: 'bản gốc, không sửa được', en: 'as it came' },
  sender: { vi: 'Người gửi', en: 'Sender' },
  phone: { vi: 'Điện thoại', en: 'Phone' },
  email: { vi: 'Thư điện tử', en: 'E-mail' },
  address: { vi: 'Nơi ở', en: 'Address' },
  wants: { vi: 'Muốn', en: 'Wishes' },
  maybePublished: { vi: 'Được trả lời; cho đăng, giấu tên', en: 'An answer; may be published without the name' },
  onlyAnswer: { vi: 'Chỉ trả lời riêng', en: 'A private answer' },
  procedure: { vi: 'Thủ tục', en: 'Procedure' },
  place: { vi: 'Nơi', en: 'Place' },
  about: { vi: 'Nói về', en: 'About' },
  firstDecision: { vi: 'Giải quyết lần đầu', en: 'First decision' },
  previous: { vi: 'Khiếu nại lần đầu', en: 'First complaint' },
  next: { vi: 'Đã khiếu nại lần hai', en: 'Complained of again' },
  law: { vi: 'Căn cứ thời hạn', en: 'Limits by' },
  sealed: { vi: 'Danh tính người tố cáo đã niêm phong', en: 'Who denounces is sealed' },
  sealedText: {
    vi: 'Để riêng khỏi nội dung, đã mã hóa. Không có trong danh sách, tìm kiếm, kết xuất, nhật ký, tin nhắn.',
    en: 'Encrypted apart from the content; in no list, search, export, log or message.',
  },
  reason: { vi: 'Mở để làm gì', en: 'What for' },
  reasonHint: {
    vi: 'Ghi số quyết định, việc xác minh. Nhật ký giữ câu này cùng tên bạn.',
    en: 'Name the decision. The trail keeps it with your name.',
  },
  open: { vi: 'Mở danh tính', en: 'Open' },
  opened: {
    vi: 'Chỉ hiện một lần, không chép vào câu trả lời.',
    en: 'Shown this once; do not copy it into the answer.',
  },
} as const satisfies Record<string, Words>

/** The left column: what came, from whom, and about what. */
export function Said({ petition, refused, identity }: PetitionPart & { readonly identity: Identity | undefined }) {
  const t = useSay()
  const { sender } = petition
  const about = [
    ...(petition.procedure ? [{ term: t(words.procedure), value: t(petition.procedure.name) }] : []),
    ...(petition.placeName ? [{ term: t(words.place), value: petition.placeName }] : []),
    ...(petition.aboutName ? [{ term: t(words.about), value: petition.aboutName }] : []),
    ...(petition.firstDecision ? [{ term: t(words.firstDecision), value: petition.firstDecision }] : []),
    { term: t(words.law), value: petition.law.join('; ') },
  ]
  return (
    <Pane label={t(words.said)} still={petition.files.length === 0}>
      <Block title={t(words.said)} note={t(words.original)}>
        {petition.body.split('\n').map((line, at) => (
          <p key={at} lang="vi">
            {line}
          </p>
        ))}
        <Files petition={petition} part="sender" />
      </Block>
      <Block>
        {sender && (
          <FactRows
            rows={[
              { term: t(words.sender), value: sender.fullName },
              { term: t(words.phone), value: sender.phone },
              ...(sender.email ? [{ term: t(words.email), value: sender.email }] : []),
              { term: t(words.wants), value: t(petition.mayPublish ? words.maybePublished : words.onlyAnswer) },
            ]}
          />
        )}
        <FactRows rows={about} />
        {petition.previous && <Other term={t(words.previous)} {...petition.previous} />}
        {petition.next && <Other term={t(words.next)} {...petition.next} />}
      </Block>
      {petition.kind === 'denunciation' && (
        <Block>
          <NoteBox icon="lock" title={t(words.sealed)}>
            <p>{t(words.sealedText)}</p>
          </NoteBox>
          {identity && (
            <NoteBox tone="soon" icon="eye" title={identity.fullName} live>
              <FactRows
                rows={[
                  { term: t(words.address), value: identity.address },
                  { term: t(words.phone), value: identity.phone },
                  ...(identity.email ? [{ term: t(words.email), value: identity.email }] : []),
                ]}
              />
              <p>{t(words.opened)}</p>
            </NoteBox>
          )}
          {petition.mayOpenIdentity && !identity && (
            <ActForm petition={petition} refused={refused} acts={['identity']}>
              <input type="hidden" name="do" value="identity" />
              <TextField
                name="reason"
                label={t(words.reason)}
                hint={t(words.reasonHint)}
                value={refused?.typed['do'] === 'identity' ? refused.typed['reason'] : undefined}
                rows={2}
                required
              />
              <ActionRow>
                <Act icon="key" text={t(words.open)} />
              </ActionRow>
            </ActForm>
          )}
        </Block>
      )}
    </Pane>
  )
}

const Other = ({ term, id, code }: { readonly term: string; readonly id: string; readonly code: string }) => (
  <p>
    {term}{' '}
    <a href={`/can-bo/hoi-dap/${id}`}>
      <code className="code">{code}</code>
    </a>
  </p>
)
