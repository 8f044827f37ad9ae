import { redirect, useLoaderData, type LoaderFunctionArgs, type MetaFunction } from 'react-router'
import { say, type Words } from '#values/words.ts'
import { ButtonLink, ButtonRow } from '#ui/portal/Button.tsx'
import { PageTitle } from '#ui/portal/Columns.tsx'
import { pageOf } from '../client.ts'
import { PortalPage } from './PortalPage.tsx'
import { titled } from './title.tsx'

const words = {
  title: { vi: 'Nộp hồ sơ trên Cổng Dịch vụ công quốc gia', en: 'File on the national public service portal' },
  lead: {
    vi: 'Ông/bà nộp, theo dõi và nhận kết quả điện tử ở đó. Bộ phận một cửa của tỉnh, huyện, xã vẫn tiếp nhận như trước.',
    en: 'File, follow and receive electronic results there. The one-stop counters go on as before.',
  },
  go: { vi: 'Sang Cổng quốc gia', en: 'To the national portal' },
  lookUp: { vi: 'Tra cứu hồ sơ nộp tại quầy', en: 'Track what was filed at a counter' },
} as const satisfies Record<string, Words>

export async function loader(args: LoaderFunctionArgs) {
  const { client, language } = pageOf(args)
  const { citizensAt } = await client.identity.listSignInWays({})
  if (citizensAt === null) throw redirect('/')
  return { language, citizensAt }
}

export const meta: MetaFunction = ({ matches }) => titled(matches, words.title)

export default function Elsewhere() {
  const { language, citizensAt } = useLoaderData<typeof loader>()
  const t = (one: Words) => say(one, language)
  return (
    <PortalPage narrow>
      <PageTitle title={t(words.title)} lead={t(words.lead)} />
      <ButtonRow>
        <ButtonLink href={citizensAt}>{t(words.go)}</ButtonLink>
        <ButtonLink href="/tra-cuu" kind="secondary">
          {t(words.lookUp)}
        </ButtonLink>
      </ButtonRow>
    </PortalPage>
  )
}
