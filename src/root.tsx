// First of all modules of a page, before any of them describes a shape.
import './no-eval.ts'
import {
  Links,
  Meta,
  Outlet,
  Scripts,
  useMatches,
  useRouteLoaderData,
  type LoaderFunctionArgs,
  type UIMatch,
} from 'react-router'
import { cookieIn } from '#kernel/http/cookie.ts'
import { pageContext } from '#kernel/http/page-context.ts'

/** What a route says of itself to the shell. */
export interface RouteHandle {
  /** The page is hydrated in the browser. Pages without it carry no script at all. */
  readonly scripts?: boolean
  readonly place?: 'office' | 'portal' | 'hall'
}

export function loader({ context, request }: LoaderFunctionArgs) {
  const { language, nonce, call, formToken } = context.get(pageContext)
  const { kind, name } = call.actor
  return {
    language,
    nonce,
    name: kind === 'citizen' ? name : undefined,
    theme: cookieIn(request.headers, 'theme'),
    // Pages for strangers are drawn once for all of them; those with a form ask for it themselves.
    formToken: kind === 'nobody' ? undefined : formToken(),
  }
}

// The language changes by a full page load; nothing else here ever changes.
export const shouldRevalidate = () => false

export default function Root() {
  const { language, nonce, theme } = useRouteLoaderData('root') as ReturnType<typeof loader>
  const handles = (useMatches() as UIMatch<unknown, RouteHandle | undefined>[]).map((match) => match.handle)
  const hydrated = handles.some((handle) => handle?.scripts)
  const place = handles.findLast((handle) => handle?.place)?.place ?? 'portal'
  return (
    <html
      lang={language}
      data-place={place}
      data-theme={place === 'office' && (theme === 'light' || theme === 'dark') ? theme : undefined}
    >
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <Meta />
        <Links nonce={hydrated ? nonce : undefined} />
      </head>
      <body>
        <Outlet />
        {hydrated ? <Scripts nonce={nonce} /> : null}
      </body>
    </html>
  )
}
