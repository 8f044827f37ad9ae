import { useLoaderData, type LoaderFunctionArgs, type MetaFunction } from 'react-router'
import { groupThousands } from '#values/money.ts'
import { showShare } from '#values/show-share.ts'
import { dateAt } from '#values/plain-date.ts'
import { showClock, showDayMonth, showWeekday } from '#values/show-time.ts'
import { fill, say } from '#values/words.ts'
import { Columns, Section } from '#ui/portal/Columns.tsx'
import { FigureStrip } from '#ui/portal/BarFigures.tsx'
import { TopicList } from '#ui/portal/Lists.tsx'
import { Hero, LookupCard, SearchBox, LinkList } from '#ui/portal/SearchBox.tsx'
import { pageOf } from '../client.ts'
import { figuresOfMonth } from './figures-of-month.ts'
import { PortalPage } from './PortalPage.tsx'
import { lifeEvents, portalWords } from './words.ts'
import { titled } from './title.tsx'

const words = {
  title: { vi: 'Cần làm thủ tục gì?', en: 'What do you need to do?' },
  search: { vi: 'Tìm', en: 'Search' },
  often: { vi: 'Gõ không dấu cũng tìm được. Hay tìm:', en: 'Tone marks are not needed. Often searched:' },
  where: { vi: 'Hồ sơ của tôi đến đâu rồi?', en: 'Where is my dossier?' },
  code: { vi: 'Mã hồ sơ trên giấy hẹn', en: 'Dossier code on the receipt' },
  see: { vi: 'Xem', en: 'Show' },
  phoneToo: { vi: 'Cần mã và 4 số cuối điện thoại', en: 'Needs the code and the last 4 digits of the phone' },
  month: { vi: 'Tháng {month}', en: 'This month, {month}' },
  until: { vi: 'Đến {time} {weekday} {day}', en: 'Until {time} {weekday} {day}' },
  byUnit: { vi: 'Số liệu từng cơ quan', en: 'Figures by agency' },
  onTime: { vi: 'giải quyết đúng hạn', en: 'handled on time' },
  of: { vi: 'trên {count} hồ sơ đã giải quyết', en: 'of {count} handled' },
  satisfied: { vi: 'người dân hài lòng', en: 'satisfied' },
  rated: { vi: '{count} lượt đánh giá', en: '{count} ratings' },
  online: { vi: 'nộp trực tuyến', en: 'filed online' },
  dossiers: { vi: '{count} hồ sơ', en: '{count} dossiers' },
  received: { vi: 'hồ sơ tiếp nhận trong tháng', en: 'dossiers received this month' },
  levels: { vi: 'ở cả ba cấp', en: 'at all three levels' },
  byEvent: { vi: 'Chọn theo việc nhà, việc làm ăn', en: 'By life event' },
  all: { vi: 'Tất cả {count} thủ tục', en: 'All {count} procedures' },
  complete: { vi: 'Làm được trọn trên hệ thống này', en: 'Handled entirely on this platform' },
}

const oftenSearched = [
  { text: { vi: 'Đổi giấy phép lái xe', en: 'Driving licence' }, href: '/thu-tuc?tim=doi+giay+phep+lai+xe' },
  { text: { vi: 'Khai sinh', en: 'Birth' }, href: '/thu-tuc?tim=khai+sinh' },
  { text: { vi: 'Lý lịch tư pháp', en: 'Criminal record' }, href: '/thu-tuc?tim=ly+lich+tu+phap' },
  { text: { vi: 'Sang tên đất', en: 'Transfer of land' }, href: '/thu-tuc?tim=sang+ten+dat' },
]

export async function loader(args: LoaderFunctionArgs) {
  const { client, language } = pageOf(args)
  const [{ total, at }, found] = await Promise.all([
    figuresOfMonth(client),
    client.services.findProcedures({ limit: 12 }),
  ])
  return { language, total, at, found }
}

export const meta: MetaFunction = ({ matches }) => titled(matches, undefined)

export default function Home() {
  const { language, total, at, found } = useLoaderData<typeof loader>()
  const text = (one: { vi: string; en: string }, values: Record<string, string | number> = {}) =>
    say(fill(one, values), language)
  const day = dateAt(at)
  return (
    <PortalPage
      top={
        <>
          <Hero
            aside={
              <LookupCard
                title={text(words.where)}
                action="/tra-cuu"
                name="ma"
                label={text(words.code)}
                placeholder="H02.14-201124-0037"
                submit={text(words.see)}
                more={{ href: '/tra-cuu', text: text(words.phoneToo), icon: 'phone' }}
              />
            }
          >
            <SearchBox
              action="/thu-tuc"
              label={text(words.title)}
              labelAs="title"
              placeholder={text(portalWords.searchHint)}
              submit={text(words.search)}
              oftenText={text(words.often)}
              often={oftenSearched.map((one) => ({ ...one, text: text(one.text) }))}
            />
          </Hero>
          <FigureStrip
            look="band"
            head={{
              title: text(words.month, { month: `${day.slice(5, 7)}/${day.slice(0, 4)}` }),
              text: text(words.until, {
                time: showClock(at),
                weekday: showWeekday(day, language),
                day: showDayMonth(day),
              }),
              link: { href: '/so-lieu', text: text(words.byUnit) },
            }}
            figures={[
              {
                value: share(total.onTime, total.finished),
                text: text(words.onTime),
                note: text(words.of, { count: groupThousands(total.finished) }),
              },
              {
                value: share(total.satisfied, total.shown),
                text: text(words.satisfied),
                note: text(words.rated, { count: groupThousands(total.rated) }),
              },
              {
                value: share(total.online, total.received),
                text: text(words.online),
                note: text(words.dossiers, { count: groupThousands(total.online) }),
              },
              { value: groupThousands(total.received), text: text(words.received), note: text(words.levels) },
            ]}
          />
        </>
      }
    >
      <Columns
        aside={
          <Section title={text(words.complete)}>
            <LinkList
              links={found.rows
                .filter((one) => one.isComplete)
                .map((one) => ({ href: `/thu-tuc/${one.code}`, text: say(one.everydayName ?? one.name, language) }))}
            />
          </Section>
        }
        asideLabel={text(words.complete)}
        shape="facts"
      >
        <Section title={text(words.byEvent)} link={{ href: '/thu-tuc', text: text(words.all, { count: found.all }) }}>
          <TopicList
            topics={lifeEvents.map(({ slug, icon, words: name }) => ({
              href: `/thu-tuc?viec=${slug}`,
              text: say(name, language),
              icon,
            }))}
          />
        </Section>
      </Columns>
    </PortalPage>
  )
}

/** Under ten cases a share says nothing. */
const share = (part: number, whole: number): string => (whole < 10 ? '–' : showShare(part, whole))
