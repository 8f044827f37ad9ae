import {
  useRouteError,
  useRouteLoaderData,
  type LoaderFunctionArgs,
  type MetaFunction,
  type ShouldRevalidateFunctionArgs,
} from 'react-router'
import { cookieIn } from '#kernel/http/cookie.ts'
import '#ui/office/office.css'
import './pages.css'
import './authoring/authoring.css'
import { Failed } from './Failed.tsx'
import { OfficePage } from './OfficePage.tsx'
import { staffPage } from './staff.ts'
import { StaffOutlet } from './StaffOutlet.tsx'
import { useTheme } from './use-theme.ts'
import type { Office } from './use-office.ts'
import type { RouteHandle } from '../../root.tsx'

export const handle: RouteHandle = { scripts: true, place: 'office' }

/** Of a page that failed before it could say its own title. */
export const meta: MetaFunction = () => [{ title: 'Liên Thông' }]

/** The work of whoever may do nothing before they have a second factor. */
const noWork = { open: 0, late: 0, today: 0, isCapped: false }
const nothing = { mine: noWork, unit: noWork, delegated: noWork }

export async function loader(args: LoaderFunctionArgs) {
  const page = staffPage(args)
  const { client, language, call } = page
  const me = client.identity.whoAmI({})
  // Whoever leads is told on every screen what will probably be late.
  const leads = call.actor.permissions.has('task.load') && call.actor.permissions.has('dossier.read')
  const [counts, { unread }, petitions, atRisk] = call.actor.mustAddFactor
    ? [nothing, { unread: 0 }, { open: 0 }, null]
    : await Promise.all([
        client.workflow.countInbox({}),
        client.notification.countUnread({}),
        client.petitions.countPetitions({}),
        leads ? client.reporting.countAtRisk({}) : null,
      ])
  return {
    language,
    me: await me,
    counts,
    petitions,
    atRisk,
    unread,
    now: new Date(),
    incident: call.requestId,
    menu: cookieIn(args.request.headers, 'menu'),
    theme: cookieIn(args.request.headers, 'theme'),
  }
}

/** Counts change with acts that were done and with the page, not with a selection. */
export function shouldRevalidate({
  currentUrl,
  nextUrl,
  formMethod,
  actionStatus,
  defaultShouldRevalidate,
}: ShouldRevalidateFunctionArgs) {
  if (formMethod !== undefined && formMethod !== 'GET') return (actionStatus ?? 200) < 400
  return currentUrl.pathname !== nextUrl.pathname || (currentUrl.href === nextUrl.href && defaultShouldRevalidate)
}

export default function OfficeLayout() {
  useTheme(useRouteLoaderData<Office>('office')?.theme)
  return <StaffOutlet />
}

export function ErrorBoundary() {
  const office = useRouteLoaderData<Office>('office')
  useTheme(office?.theme)
  return <Failed error={useRouteError()} known={office} Page={OfficePage} />
}
