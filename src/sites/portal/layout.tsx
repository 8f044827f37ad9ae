import { Outlet, useRouteError } from 'react-router'
import '#ui/portal/portal.css'
import { FailedPage } from './FailedPage.tsx'
import { whereCitizensFile } from './where-citizens-file.ts'

export const middleware = whereCitizensFile

export default function PortalLayout() {
  return <Outlet />
}

export function ErrorBoundary() {
  return <FailedPage error={useRouteError()} />
}
