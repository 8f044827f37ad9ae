import { useLoaderData, type LoaderFunctionArgs, type MetaFunction } from 'react-router'
import { showInstant } from '#values/show-time.ts'
import { say, type Words } from '#values/words.ts'
import { ButtonLink, ButtonRow } from '#ui/portal/Button.tsx'
import { EmptyState } from '#ui/portal/Cards.tsx'
import { PageTitle } from '#ui/portal/Columns.tsx'
import { Pager, RecordList } from '#ui/portal/DataTable.tsx'
import { StatusBadge } from '#ui/portal/StatusBadge.tsx'
import { mustBe, pageOf } from '../../client.ts'
import { kindNames, questionWords as shared, stateTones, stateWords } from '../questions/words.ts'
import { titled } from '../title.tsx'
import { portalWords } from '../words.ts'
import { MinePage } from './MinePage.tsx'

const words = {
  none: { vi: 'Chưa hỏi gì', en: 'Nothing asked yet' },
  noneText: {
    vi: 'Câu hỏi, phản ánh, khiếu nại gửi khi đã đăng nhập hiện ở đây. Đơn tố cáo thì không: xem bằng mã tra cứu.',
    en: 'What you ask while signed in shows here. Denunciations do not: see them by their code.',
  },
  older: { vi: 'Cũ hơn', en: 'Older' },
} as const satisfies Record<string, Words>

export async function loader(args: LoaderFunctionArgs) {
  const page = pageOf(args)
  mustBe(page, 'citizen', args.url)
  const after = new URL(args.request.url).searchParams.get('sau') ?? undefined
  return { language: page.language, ...(await page.client.petitions.listOwnPetitions({ after, limit: 20 })) }
}

export const meta: MetaFunction = ({ matches }) => titled(matches, shared.mine)

export default function MyQuestions() {
  const { language, rows, next } = useLoaderData<typeof loader>()
  const t = (one: Words) => say(one, language)
  return (
    <MinePage language={language} tab="questions">
      <PageTitle title={t(shared.mine)} />
      {rows.length === 0 ? (
        <EmptyState title={t(words.none)} actions={<ButtonLink href="/hoi-dap/gui">{t(portalWords.askUs)}</ButtonLink>}>
          {t(words.noneText)}
        </EmptyState>
      ) : (
        <>
          <RecordList
            records={rows.map((row) => ({
              href: `/trang-cua-toi/hoi-dap/${row.id}`,
              title: row.title,
              code: row.code,
              text: `${t(kindNames[row.kind])}, ${showInstant(row.askedAt, language)}`,
              badge: <StatusBadge tone={stateTones[row.status]}>{t(stateWords[row.status])}</StatusBadge>,
            }))}
          />
          {next && (
            <Pager
              label={t(shared.mine)}
              older={{ href: `/trang-cua-toi/hoi-dap?sau=${encodeURIComponent(next)}`, text: t(words.older) }}
            />
          )}
          <ButtonRow>
            <ButtonLink href="/hoi-dap/gui" kind="secondary">
              {t(portalWords.askUs)}
            </ButtonLink>
          </ButtonRow>
        </>
      )}
    </MinePage>
  )
}
