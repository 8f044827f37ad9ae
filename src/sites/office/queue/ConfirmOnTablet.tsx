import { useFetcher } from 'react-router'
import type { Words } from '#values/words.ts'
import { StatusText } from '#ui/office/Badge.tsx'
import { Act } from '#ui/office/Button.tsx'
import { showClock } from '#values/show-time.ts'
import { FormToken } from '../../FormToken.tsx'
import { SendOnce } from '../../SendOnce.tsx'
import type { Refused } from '../staff.ts'
import { useSay } from '../use-office.ts'
import { deskAddress, useFreshDesk } from './use-fresh-desk.ts'

const words = {
  show: { vi: 'Đưa lên máy tính bảng ở quầy', en: 'Show on the tablet of the desk' },
  again: { vi: 'Đưa lên lại', en: 'Show again' },
  clear: { vi: 'Bỏ xuống', en: 'Take off' },
  shown: { vi: 'Người nộp đang đọc trên máy tính bảng', en: 'Being read on the tablet' },
  right: {
    vi: 'Người nộp bấm Đúng lúc {time}: ghi Đã đọc trên màn hình',
    en: 'Confirmed at {time}: say it was read on the screen',
  },
  wrong: {
    vi: 'Người nộp bấm Chưa đúng lúc {time}: hỏi lại, sửa rồi đưa lên lại',
    en: 'Not right, said at {time}: ask, change and show again',
  },
} as const satisfies Record<string, Words>

const refreshMs = 3000
const tones = { shown: 'waiting', right: 'good', wrong: 'late' } as const

/** Lets the applicant read on the tablet of the desk what was typed, and shows what they said. Nothing where there is no desk. */
export function ConfirmOnTablet({ title, lines }: { readonly title: string; readonly lines: readonly object[] }) {
  const t = useSay()
  const fetcher = useFetcher<Refused>()
  const view = useFreshDesk(refreshMs)
  if (!view?.desk) return null
  const { confirmation } = view
  const refused = fetcher.data?.refused
  return (
    <fetcher.Form method="post" action={deskAddress}>
      <FormToken />
      <SendOnce />
      <input type="hidden" name="tai-cho" value="yes" />
      <input type="hidden" name="ten" value={title} />
      <input type="hidden" name="dong" value={JSON.stringify(lines)} />
      <Act icon="eye" name="lam" value="dua-len" text={t(confirmation === null ? words.show : words.again)} />
      {confirmation?.state === 'shown' && <Act kind="link" name="lam" value="bo-xuong" text={t(words.clear)} />}
      {refused ? (
        <StatusText tone="late">{refused.text}</StatusText>
      ) : (
        confirmation && (
          <StatusText tone={tones[confirmation.state]}>
            {t(words[confirmation.state], { time: showClock(confirmation.at) })}
          </StatusText>
        )
      )}
    </fetcher.Form>
  )
}
