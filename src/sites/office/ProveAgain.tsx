import { useFetcher } from 'react-router'
import { formTokenField } from '#values/form-token.ts'
import { say, type Language, type Words } from '#values/words.ts'
import { NoteBox } from '#ui/office/Badge.tsx'
import { Act, ActionRow } from '#ui/office/Button.tsx'
import { TextField } from '#ui/office/Fields.tsx'
import { FormToken, useFormToken } from '../FormToken.tsx'
import { UsePasskey } from './passkeys/UsePasskey.tsx'
import type { action as prove } from './prove.ts'
import type { Refused } from './staff.ts'

const words = {
  title: { vi: 'Xin xác nhận lại', en: 'Please confirm' },
  password: { vi: 'Mật khẩu', en: 'Password' },
  any: { vi: 'Mật khẩu, hoặc mã 6 số của ứng dụng', en: 'Password, or the 6 digits of your app' },
  factor: { vi: 'Mã 6 số của ứng dụng, hoặc mã dự phòng', en: '6 digits of your app, or a recovery code' },
  hint: { vi: 'Những gì đã điền vẫn còn nguyên.', en: 'What you typed is still there.' },
  confirm: { vi: 'Xác nhận', en: 'Confirm' },
  proven: { vi: 'Đã xác nhận', en: 'Confirmed' },
  press: { vi: 'Bấm lại nút vừa rồi để làm tiếp.', en: 'Press the same button again to go on.' },
} as const satisfies Record<string, Words>

type ProveAgainProps = NonNullable<Refused['refused']['prove']> & {
  readonly language: Language
  /** Why. */
  readonly text: string
}

/**
 * Asked for where something dangerous was refused, on the same screen: nobody is led away from what they wrote. Stands outside of
 * forms, being one.
 */
export function ProveAgain({ language, text, by, hasPasskey }: ProveAgainProps) {
  const { Form, submit, data: answer } = useFetcher<Awaited<ReturnType<typeof prove>>['data']>()
  const token = useFormToken()
  const t = (one: Words) => say(one, language)
  if (answer && 'proven' in answer)
    return (
      <NoteBox tone="good" icon="check" title={t(words.proven)} live>
        {t(words.press)}
      </NoteBox>
    )
  return (
    <NoteBox tone="soon" icon="lock" title={t(words.title)} live>
      {text}
      <Form method="post" action="/can-bo/xac-nhan">
        <FormToken />
        <TextField
          name="proof"
          id="xac-nhan"
          type="password"
          label={t(words[by])}
          hint={t(words.hint)}
          error={answer && 'refused' in answer ? answer.refused.text : undefined}
          autoComplete={by === 'factor' ? 'one-time-code' : 'current-password'}
          required
          autoFocus
        />
        <ActionRow>
          <Act kind="primary" icon="lock" text={t(words.confirm)} />
        </ActionRow>
      </Form>
      {hasPasskey && (
        <UsePasskey
          language={language}
          formToken={token[formTokenField]}
          onAnswer={(passkey) => void submit({ ...token, passkey }, { method: 'post', action: '/can-bo/xac-nhan' })}
        />
      )}
    </NoteBox>
  )
}
