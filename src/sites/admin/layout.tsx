import {
  Outlet,
  isRouteErrorResponse,
  useRouteError,
  useRouteLoaderData,
  type LoaderFunctionArgs,
  type ShouldRevalidateFunctionArgs,
} from 'react-router'
import { useEffect } from 'react'
import { problems } from '#values/errors.ts'
import '#ui/office/office.css'
import './admin.css'
import { Pane, Panes } from '#ui/office/Panes.tsx'
import { FailedColumn } from '../office/Failed.tsx'
import { cookieOf } from '../cookie.ts'
import { staffPage, type Told } from '../office/staff.ts'
import { AdminPage } from './AdminPage.tsx'
import type { Admin } from './use-admin.ts'
import type { RouteHandle } from '../../root.tsx'

export const handle: RouteHandle = { scripts: true, place: 'office' }

export async function loader(args: LoaderFunctionArgs) {
  const page = staffPage(args)
  const me = await page.client.identity.whoAmI({})
  return {
    language: page.language,
    me,
    now: new Date(),
    incident: page.call.requestId,
    menu: cookieOf(args.request, 'menu'),
    theme: cookieOf(args.request, 'theme'),
  }
}

/** Who one is does not change while one looks around. */
export const shouldRevalidate = ({ formMethod, currentUrl, nextUrl }: ShouldRevalidateFunctionArgs) =>
  (formMethod !== undefined && formMethod !== 'GET') || currentUrl.pathname !== nextUrl.pathname

export default function AdminLayout() {
  useTheme()
  return <Outlet />
}

export function ErrorBoundary() {
  useTheme()
  const error = useRouteError()
  const admin = useRouteLoaderData<Admin>('admin')
  const isTold =
    isRouteErrorResponse(error) && typeof error.data === 'object' && error.data !== null && 'words' in error.data
  const told: Told = isTold
    ? (error.data as Told)
    : { code: 'internal', words: problems.internal.message, incident: admin?.incident ?? '' }
  const column = (
    <FailedColumn
      language={admin?.language ?? 'vi'}
      told={told}
      status={isRouteErrorResponse(error) ? error.status : 500}
    />
  )
  if (admin === undefined) return <main className="content">{column}</main>
  return (
    <AdminPage>
      <Panes shape="one">
        <Pane label={told.code}>{column}</Pane>
      </Panes>
    </AdminPage>
  )
}

function useTheme() {
  const admin = useRouteLoaderData<Admin>('admin')
  const theme = admin?.theme
  useEffect(() => {
    if (theme === 'light' || theme === 'dark') document.documentElement.dataset['theme'] = theme
    else delete document.documentElement.dataset['theme']
  }, [theme])
}
