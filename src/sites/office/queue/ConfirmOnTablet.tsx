import { useState } from 'react'
import { useFetcher } from 'react-router'
import type { Words } from '#values/words.ts'
import { StatusText } from '#ui/office/Badge.tsx'
import { Act } from '#ui/office/Button.tsx'
import { showClock } from '#values/show-time.ts'
import { FormToken } from '../../FormToken.tsx'
import { SendOnce } from '../../SendOnce.tsx'
import type { Refused } from '../staff.ts'
import { typedNames } from '../counter/typed-form.ts'
import { useSay } from '../use-office.ts'
import { deskAddress, useFreshDesk } from './use-fresh-desk.ts'

const words = {
  show: { vi: 'Đưa lên máy tính bảng ở quầy', en: 'Show on the tablet of the desk' },
  again: { vi: 'Đưa lên lại', en: 'Show again' },
  clear: { vi: 'Bỏ xuống', en: 'Take off' },
  shown: { vi: 'Người nộp đang đọc trên máy tính bảng', en: 'Being read on the tablet' },
  right: {
    vi: 'Người nộp bấm Đúng lúc {time}, hồ sơ sẽ ghi việc này',
    en: 'Confirmed at {time}; the dossier will say so',
  },
  changed: {
    vi: 'Đã sửa sau khi người nộp xem: đưa lên lại',
    en: 'Changed since it was shown: show it again',
  },
  wrong: {
    vi: 'Người nộp bấm Chưa đúng lúc {time}: hỏi lại, sửa rồi đưa lên lại',
    en: 'Not right, said at {time}: ask, change and show again',
  },
} as const satisfies Record<string, Words>

const refreshMs = 3000
const tones = { shown: 'waiting', right: 'good', wrong: 'late' } as const

interface TextToConfirm {
  readonly title: string
  readonly lines: readonly { readonly label: string; readonly value: string }[]
}

/** Lets the applicant read on the tablet of the desk what was typed, and shows what they said; what is received says so if it is just this. Nothing without a desk. */
export function ConfirmOnTablet({ title, lines }: TextToConfirm) {
  const t = useSay()
  const text = JSON.stringify({ title, lines })
  const [sent, setSent] = useState<string>()
  const fetcher = useFetcher<Refused>()
  const view = useFreshDesk(refreshMs)
  if (!view?.desk) return null
  const { confirmation } = view
  const refused = fetcher.data?.refused
  return (
    <fetcher.Form method="post" action={deskAddress} onSubmit={() => setSent(text)}>
      <FormToken />
      <SendOnce />
      <input type="hidden" name="tai-cho" value="yes" />
      <input type="hidden" name="ten" value={title} />
      <input type="hidden" name="dong" value={JSON.stringify(lines)} />
      <input type="hidden" name={typedNames.shown} value={text} form="reception" />
      <Act icon="eye" name="lam" value="dua-len" text={t(confirmation === null ? words.show : words.again)} />
      {confirmation?.state === 'shown' && <Act kind="link" name="lam" value="bo-xuong" text={t(words.clear)} />}
      {refused ? (
        <StatusText tone="late">{refused.text}</StatusText>
      ) : (
        confirmation &&
        (sent !== undefined && sent !== text ? (
          <StatusText tone="late">{t(words.changed)}</StatusText>
        ) : (
          <StatusText tone={tones[confirmation.state]}>
            {t(words[confirmation.state], { time: showClock(confirmation.at) })}
          </StatusText>
        ))
      )}
    </fetcher.Form>
  )
}
