import { useRef, useState } from 'react'
import { Button } from '#ui/portal/Button.tsx'
import { Section } from '#ui/portal/Columns.tsx'
import { Notice } from '#ui/portal/Notice.tsx'
import { fill, say, type Language, type Words } from '#values/words.ts'
import { FormToken } from '../../FormToken.tsx'
import { useAwake } from '../../use-awake.ts'
import { subscribeHere } from './subscribe-here.ts'

const words = {
  title: { vi: 'Thông báo trên máy', en: 'Notifications on the device' },
  text: {
    vi: 'Không mất tiền, hiện ngay trên màn hình cả khi không mở trang này. Không cần tải ứng dụng.',
    en: 'Free of charge, on your screen even while this page is closed. No app needed.',
  },
  on: { vi: 'Đang nhận trên {count} máy.', en: 'On for {count} devices.' },
  here: { vi: 'Nhận trên máy này', en: 'Notify this device' },
  stop: { vi: 'Thôi nhận trên mọi máy', en: 'Stop on all devices' },
  refused: {
    vi: 'Trình duyệt này chưa cho phép thông báo. Mở phần cài đặt của trình duyệt để cho phép, rồi bấm lại.',
    en: 'This browser does not allow notifications. Allow them in its settings, then press again.',
  },
} as const satisfies Record<string, Words>

interface PushSwitchProps {
  readonly language: Language
  readonly pushKey: string
  readonly browsers: number
}

/** Lets this browser show what is told; stopping also works without scripts. */
export function PushSwitch({ language, pushKey, browsers }: PushSwitchProps) {
  const t = (one: Words, values: Record<string, number> = {}) => say(fill(one, values), language)
  const form = useRef<HTMLFormElement>(null)
  const [isRefused, setRefused] = useState(false)
  const canSubscribe = useAwake() && 'serviceWorker' in navigator && 'PushManager' in window
  const start = async () => {
    const found = await subscribeHere(pushKey)
    setRefused(found === undefined)
    if (found === undefined || form.current === null) return
    for (const [name, value] of Object.entries(found))
      form.current.querySelector<HTMLInputElement>(`[name=${name}]`)!.value = value
    form.current.requestSubmit()
  }
  if (!canSubscribe && browsers === 0) return null
  return (
    <Section title={t(words.title)}>
      <p>{t(words.text)}</p>
      {browsers > 0 && <p>{t(words.on, { count: browsers })}</p>}
      {isRefused && <Notice tone="late">{t(words.refused)}</Notice>}
      {canSubscribe && (
        <form
          method="post"
          ref={form}
          onSubmit={(event) => {
            // Sent once the browser has said where it is reached.
            if (new FormData(event.currentTarget).get('endpoint') !== '') return
            event.preventDefault()
            void start()
          }}
        >
          <FormToken />
          {['endpoint', 'publicKey', 'auth'].map((name) => (
            <input key={name} type="hidden" name={name} defaultValue="" />
          ))}
          <Button kind="secondary" icon="bell">
            {t(words.here)}
          </Button>
        </form>
      )}
      {browsers > 0 && (
        <form method="post">
          <FormToken />
          <Button kind="plain" icon="bell-off" name="quiet" value="yes">
            {t(words.stop)}
          </Button>
        </form>
      )}
    </Section>
  )
}
