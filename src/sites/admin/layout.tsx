import {
  useRouteError,
  useRouteLoaderData,
  type LoaderFunctionArgs,
  type ShouldRevalidateFunctionArgs,
} from 'react-router'
import { cookieIn } from '#kernel/http/cookie.ts'
import '#ui/office/office.css'
import './admin.css'
import { Failed } from '../office/Failed.tsx'
import { staffPage } from '../office/staff.ts'
import { StaffOutlet } from '../office/StaffOutlet.tsx'
import { useTheme } from '../office/use-theme.ts'
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
    menu: cookieIn(args.request.headers, 'menu'),
    theme: cookieIn(args.request.headers, 'theme'),
  }
}

/** Who one is does not change while one looks around. */
export const shouldRevalidate = ({ formMethod, actionStatus, currentUrl, nextUrl }: ShouldRevalidateFunctionArgs) =>
  (formMethod !== undefined && formMethod !== 'GET' && (actionStatus ?? 200) < 400) ||
  currentUrl.pathname !== nextUrl.pathname

export default function AdminLayout() {
  useTheme(useRouteLoaderData<Admin>('admin')?.theme)
  return <StaffOutlet />
}

export function ErrorBoundary() {
  const admin = useRouteLoaderData<Admin>('admin')
  useTheme(admin?.theme)
  return <Failed error={useRouteError()} known={admin} Page={AdminPage} />
}
