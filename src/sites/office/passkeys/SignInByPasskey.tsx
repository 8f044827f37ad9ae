import { useSubmit } from 'react-router'
import { formTokenField } from '#values/form-token.ts'
import type { Language } from '#values/words.ts'
import { UsePasskey } from './UsePasskey.tsx'

interface SignInByPasskeyProps {
  readonly language: Language
  readonly formToken: string
  readonly next: string
}

/** A passkey instead of what the form of the page asks. */
export function SignInByPasskey({ language, formToken, next }: SignInByPasskeyProps) {
  const submit = useSubmit()
  const handIn = (passkey: string) =>
    void submit({ passkey, tiep: next, [formTokenField]: formToken }, { method: 'post' })
  return <UsePasskey language={language} formToken={formToken} onAnswer={handIn} wide />
}
