import { Form } from 'react-router'
import { showInstant } from '#values/show-time.ts'
import type { Words } from '#values/words.ts'
import type { Client } from '#engines/contract.ts'
import { Act } from '#ui/office/Button.tsx'
import { Block } from '#ui/office/Panes.tsx'
import { useOffice, useSay } from '../use-office.ts'
import { draftHref } from './reception-address.ts'
import { FormToken } from '../../FormToken.tsx'

const words = {
  mine: { vi: 'Đang nhập dở', en: 'My drafts' },
  others: { vi: 'Đồng nghiệp đang nhập dở', en: 'Drafts of colleagues' },
  none: {
    vi: 'Không có hồ sơ nào nhập dở. Chữ đã gõ và giấy tờ đã quét được lưu liên tục, mở lại ở đây.',
    en: 'No drafts. What is typed and scanned is saved as you go, and is found again here.',
  },
  nobody: { vi: 'Chưa ghi họ tên', en: 'No name yet' },
  saved: { vi: 'Lưu {time}', en: 'Saved {time}' },
  savedBy: { vi: '{name} · lưu {time}', en: '{name} · saved {time}' },
  online: { vi: '{procedure} (nộp trực tuyến)', en: '{procedure} (online)' },
  supplement: { vi: '{procedure} (bổ sung)', en: '{procedure} (supplement)' },
  goOn: { vi: 'Làm tiếp', en: 'Go on' },
  take: { vi: 'Nhận làm tiếp', en: 'Take over' },
  discard: { vi: 'Bỏ…', en: 'Discard…' },
  discardAll: { vi: 'Bỏ hẳn, không lấy lại được', en: 'Discard for good' },
} as const satisfies Record<string, Words>

export type DraftRows = Awaited<ReturnType<Client['services']['listCounterDrafts']>>

/** What is being typed at the counter: one's own to go on with or discard, colleagues' to take over. */
export function Drafts({ drafts }: { readonly drafts: DraftRows }) {
  const t = useSay()
  const mine = drafts.filter((draft) => draft.isMine)
  const others = drafts.filter((draft) => !draft.isMine)
  return (
    <>
      <Block title={t(words.mine)} count={mine.length} small>
        {mine.length === 0 && <p className="quiet">{t(words.none)}</p>}
        {mine.map((draft) => (
          <Line key={draft.id} draft={draft} />
        ))}
      </Block>
      {others.length > 0 && (
        <Block title={t(words.others)} count={others.length} small>
          {others.map((draft) => (
            <Line key={draft.id} draft={draft} />
          ))}
        </Block>
      )}
    </>
  )
}

function Line({ draft }: { readonly draft: DraftRows[number] }) {
  const { language } = useOffice()
  const t = useSay()
  const time = showInstant(draft.savedAt, language)
  const what = draft.dossierId !== null ? words.supplement : draft.isAssisted && words.online
  return (
    <Form method="post" className="counter-draft">
      <FormToken />
      <b>{draft.applicantName ?? t(words.nobody)}</b>
      <span>
        {what ? t(what, { procedure: draft.procedureName }) : draft.procedureName}
        <br />
        <small>{draft.isMine ? t(words.saved, { time }) : t(words.savedBy, { name: draft.holderName, time })}</small>
      </span>
      {draft.isMine ? (
        <span className="act-line">
          <Act icon="pencil" text={t(words.goOn)} href={draftHref(draft)} />
          <details>
            <summary>{t(words.discard)}</summary>
            <Act icon="trash" text={t(words.discardAll)} name="bo-nhap" value={draft.id} />
          </details>
        </span>
      ) : (
        <span className="act-line">
          <Act text={t(words.take)} name="lam-tiep" value={draft.id} />
        </span>
      )}
    </Form>
  )
}
