import { useLoaderData, type LoaderFunctionArgs, type MetaFunction } from 'react-router'
import { dateAt } from '#values/plain-date.ts'
import { showDate } from '#values/show-time.ts'
import { fill, say, type Words } from '#values/words.ts'
import { ButtonLink, ButtonRow } from '#ui/portal/Button.tsx'
import { EmptyState } from '#ui/portal/Cards.tsx'
import { Columns, PageTitle, Section } from '#ui/portal/Columns.tsx'
import { Pager } from '#ui/portal/DataTable.tsx'
import { LinkList, SearchBox } from '#ui/portal/SearchBox.tsx'
import { SearchResults } from '#ui/portal/SearchResults.tsx'
import { pageOf } from '../../client.ts'
import { drawnOnce } from '../drawn-once.ts'
import { PortalPage } from '../PortalPage.tsx'
import { titled } from '../title.tsx'
import { portalWords } from '../words.ts'
import { kindNames, kindSlugs, questionWords as shared } from './words.ts'

const words = {
  label: { vi: 'Ông/bà muốn biết gì?', en: 'What would you like to know?' },
  hint: { vi: 'Ví dụ: kham suc khoe doi bang lai', en: 'Such as: health check driving licence' },
  search: { vi: 'Tìm', en: 'Search' },
  latest: { vi: 'Mới trả lời', en: 'Answered lately' },
  found: { vi: '{count} câu trả lời, sát nhất ở trên cùng', en: 'Answers found: {count}, the closest first' },
  alike: { vi: 'Không có câu nào đủ các chữ ấy. Gần giống:', en: 'None has all these words. Much like it:' },
  none: { vi: 'Chưa ai hỏi câu này', en: 'Nobody has asked this' },
  noneText: { vi: 'Gửi câu hỏi để cơ quan có thẩm quyền trả lời.', en: 'Ask, and the competent body answers.' },
  notFound: { vi: 'Chưa thấy câu trả lời?', en: 'No answer yet?' },
  older: { vi: 'Cũ hơn', en: 'Older' },
  sent: { vi: 'Đã gửi rồi', en: 'Sent already' },
} as const satisfies Record<string, Words>

export async function loader(args: LoaderFunctionArgs) {
  const { client, language } = pageOf(args)
  const query = new URL(args.request.url).searchParams
  const text = query.get('tim')?.trim().slice(0, 200) ?? ''
  const after = query.get('sau') ?? undefined
  const shown =
    text === ''
      ? await client.petitions.listAnswered({ limit: 20, after })
      : await client.petitions.findAnswered({ text, limit: 20 })
  return { language, text, ...shown }
}

export const middleware = drawnOnce(loader)

export const meta: MetaFunction = ({ matches }) => titled(matches, shared.title)

export default function Questions() {
  const { language, text, rows, ...page } = useLoaderData<typeof loader>()
  const next = 'next' in page ? page.next : undefined
  const t = (one: Words, values: Record<string, string | number> = {}) => say(fill(one, values), language)
  const isAlike = rows.some((row) => 'isAlike' in row && row.isAlike)
  const asking = `/hoi-dap/gui${text === '' ? '' : `?tim=${encodeURIComponent(text)}`}`
  return (
    <PortalPage>
      <Columns
        asideLabel={t(words.notFound)}
        aside={
          <>
            <Section title={t(words.notFound)} level={3}>
              <LinkList
                links={Object.entries(kindSlugs).map(([kind, slug]) => ({
                  href: `/hoi-dap/gui?loai=${slug}`,
                  text: t(kindNames[kind as keyof typeof kindSlugs]),
                }))}
              />
            </Section>
            <Section title={t(words.sent)} level={3}>
              <LinkList links={[{ href: '/hoi-dap/tra-cuu', text: t(shared.lookUp), icon: 'search' }]} />
            </Section>
          </>
        }
        lead={
          <>
            <PageTitle title={t(shared.title)} />
            <SearchBox
              action="/hoi-dap"
              label={t(words.label)}
              value={text}
              placeholder={t(words.hint)}
              submit={t(words.search)}
            />
          </>
        }
      >
        {rows.length === 0 ? (
          <EmptyState title={t(words.none)} actions={<ButtonLink href={asking}>{t(portalWords.askUs)}</ButtonLink>}>
            {t(words.noneText)}
          </EmptyState>
        ) : (
          <>
            <SearchResults
              count={text === '' ? t(words.latest) : isAlike ? t(words.alike) : t(words.found, { count: rows.length })}
              results={rows.map((row) => ({
                href: `/hoi-dap/${row.code}`,
                title: row.title,
                lines: [
                  t(shared.answeredBy, { unit: row.unitName, day: showDate(dateAt(row.answeredAt)) }),
                  ...(row.askedCount > 1 ? [t(shared.askedBy, { count: row.askedCount })] : []),
                  ...(row.isUnderReview ? [t(shared.underReview)] : []),
                ],
              }))}
            />
            {next && (
              <Pager
                label={t(words.latest)}
                older={{ href: `/hoi-dap?sau=${encodeURIComponent(next)}`, text: t(words.older) }}
              />
            )}
            <ButtonRow>
              <ButtonLink href={asking} kind="secondary">
                {t(portalWords.askUs)}
              </ButtonLink>
            </ButtonRow>
          </>
        )}
      </Columns>
    </PortalPage>
  )
}
