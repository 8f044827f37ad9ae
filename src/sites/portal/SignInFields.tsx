import { say, type Language, type Words } from '#values/words.ts'
import { TextField } from '#ui/portal/TextField.tsx'

const words = {
  login: { vi: 'Số định danh hoặc tên đăng nhập', en: 'Personal number or user name' },
  password: { vi: 'Mật khẩu', en: 'Password' },
} as const satisfies Record<string, Words>

interface SignInFieldsProps {
  readonly language: Language
  readonly login?: string | undefined
  readonly error?: string | undefined
}

/** Who signs in, and the password. */
export const SignInFields = ({ language, login, error }: SignInFieldsProps) => (
  <>
    <TextField
      language={language}
      name="login"
      label={say(words.login, language)}
      value={login}
      autoComplete="username"
      error={error}
      required
    />
    <TextField
      language={language}
      name="password"
      label={say(words.password, language)}
      type="password"
      autoComplete="current-password"
      required
    />
  </>
)
