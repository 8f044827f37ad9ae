import { useLoaderData, type LoaderFunctionArgs, type MetaFunction } from 'react-router'
import { fill, say } from '#values/words.ts'
import { Columns, PageTitle, Section } from '#ui/portal/Columns.tsx'
import { TopicList } from '#ui/portal/Lists.tsx'
import { SearchBox } from '#ui/portal/SearchBox.tsx'
import { SearchResults } from '#ui/portal/SearchResults.tsx'
import { EmptyState } from '#ui/portal/Cards.tsx'
import { pageOf } from '../client.ts'
import { drawnOnce } from './drawn-once.ts'
import { PortalPage } from './PortalPage.tsx'
import { levelWords, lifeEvents, portalWords } from './words.ts'
import { titled } from './title.tsx'

const words = {
  label: { vi: 'Việc cần làm', en: 'What you need' },
  search: { vi: 'Tìm', en: 'Search' },
  count: { vi: '{count} thủ tục, gần nhất ở trên cùng', en: 'Procedures found: {count}, the closest first' },
  all: { vi: '{count} thủ tục', en: 'Procedures: {count}' },
  alike: { vi: 'Không thấy “{text}”. Có phải:', en: 'Nothing found for “{text}”. Did you mean:' },
  none: { vi: 'Chưa thấy thủ tục nào', en: 'Nothing found' },
  noneHelp: {
    vi: 'Thử chữ khác, ít chữ hơn, hoặc chọn theo việc ở bên. Cũng có thể gọi đường dây hỗ trợ.',
    en: 'Try other or fewer words, or choose a topic.',
  },
  levels: {
    province: { vi: 'cấp tỉnh', en: 'province' },
    district: { vi: 'cấp huyện', en: 'district' },
    commune: { vi: 'cấp xã', en: 'commune' },
  },
}

export async function loader(args: LoaderFunctionArgs) {
  const { client, language } = pageOf(args)
  const query = new URL(args.request.url).searchParams
  const text = query.get('tim')?.slice(0, 200) ?? ''
  const lifeEvent = query.get('viec')?.slice(0, 40) || undefined
  const found = await client.services.findProcedures({ text, lifeEvent, limit: 150 })
  return { language, text, lifeEvent, rows: found.rows, isAlike: found.isAlike }
}

export const middleware = drawnOnce(loader)

export const meta: MetaFunction = ({ matches }) => titled(matches, portalWords.procedures)

export default function Procedures() {
  const { language, text, lifeEvent, rows, isAlike } = useLoaderData<typeof loader>()
  const t = (one: { vi: string; en: string }, values: Record<string, string | number> = {}) =>
    say(fill(one, values), language)
  const event = lifeEvents.find((one) => one.slug === lifeEvent)
  const levels = words.levels as Readonly<Record<string, { vi: string; en: string }>>
  return (
    <PortalPage>
      <Columns
        asideLabel={t({ vi: 'Theo việc', en: 'By topic' })}
        aside={
          <Section title={t({ vi: 'Theo việc', en: 'By topic' })}>
            <TopicList
              topics={lifeEvents.map(({ slug, icon, words: name }) => ({
                href: `/thu-tuc?viec=${slug}`,
                text: say(name, language),
                icon,
              }))}
            />
          </Section>
        }
      >
        <PageTitle title={event ? say(event.words, language) : t(portalWords.procedures)} />
        <SearchBox
          action="/thu-tuc"
          label={t(words.label)}
          labelAs="unseen"
          value={text}
          placeholder={t(portalWords.searchHint)}
          submit={t(words.search)}
        />
        {rows.length === 0 ? (
          <EmptyState title={t(words.none)}>{t(words.noneHelp)}</EmptyState>
        ) : (
          <SearchResults
            count={
              isAlike ? t(words.alike, { text }) : t(text === '' ? words.all : words.count, { count: rows.length })
            }
            results={rows.map((one) => ({
              href: `/thu-tuc/${one.code}`,
              title: say(one.everydayName ?? one.name, language),
              said: one.everydayName ? say(one.name, language) : undefined,
              lines: [
                `${say(one.field, language)} · ${t(levels[one.level] ?? { vi: one.level, en: one.level })}`,
                say(levelWords[one.onlineLevel] ?? levelWords[1]!, language),
              ],
            }))}
          />
        )}
      </Columns>
    </PortalPage>
  )
}
