import { useState } from 'react'
import { say, type Language, type Words } from '#values/words.ts'
import { NoteBox } from '#ui/office/Badge.tsx'
import { Act } from '#ui/office/Button.tsx'
import { useAuthenticator } from './use-authenticator.ts'

const words = {
  use: { vi: 'Dùng khóa truy cập', en: 'Use a passkey' },
  failed: {
    vi: 'Chưa dùng được khóa truy cập. Thử lại, hoặc dùng cách khác.',
    en: 'The passkey was not used. Try again, or another way.',
  },
} as const satisfies Record<string, Words>

interface UsePasskeyProps {
  readonly language: Language
  readonly formToken: string
  /** Hands in what the authenticator said. */
  readonly onAnswer: (passkey: string) => void
  readonly wide?: boolean
}

/** The button beside password or code; there is none where the browser has no way to authenticators. */
export function UsePasskey({ language, formToken, onAnswer, wide = false }: UsePasskeyProps) {
  const { isThere, use } = useAuthenticator(formToken)
  const [said, setSaid] = useState<string>()
  if (!isThere) return null
  const ask = async () => {
    setSaid(undefined)
    const answer = await use()
    if (answer === 'failed') setSaid(say(words.failed, language))
    else if ('refused' in answer) setSaid(answer.refused.text)
    else onAnswer(answer.passkey)
  }
  return (
    <>
      <Act icon="fingerprint" text={say(words.use, language)} onAct={() => void ask()} wide={wide} />
      {said !== undefined && (
        <NoteBox tone="late" icon="alert-circle" live>
          {said}
        </NoteBox>
      )}
    </>
  )
}
