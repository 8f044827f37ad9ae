import { useLoaderData, type LoaderFunctionArgs, type MetaFunction } from 'react-router'
import { say, type Words } from '#values/words.ts'
import { PageTitle, Section } from '#ui/portal/Columns.tsx'
import { LinkList } from '#ui/portal/SearchBox.tsx'
import { pageOf } from '../../client.ts'
import { PortalPage } from '../PortalPage.tsx'
import { titled } from '../title.tsx'

const words = {
  title: { vi: 'Đặt hẹn đến Trung tâm', en: 'Book a time at the centre' },
  lead: {
    vi: 'Chọn việc, rồi chọn giờ. Đến đúng giờ thì được gọi trước.',
    en: 'Choose what for, then a time. Who comes in time is called first.',
  },
  none: { vi: 'Hiện chưa nơi nào nhận đặt hẹn.', en: 'No place takes appointments now.' },
} as const satisfies Record<string, Words>

export async function loader(args: LoaderFunctionArgs) {
  const { client, language } = pageOf(args)
  return { language, services: await client.queue.listBookable({}) }
}

export const meta: MetaFunction = ({ matches }) => titled(matches, words.title)

/** What can be booked, by the centre where it is. */
export default function BookableServices() {
  const { language, services } = useLoaderData<typeof loader>()
  return (
    <PortalPage narrow>
      <PageTitle title={say(words.title, language)} lead={say(words.lead, language)} />
      {services.length === 0 && <p>{say(words.none, language)}</p>}
      {[...Map.groupBy(services, ({ centre }) => centre)].map(([centre, offered]) => (
        <Section key={centre} title={centre}>
          <LinkList links={offered.map(({ id, name }) => ({ href: `/dat-hen/${id}`, text: say(name, language) }))} />
        </Section>
      ))}
    </PortalPage>
  )
}
