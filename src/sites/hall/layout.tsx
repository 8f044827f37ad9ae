import { isRouteErrorResponse, Outlet, useRouteError, type MetaFunction } from 'react-router'
import '#ui/hall/hall.css'
import { problems } from '#values/errors.ts'
import type { RouteHandle } from '../../root.tsx'
import { officeWords } from '../office/words.ts'
import { titled } from '../titled.ts'
import { useSay } from './hall.ts'

export const handle: RouteHandle = { scripts: true, place: 'hall' }

const words = {
  title: { vi: 'Máy của sảnh', en: 'Machine of the hall' },
  failed: { vi: 'Máy đang nối lại', en: 'Connecting again' },
  gone: { vi: 'Máy này không dùng được nữa', en: 'This machine is not in use any more' },
  again: { vi: 'Tải lại', en: 'Reload' },
}

export const meta: MetaFunction = ({ matches }) => titled(matches, words.title, officeWords.brand)

export default function HallLayout() {
  return <Outlet />
}

export function ErrorBoundary() {
  const error = useRouteError()
  const { t } = useSay()
  const isRefused = isRouteErrorResponse(error) && (error.status === 401 || error.status === 403)
  return (
    <main className="hall-note">
      <title>{t(words.title)}</title>
      <h1>{t(isRefused ? words.gone : words.failed)}</h1>
      <p>{t(isRefused ? problems.forbidden.message : problems.busy.message)}</p>
      <a className="touch" href="/sanh">
        {t(words.again)}
      </a>
    </main>
  )
}
