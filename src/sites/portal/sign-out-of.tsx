import {
  redirect,
  useLoaderData,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from 'react-router'
import { fill, say, type Words } from '#values/words.ts'
import { Button, ButtonLink, ButtonRow } from '#ui/portal/Button.tsx'
import { PageTitle } from '#ui/portal/Columns.tsx'
import { pageOf, unlessGone, type Page } from '../client.ts'
import { FormToken } from '../FormToken.tsx'
import { endSession } from '../session.ts'
import { GoOn } from './GoOn.tsx'
import { PortalPage } from './PortalPage.tsx'
import { titled } from './title.tsx'

const words = {
  title: { vi: 'Đăng xuất', en: 'Sign out' },
  lead: {
    vi: '{name} đã đăng xuất ông/bà ở bên ấy. Đăng xuất ở đây thì mọi hệ thống khác vào bằng lần đăng nhập này cũng kết thúc.',
    en: '{name} signed you out there. Signing out here ends all other systems that you entered with this sign-in, too.',
  },
  yes: { vi: 'Đăng xuất ở đây', en: 'Sign out here' },
  stay: { vi: 'Không, chỉ ở bên ấy', en: 'No, only there' },
  done: { vi: 'Đã đăng xuất', en: 'You are signed out' },
  home: { vi: 'Về trang đầu', en: 'Go to the home page' },
} as const satisfies Record<string, Words>

/** What the system says when it sends a person here (OpenID Connect RP-Initiated Logout); of all it says only its name is believed. */
async function askedBy({ client }: Page, { searchParams }: URL) {
  const state = searchParams.get('state') ?? undefined
  const clientId = searchParams.get('client_id') ?? ''
  const back = searchParams.get('post_logout_redirect_uri') ?? ''
  const asked = await unlessGone(() => client.identity.describeSignOut({ clientId, back, ...(state && { state }) }))
  return { name: asked?.name ?? '', href: asked?.back ?? null }
}

export async function loader(args: LoaderFunctionArgs) {
  const page = pageOf(args)
  const { actor } = page.call
  const isIn = actor.kind === 'citizen' || actor.kind === 'staff'
  return { ...(await askedBy(page, args.url)), isIn, language: page.language, formToken: page.formToken() }
}

export async function action(args: ActionFunctionArgs) {
  const page = pageOf(args)
  if (page.call.actor.kind !== 'nobody') await page.client.identity.signOut({ everywhere: false })
  return redirect(args.url.pathname + args.url.search, { headers: endSession(page.publicUrl) })
}

export const meta: MetaFunction = ({ matches }) => titled(matches, words.title)

export default function SignOutOf() {
  const { name, href, isIn, language, formToken } = useLoaderData<typeof loader>()
  const t = (one: Words) => say(fill(one, { name }), language)
  if (isIn)
    return (
      <PortalPage narrow>
        <PageTitle title={t(words.title)} lead={name && t(words.lead)} />
        <form method="post">
          <FormToken token={formToken} />
          <ButtonRow>
            <Button>{t(words.yes)}</Button>
            {href !== null && (
              <ButtonLink href={href} kind="secondary">
                {t(words.stay)}
              </ButtonLink>
            )}
          </ButtonRow>
        </form>
      </PortalPage>
    )
  return (
    <PortalPage narrow>
      {href === null ? (
        <>
          <PageTitle title={t(words.done)} />
          <ButtonLink href="/">{t(words.home)}</ButtonLink>
        </>
      ) : (
        <GoOn language={language} name={name} href={href} />
      )}
    </PortalPage>
  )
}
