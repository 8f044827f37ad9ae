import { isRouteErrorResponse, useLocation, useRouteLoaderData } from 'react-router'
import { problems } from '#values/errors.ts'
import { say, type Language, type Words } from '#values/words.ts'
import { ButtonLink, ButtonRow } from '#ui/portal/Button.tsx'
import { PageTitle } from '#ui/portal/Columns.tsx'
import { PortalPage } from './PortalPage.tsx'
import { Title } from './title.tsx'

const words = {
  none: { vi: 'Không mở được trang này', en: 'This page cannot be opened' },
  failed: { vi: 'Hệ thống đang gặp lỗi', en: 'Something went wrong on our side' },
  find: { vi: 'Tìm thủ tục', en: 'Find a procedure' },
  track: { vi: 'Tra cứu hồ sơ', en: 'Track a dossier' },
  signIn: { vi: 'Đăng nhập', en: 'Sign in' },
} as const satisfies Record<string, Words>

const hasWords = (value: unknown): value is { readonly words: Words } =>
  typeof value === 'object' && value !== null && 'words' in value

/** What a reader sees when a page was refused or failed: why, and where to go on. */
export function FailedPage({ error }: { readonly error: unknown }) {
  const language = useRouteLoaderData<{ readonly language: Language }>('portal')?.language
  const { pathname } = useLocation()
  const t = (one: Words) => say(one, language ?? 'vi')
  const ours = !isRouteErrorResponse(error) || error.status >= 500
  const why = isRouteErrorResponse(error) && hasWords(error.data) ? error.data.words : problems.internal.message
  const title = ours ? words.failed : words.none
  const told = <PageTitle title={t(title)} lead={t(why)} />
  if (language === undefined) return <main>{told}</main>
  return (
    <PortalPage narrow>
      <Title language={language} about={title} />
      {told}
      <ButtonRow>
        {isRouteErrorResponse(error) && error.status === 401 && (
          <ButtonLink href={`/dang-nhap?tiep=${encodeURIComponent(pathname)}`}>{t(words.signIn)}</ButtonLink>
        )}
        <ButtonLink href="/thu-tuc">{t(words.find)}</ButtonLink>
        <ButtonLink href="/tra-cuu" kind="secondary">
          {t(words.track)}
        </ButtonLink>
      </ButtonRow>
    </PortalPage>
  )
}
