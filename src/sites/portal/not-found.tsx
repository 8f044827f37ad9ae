import { data, useRouteLoaderData, type MetaFunction } from 'react-router'
import type { Language } from '#values/words.ts'
import { ButtonLink, ButtonRow } from '#ui/portal/Button.tsx'
import { PageTitle } from '#ui/portal/Columns.tsx'
import { PortalPage } from './PortalPage.tsx'
import { titled } from './title.tsx'

export const loader = () => data(null, { status: 404 })

export const meta: MetaFunction = ({ matches }) =>
  titled(matches, { vi: 'Không có trang này', en: 'There is no such page' })

export default function NotFound() {
  const { language } = useRouteLoaderData('root') as { language: Language }
  const vi = language === 'vi'
  return (
    <PortalPage narrow>
      <PageTitle
        title={vi ? 'Không có trang này' : 'There is no such page'}
        lead={
          vi
            ? 'Địa chỉ có thể đã gõ thiếu, hoặc trang đã chuyển chỗ.'
            : 'The address may be incomplete, or the page has moved.'
        }
      />
      <ButtonRow>
        <ButtonLink href="/thu-tuc">{vi ? 'Tìm thủ tục' : 'Find a procedure'}</ButtonLink>
        <ButtonLink href="/tra-cuu" kind="secondary">
          {vi ? 'Tra cứu hồ sơ' : 'Track a dossier'}
        </ButtonLink>
      </ButtonRow>
    </PortalPage>
  )
}
