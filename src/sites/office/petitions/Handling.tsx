import type { Words } from '#values/words.ts'
import { NoteBox } from '#ui/office/Badge.tsx'
import { Act, ActionRow } from '#ui/office/Button.tsx'
import { Check, TextField } from '#ui/office/Fields.tsx'
import { Block, Pane } from '#ui/office/Panes.tsx'
import { useSay } from '../use-office.ts'
import { ActForm, type PetitionPart } from './ActForm.tsx'
import { Alike } from './Alike.tsx'
import { AsSecond } from './AsSecond.tsx'
import { Competent } from './Competent.tsx'
import { AttachToAnswer, Files } from './Files.tsx'

const words = {
  handling: { vi: 'Giải quyết', en: 'Handling' },
  draft: { vi: 'Dự thảo trả lời', en: 'Answer' },
  by: { vi: '{name} viết', en: 'by {name}' },
  text: { vi: 'Câu trả lời', en: 'The answer' },
  hint: {
    vi: 'Trả lời thẳng điều được hỏi, dẫn quy định, nói người hỏi phải làm gì.',
    en: 'Answer what was asked, name the rule, say what to do.',
  },
  returned: { vi: 'Lãnh đạo trả lại', en: 'Returned' },
  proposed: { vi: 'Đang chờ lãnh đạo duyệt', en: 'Waiting for approval' },
  save: { vi: 'Lưu', en: 'Save' },
  propose: { vi: 'Trình duyệt', en: 'Propose' },
  approve: { vi: 'Duyệt và gửi trả lời', en: 'Approve and send' },
  whyReturned: { vi: 'Cần sửa chỗ nào', en: 'What to change' },
  return: { vi: 'Trả lại', en: 'Return' },
  answer: { vi: 'Đã trả lời', en: 'Answered' },
  refusal: { vi: 'Đã từ chối', en: 'Refused' },
  publish: { vi: 'Mọi người sẽ thấy', en: 'What everybody will read' },
  published: { vi: 'Đang đăng công khai', en: 'Everybody reads it' },
  underReview: {
    vi: 'Trả lời cũ vẫn đăng, mang dấu “Đang được xem lại”',
    en: 'The old answer stands, marked as under review',
  },
  underReviewHint: {
    vi: 'Đăng câu trả lời mới thì thay câu cũ. Câu cũ sai thì gỡ ngay.',
    en: 'The new answer takes its place once published. If the old one is wrong, take it off now.',
  },
  withdrawHint: {
    vi: 'Gỡ thì trang công khai và Cổng quốc gia không còn hiện nữa; sửa xong đăng lại được.',
    en: 'Taken off, neither the public page nor the national portal shows it; it may be published again.',
  },
  whyWithdrawn: { vi: 'Lý do gỡ', en: 'Why' },
  withdraw: { vi: 'Gỡ khỏi trang công khai', en: 'Take it off' },
  publishHint: {
    vi: 'Máy đã bỏ tên người gửi, số dài, thư điện tử. Đọc lại và bỏ nốt tên người khác, địa chỉ nhà.',
    en: 'The sender’s name, long numbers and addresses are out. Read it and take out what is left.',
  },
  title: { vi: 'Tiêu đề', en: 'Title' },
  body: { vi: 'Câu hỏi', en: 'Question' },
  filesHint: {
    vi: 'Tệp nào đăng cùng? Không chọn thì chỉ người hỏi xem được. Mở tệp, xem còn tên ai không.',
    en: 'Which files go with it? Others are for the sender alone. Look for names in them first.',
  },
  publishIt: { vi: 'Đăng', en: 'Publish' },
  judgedHelpful: { vi: 'Người hỏi cho biết câu trả lời giúp được.', en: 'The sender found it helpful.' },
  judgedNot: { vi: 'Người hỏi cho biết câu trả lời chưa giúp được.', en: 'The sender did not find it helpful.' },
} as const satisfies Record<string, Words>

interface HandlingProps extends PetitionPart {
  /** The code of why the last file of the answer was not taken. */
  readonly fileError: string | undefined
}

