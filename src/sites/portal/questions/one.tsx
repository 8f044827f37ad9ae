import { useLoaderData, type LoaderFunctionArgs, type MetaFunction } from 'react-router'
import { dateAt } from '#values/plain-date.ts'
import { showFullDate } from '#values/show-time.ts'
import { fill, say, type Words } from '#values/words.ts'
import { Breadcrumbs } from '#ui/portal/Breadcrumbs.tsx'
import { ButtonLink } from '#ui/portal/Button.tsx'
import { PageTitle, Section, SmallPrint } from '#ui/portal/Columns.tsx'
import { Notice } from '#ui/portal/Notice.tsx'
import { pageOf } from '../../client.ts'
import { drawnOnce } from '../drawn-once.ts'
import { PortalPage } from '../PortalPage.tsx'
import { portalWords } from '../words.ts'
import { titled } from '../title.tsx'
import { AttachedFiles } from './AttachedFiles.tsx'
import { Paragraphs } from './Paragraphs.tsx'
import { questionWords as shared } from './words.ts'

const words = {
  procedure: { vi: 'Xem thủ tục được hỏi', en: 'See the procedure' },
  ask: { vi: 'Hỏi câu khác', en: 'Ask something else' },
  reviewed: {
    vi: 'Người hỏi cho biết câu trả lời này chưa đủ. Có câu trả lời mới thì thay vào đây.',
    en: 'Whoever asked found it lacking. The new answer will take its place here.',
  },
  hidden: {
    vi: 'Mã {code}. Tên, số điện thoại và dữ liệu cá nhân của người hỏi đã được bỏ đi.',
    en: 'Number {code}. Names and personal data of whoever asked were taken out.',
  },
} as const satisfies Record<string, Words>

export async function loader(args: LoaderFunctionArgs) {
  const { client, language } = pageOf(args)
  return { language, one: await client.petitions.getAnswered({ code: args.params['code'] ?? '' }) }
}

export const middleware = drawnOnce(loader)

export const meta: MetaFunction<typeof loader> = ({ matches, loaderData }) => titled(matches, loaderData?.one.title)

export default function AnsweredQuestion() {
  const { language, one } = useLoaderData<typeof loader>()
  const t = (said: Words, values: Record<string, string | number> = {}) => say(fill(said, values), language)
  return (
    <PortalPage narrow>
      <Breadcrumbs
        language={language}
        items={[
          { href: '/', text: t(portalWords.home) },
          { href: '/hoi-dap', text: t(shared.title) },
          { text: one.title },
        ]}
      />
      <PageTitle
        title={one.title}
        note={t(shared.answeredBy, { unit: one.unitName, day: showFullDate(dateAt(one.answeredAt), language) })}
      />
      <Section title={t(shared.question)}>
        <Paragraphs text={one.body} />
      </Section>
      <Section title={t(shared.answer)}>
        {one.isUnderReview && (
          <Notice tone="waiting" title={t(shared.underReview)}>
            {t(words.reviewed)}
          </Notice>
        )}
        <Paragraphs text={one.answer} />
        <AttachedFiles language={language} files={one.files} />
      </Section>
      {one.procedureCode && (
        <ButtonLink href={`/thu-tuc/${one.procedureCode}`} kind="secondary">
          {t(words.procedure)}
        </ButtonLink>
      )}
      <p>
        <a href={`/hoi-dap/gui${one.procedureCode ? `?thu-tuc=${one.procedureCode}` : ''}`}>{t(words.ask)}</a>
      </p>
      <SmallPrint>
        <p>
          {one.askedCount > 1 && `${t(shared.askedBy, { count: one.askedCount })}. `}
          {t(words.hidden, { code: one.code })}
        </p>
      </SmallPrint>
    </PortalPage>
  )
}
