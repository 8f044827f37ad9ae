import { useEffect, useState, type FormEvent } from 'react'
import { say, type Language, type Words } from '#values/words.ts'
import { Button } from '#ui/portal/Button.tsx'
import { Card } from '#ui/portal/Cards.tsx'
import { SignInFields } from '../SignInFields.tsx'
import type { Autosave } from './use-autosave.ts'
import { FormToken } from '../../FormToken.tsx'

const words = {
  title: { vi: 'Đã hết phiên đăng nhập', en: 'You have been signed out' },
  text: {
    vi: 'Chữ vừa viết vẫn còn ở dưới. Đăng nhập lại ở đây, rồi làm tiếp.',
    en: 'What you wrote is still below. Sign in again here, then go on.',
  },
  go: { vi: 'Đăng nhập lại', en: 'Sign in again' },
  wrong: {
    vi: 'Chưa đăng nhập được. Xem lại số và mật khẩu.',
    en: 'Not signed in. Check the number and the password.',
  },
} as const satisfies Record<string, Words>

interface SignInAgainProps {
  readonly language: Language
  readonly autosave: Autosave
}

/** Signs in beside a form whose session has ended: nothing that is typed in the form leaves the page. */
export function SignInAgain({ language, autosave }: SignInAgainProps) {
  const [isWrong, setWrong] = useState(false)
  const isSentFor = autosave.isSignedOut && autosave.isHeld
  useEffect(() => {
    if (isSentFor) document.getElementById('login')?.focus()
  }, [isSentFor])
  if (!autosave.isSignedOut) return null
  const t = (one: Words) => say(one, language)
  const signIn = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const body = new URLSearchParams(new FormData(event.currentTarget) as never)
    const sent = await fetch('/dang-nhap', { method: 'POST', body, redirect: 'manual' }).catch(() => undefined)
    // Who is signed in is led on; this page stays.
    if (sent?.type !== 'opaqueredirect') return setWrong(true)
    setWrong(false)
    autosave.saveNow()
  }
  return (
    <Card title={t(words.title)}>
      <p role="alert">{t(words.text)}</p>
      <form method="post" action="/dang-nhap" className="stack" onSubmit={(event) => void signIn(event)}>
        <FormToken />
        <SignInFields language={language} error={isWrong ? t(words.wrong) : undefined} />
        <Button>{t(words.go)}</Button>
      </form>
    </Card>
  )
}
