import {
  data,
  redirect,
  useActionData,
  useLoaderData,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from 'react-router'
import { Problem } from '#values/errors.ts'
import { showClock, showDayMonth, showFullDate, showWeekday } from '#values/show-time.ts'
import { fill, say, type Words } from '#values/words.ts'
import { PageTitle, Section } from '#ui/portal/Columns.tsx'
import { ErrorSummary } from '#ui/portal/ErrorSummary.tsx'
import { mustBe, pageOf } from '../../client.ts'
import { FormToken } from '../../FormToken.tsx'
import { textOf } from '../../form-text.ts'
import { SendOnce } from '../../SendOnce.tsx'
import { PortalPage } from '../PortalPage.tsx'
import { titled } from '../title.tsx'

const words = {
  title: { vi: 'Chọn giờ hẹn: {service}', en: 'Choose a time: {service}' },
  place: { vi: '{centre}. Bấm một giờ là đặt xong.', en: '{centre}. Press a time to book it.' },
  move: { vi: '{centre}. Bấm một giờ khác là đổi xong.', en: '{centre}. Press another time to move it.' },
  days: { vi: 'Chọn ngày', en: 'Choose a day' },
  free: { vi: 'còn {count} chỗ', en: '{count} free' },
  none: {
    vi: 'Những ngày tới đã hết giờ hẹn. Ông/bà đến lấy số như thường.',
    en: 'No time is free. Come and take a number.',
  },
  wrong: { vi: 'Chưa đặt được', en: 'Not booked' },
  meta: { vi: 'Chọn giờ hẹn', en: 'Choose a time' },
} as const satisfies Record<string, Words>

export async function loader(args: LoaderFunctionArgs) {
  const page = pageOf(args)
  // Whoever chooses a time is known, so that it is theirs at once.
  mustBe(page, 'citizen', args.url)
  const { days, ...place } = await page.client.queue.listSlots({ serviceId: args.params['service'] ?? '' })
  const query = new URL(args.request.url).searchParams
  const chosen = days.find(({ date }) => date === query.get('ngay')) ?? days[0]
  return { language: page.language, ...place, days, chosen, moves: query.get('doi') ?? '' }
}

export async function action(args: ActionFunctionArgs) {
  const page = pageOf(args)
  mustBe(page, 'citizen', args.url)
  const form = await args.request.formData()
  try {
    await page.client.queue.bookAppointment({
      serviceId: args.params['service'] ?? '',
      at: textOf(form, 'gio'),
      insteadOf: textOf(form, 'doi') || undefined,
    })
    return redirect('/trang-cua-toi/lich-hen')
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return data({ error: say(error.words, page.language) }, { status: error.status })
  }
}

export const meta: MetaFunction = ({ matches }) => titled(matches, words.meta)

/** The free times of the coming days: one press books. */
export default function Slots() {
  const { language, centre, address, service, days, chosen, moves } = useLoaderData<typeof loader>()
  const error = useActionData<typeof action>()?.error
  const t = (one: Words, values: Record<string, string | number> = {}) => say(fill(one, values), language)
  return (
    <PortalPage narrow>
      {error && <ErrorSummary title={t(words.wrong)} errors={[{ fieldId: 'gio', text: error }]} />}
      <PageTitle
        title={t(words.title, { service: say(service, language) })}
        lead={t(moves ? words.move : words.place, { centre: address ? `${centre}, ${address}` : centre })}
      />
      {days.length === 0 && <p>{t(words.none)}</p>}
      {days.length > 1 && (
        <Section title={t(words.days)}>
          <ul className="slots">
            {days.map(({ date }) => (
              <li key={date}>
                <a
                  className="button button-secondary"
                  href={`?${new URLSearchParams({ ngay: date, ...(moves && { doi: moves }) })}`}
                  aria-current={date === chosen?.date ? 'date' : undefined}
                >
                  {showWeekday(date, language)} {showDayMonth(date)}
                </a>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {chosen && (
        <Section title={showFullDate(chosen.date, language)}>
          <form method="post" id="gio" className="slots">
            <FormToken />
            <SendOnce />
            <input type="hidden" name="doi" value={moves} />
            {chosen.slots.map(({ at, free }) => (
              <button key={at.getTime()} className="button button-secondary" name="gio" value={at.toISOString()}>
                {showClock(at)} <small>{t(words.free, { count: free })}</small>
              </button>
            ))}
          </form>
        </Section>
      )}
    </PortalPage>
  )
}
