import { say, type Language, type Words } from '#values/words.ts'
import { ButtonLink, ButtonRow } from '#ui/portal/Button.tsx'
import { PageTitle } from '#ui/portal/Columns.tsx'
import { Notice } from '#ui/portal/Notice.tsx'
import { PortalPage } from '../PortalPage.tsx'
import { Title } from '../title.tsx'

const words = {
  title: { vi: 'Chưa đăng nhập được bằng Cổng quốc gia', en: 'Not signed in by the national portal' },
  password: { vi: 'Đăng nhập bằng mật khẩu', en: 'Sign in with a password' },
  again: { vi: 'Thử lại với Cổng quốc gia', en: 'Try the national portal again' },
} as const satisfies Record<string, Words>

/** Why nobody was signed in, and the other ways. */
export function NationalFailed({ language, reason }: { readonly language: Language; readonly reason: string }) {
  const t = (one: Words) => say(one, language)
  return (
    <PortalPage narrow>
      <Title language={language} about={words.title} isWrong />
      <PageTitle title={t(words.title)} />
      <Notice tone="soon" icon="alert-circle">
        <p>{reason}</p>
      </Notice>
      <ButtonRow>
        <ButtonLink href="/dang-nhap">{t(words.password)}</ButtonLink>
        <ButtonLink href="/dang-nhap/quoc-gia" kind="secondary">
          {t(words.again)}
        </ButtonLink>
      </ButtonRow>
    </PortalPage>
  )
}