/** The middle column: who is competent, what is alike, the answer and what is published of it. */
export function Handling({ fileError, ...part }: HandlingProps) {
  const { petition } = part
  const t = useSay()
  const may = (act: string) => petition.acts.includes(act)
  return (
    <Pane label={t(words.handling)} ground="ground">
      {may('propose') && <Draft {...part} fileError={fileError} />}
      {may('assign') && <Competent {...part} />}
      {may('as-second') && <AsSecond {...part} />}
      {(petition.alike.length > 0 || petition.merged.length > 0 || petition.mergedInto) && <Alike {...part} />}
      {petition.refusal !== null && petition.status === 'refused' && (
        <Block title={t(words.refusal)}>
          <p>{petition.refusal}</p>
        </Block>
      )}
      {petition.answer !== null && petition.status === 'answered' && (
        <Block title={t(words.answer)} note={petition.answeredBy}>
          {petition.answer.split('\n').map((line, at) => (
            <p key={at}>{line}</p>
          ))}
          <Files petition={petition} part="answer" />
          {petition.helpful !== null && (
            <p className="quiet">{t(petition.helpful ? words.judgedHelpful : words.judgedNot)}</p>
          )}
        </Block>
      )}
      {may('publish') && petition.proposal && <Publish {...part} />}
      {may('withdraw') && <Withdraw {...part} />}
    </Pane>
  )
}

function Draft({ petition, refused, fileError }: HandlingProps) {
  const t = useSay()
  const approves = petition.acts.includes('approve')
  const typed = refused?.typed['text'] ?? petition.draft ?? ''
  return (
    <Block
      title={t(words.draft)}
      note={petition.draftedBy === null ? undefined : t(words.by, { name: petition.draftedBy })}
    >
      {petition.returned !== null && (
        <NoteBox tone="late" icon="arrow-back-up" title={t(words.returned)}>
          <p>{petition.returned}</p>
        </NoteBox>
      )}
      {petition.isProposed && !approves && <NoteBox tone="waiting" icon="clock" title={t(words.proposed)} />}
      <ActForm petition={petition} refused={refused} acts={['save', 'propose', 'approve']}>
        <TextField name="text" label={t(words.text)} hint={t(words.hint)} value={typed} rows={8} />
        <ActionRow>
          {approves && <Act kind="primary" icon="send" text={t(words.approve)} name="do" value="approve" />}
          <Act
            kind={approves ? 'plain' : 'primary'}
            icon="signature"
            text={t(words.propose)}
            name="do"
            value="propose"
          />
          <Act icon="cloud-check" text={t(words.save)} name="do" value="save" />
        </ActionRow>
      </ActForm>
      <Files petition={petition} part="answer" />
      {petition.mayAttach && <AttachToAnswer petition={petition} error={fileError} />}
      {petition.acts.includes('return') && (
        <ActForm petition={petition} refused={refused} acts={['return']}>
          <input type="hidden" name="do" value="return" />
          <TextField name="words" id="return-words" label={t(words.whyReturned)} />
          <ActionRow>
            <Act icon="arrow-back-up" text={t(words.return)} />
          </ActionRow>
        </ActForm>
      )}
    </Block>
  )
}

function Publish({ petition, refused }: PetitionPart) {
  const t = useSay()
  const shown = petition.proposal
  const files = petition.files.filter(({ part, isBlocked }) => part === 'answer' && !isBlocked)
  const typed = (name: 'title' | 'body' | 'answer') =>
    (refused?.typed['do'] === 'publish' ? refused.typed[name] : shown?.[name]) ?? ''
  return (
    <Block title={t(words.publish)}>
      <p className="quiet">{t(words.publishHint)}</p>
      <ActForm petition={petition} refused={refused} acts={['publish']}>
        <input type="hidden" name="do" value="publish" />
        <TextField name="title" label={t(words.title)} value={typed('title')} />
        <TextField name="body" label={t(words.body)} value={typed('body')} rows={4} />
        <TextField name="answer" label={t(words.text)} value={typed('answer')} rows={5} />
        {files.length > 0 && <p className="quiet">{t(words.filesHint)}</p>}
        {files.map((file) => (
          <Check key={file.id} name="file" value={file.id}>
            {file.name}
          </Check>
        ))}
        <ActionRow>
          <Act kind="primary" icon="world" text={t(words.publishIt)} />
        </ActionRow>
      </ActForm>
    </Block>
  )
}

function Withdraw({ petition, refused }: PetitionPart) {
  const t = useSay()
  return (
    <Block title={t(petition.isUnderReview ? words.underReview : words.published)}>
      <p className="quiet">{t(petition.isUnderReview ? words.underReviewHint : words.withdrawHint)}</p>
      <ActForm petition={petition} refused={refused} acts={['withdraw']}>
        <input type="hidden" name="do" value="withdraw" />
        <TextField name="reason" id="withdraw-reason" label={t(words.whyWithdrawn)} />
        <ActionRow>
          <Act icon="eye-off" text={t(words.withdraw)} />
        </ActionRow>
      </ActForm>
    </Block>
  )
}
