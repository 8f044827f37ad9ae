import type { Client } from '#engines/contract.ts'
import { fill, type Words } from '#values/words.ts'
import { CheckRows } from '#ui/office/Tree.tsx'
import type { Say } from '../staff.ts'

type Explained = Pick<Awaited<ReturnType<Client['services']['explainAccess']>>, 'acts' | 'canAdvise' | 'canWriteResult'>
type ExplainedAct = Explained['acts'][number]

const words = {
  can: { vi: 'làm được', en: 'can be done' },
  cannot: { vi: 'không làm được', en: 'cannot be done' },
  read: { vi: 'Đọc mọi giấy tờ và dữ liệu của hồ sơ', en: 'Read all papers and data' },
  advise: { vi: 'Ghi ý kiến', en: 'Write an opinion' },
  noAdvise: {
    vi: 'Ghi ý kiến: chỉ vị trí có quyền cho ý kiến của đơn vị có việc với hồ sơ',
    en: 'Write an opinion: only posts with that right, of units that have to do with it',
  },
  write: { vi: 'Soạn dự thảo kết quả', en: 'Draft the result' },
  who: { vi: 'Người làm được: {who}.', en: 'Who can: {who}.' },
  more: { vi: 'và {count} người nữa', en: 'and {count} more' },
  ask: { vi: 'Cần thì nhờ trưởng đơn vị đó giao lại.', en: 'If need be, ask their head to give it to you.' },
  complete: { vi: 'Hoàn thành: {step}', en: 'Complete: {step}' },
  grant: { vi: 'Đồng ý: {step}', en: 'Agree: {step}' },
  refuse: { vi: 'Không chấp thuận: {step}', en: 'Refuse: {step}' },
  return: { vi: 'Trả lại: {to}', en: 'Return to: {to}' },
  supplement: { vi: 'Yêu cầu bổ sung', en: 'Ask to supplement' },
  reject: { vi: 'Từ chối tiếp nhận', en: 'Do not accept' },
  pause: { vi: 'Tạm dừng tính giờ', en: 'Stop the clock' },
  resume: { vi: 'Tính giờ tiếp', en: 'Run the clock on' },
  answer: { vi: 'Trả lời lấy ý kiến', en: 'Answer the consultation' },
  apologise: { vi: 'Xin lỗi, hẹn lại ngày', en: 'Apologise, new date' },
} as const satisfies Record<string, Words>

function nameOf(one: ExplainedAct, t: Say): string {
  const step = one.stepName === undefined ? '' : t(one.stepName)
  if (one.action === 'complete')
    return t(words[one.proposal === undefined ? 'complete' : (one.proposal as 'grant')], { step })
  const text = words[one.action as 'pause'] ?? words.complete
  return t(one.toName === undefined ? text : fill(text, { to: t(one.toName) }), { step })
}

const mostNames = 2

const some = (names: readonly string[], t: Say): string =>
  [
    ...names.slice(0, mostNames),
    ...(names.length > mostNames ? [t(words.more, { count: names.length - mostNames })] : []),
  ].join('; ')

/** What may be done with a dossier, and of what not why, who can, and how to ask. */
export function ExplainedActs({ explained, t }: { readonly explained: Explained; readonly t: Say }) {
  const mayOrNot = (may: boolean) => ({ result: may ? 'yes' : 'no', said: t(may ? words.can : words.cannot) }) as const
  return (
    <CheckRows
      rows={[
        { ...mayOrNot(true), text: t(words.read) },
        { ...mayOrNot(explained.canAdvise), text: t(explained.canAdvise ? words.advise : words.noAdvise) },
        ...(explained.canWriteResult ? [{ ...mayOrNot(true), text: t(words.write) }] : []),
        ...explained.acts.map((one) => ({
          ...mayOrNot(one.refused === undefined),
          text:
            one.refused === undefined ? (
              nameOf(one, t)
            ) : (
              <>
                {nameOf(one, t)}
                <small className="quiet">
                  {' '}
                  {t(one.refused)}. {one.who.length > 0 && `${t(words.who, { who: some(one.who, t) })} ${t(words.ask)}`}
                </small>
              </>
            ),
        })),
      ]}
    />
  )
}
