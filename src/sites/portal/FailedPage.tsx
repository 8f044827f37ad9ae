import { isRouteErrorResponse, useLocation, useRouteLoaderData } from 'react-router'
import { problems } from '#values/errors.ts'
import { fill, say, type Language, type Words } from '#values/words.ts'
import type { ToldFailure } from '#kernel/http/told-failure.ts'
import { ButtonLink, ButtonRow } from '#ui/portal/Button.tsx'
import { PageTitle } from '#ui/portal/Columns.tsx'
import { Notice } from '#ui/portal/Notice.tsx'
import { PortalPage } from './PortalPage.tsx'
import { Title } from './title.tsx'

const words = {
  none: { vi: 'Không mở được trang này', en: 'This page cannot be opened' },
  failed: { vi: 'Hệ thống đang gặp lỗi', en: 'Something went wrong on our side' },
  refused: { vi: 'Trang này không nhận yêu cầu như vậy.', en: 'This page takes no such request.' },
  notFiled: {
    vi: 'Hồ sơ CHƯA được nộp: chưa có mã hồ sơ và chưa có biên nhận. Những trang đã lưu vẫn còn nguyên. Xin giữ trang này và gửi lại sau ít phút.',
    en: 'NOTHING was filed: there is no dossier code and no receipt yet. The pages that were saved are kept. Keep this page and send it again in a few minutes.',
  },
  incident: { vi: 'Mã sự cố để báo nơi hỗ trợ: {code}', en: 'Incident number for support: {code}' },
  find: { vi: 'Tìm thủ tục', en: 'Find a procedure' },
  track: { vi: 'Tra cứu hồ sơ', en: 'Track a dossier' },
  signIn: { vi: 'Đăng nhập', en: 'Sign in' },
} as const satisfies Record<string, Words>

const isTold = (value: unknown): value is ToldFailure => typeof value === 'object' && value !== null && 'words' in value

/** What a reader sees when a page was refused or failed: why, and where to go on. */
export function FailedPage({ error }: { readonly error: unknown }) {
  const { language } = useRouteLoaderData('root') as { readonly language: Language }
  const { pathname } = useLocation()
  const t = (one: Words, values: Record<string, string> = {}) => say(fill(one, values), language)
  const ours = !isRouteErrorResponse(error) || error.status >= 500
  const told = isRouteErrorResponse(error) && isTold(error.data) ? error.data : undefined
  const why = told?.words ?? (ours ? problems.internal.message : words.refused)
  const title = ours ? words.failed : words.none
  return (
    <PortalPage narrow>
      <Title language={language} about={title} />
      <PageTitle title={t(title)} lead={t(why)} />
      {told?.code === 'busy' && pathname.startsWith('/nop/') && <Notice tone="waiting">{t(words.notFiled)}</Notice>}
      {ours && told && <p>{t(words.incident, { code: told.incident })}</p>}
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
