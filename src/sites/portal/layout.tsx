import { Outlet, useRouteError, type LoaderFunctionArgs } from 'react-router'
import '#ui/portal/portal.css'
import { pageOf } from '../client.ts'
import { FailedPage } from './FailedPage.tsx'

export function loader(args: LoaderFunctionArgs) {
  const { language, call } = pageOf(args)
  const { kind, name } = call.actor
  return { language, name: kind === 'citizen' ? name : undefined }
}

export default function PortalLayout() {
  return <Outlet />
}

export function ErrorBoundary() {
  return <FailedPage error={useRouteError()} />
}
