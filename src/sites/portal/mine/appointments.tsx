import {
  redirect,
  useLoaderData,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from 'react-router'
import { Problem } from '#values/errors.ts'
import { showInstant } from '#values/show-time.ts'
import { say, type Words } from '#values/words.ts'
import { Button, ButtonLink, ButtonRow } from '#ui/portal/Button.tsx'
import { ActionCard, EmptyState } from '#ui/portal/Cards.tsx'
import { PageTitle } from '#ui/portal/Columns.tsx'
import { StatusBadge } from '#ui/portal/StatusBadge.tsx'
import { QrCode } from '#ui/QrCode.tsx'
import { mustBe, pageOf } from '../../client.ts'
import { FormToken } from '../../FormToken.tsx'
import { textOf } from '../../form-text.ts'
import { titled } from '../title.tsx'
import { MinePage } from './MinePage.tsx'

const words = {
  title: { vi: 'Lịch hẹn của tôi', en: 'My appointments' },
  lead: {
    vi: 'Đến nơi, đưa mã vuông này vào ô kính của kiosk để lấy số.',
    en: 'When you come, hold this code under the glass of the kiosk to get your number.',
  },
  none: { vi: 'Chưa có lịch hẹn nào', en: 'No appointment' },
  noneText: { vi: 'Đặt hẹn để đến đúng giờ là được gọi trước.', en: 'Book a time to be called first at it.' },
  book: { vi: 'Đặt hẹn', en: 'Book a time' },
  at: { vi: 'Lúc', en: 'At' },
  where: { vi: 'Nơi đến', en: 'Where' },
  code: { vi: 'Mã hẹn', en: 'Code' },
  qr: { vi: 'Mã hẹn cho kiosk', en: 'Code for the kiosk' },
  move: { vi: 'Đổi giờ', en: 'Move' },
  cancel: { vi: 'Hủy hẹn', en: 'Cancel' },
  state: {
    booked: { vi: 'Đã hẹn', en: 'Booked' },
    arrived: { vi: 'Đã đến', en: 'Kept' },
    cancelled: { vi: 'Đã hủy', en: 'Cancelled' },
    missed: { vi: 'Không đến', en: 'Missed' },
  },
} as const satisfies Record<string, Words | Record<string, Words>>

const tones = { booked: 'good', arrived: 'paused', cancelled: 'paused', missed: 'late' } as const

export async function loader(args: LoaderFunctionArgs) {
  const page = pageOf(args)
  mustBe(page, 'citizen', args.url)
  return { language: page.language, appointments: await page.client.queue.listMyAppointments({}) }
}

export async function action(args: ActionFunctionArgs) {
  const page = pageOf(args)
  mustBe(page, 'citizen', args.url)
  try {
    await page.client.queue.cancelAppointment({ id: textOf(await args.request.formData(), 'huy') })
  } catch (error) {
    // It is over already: the list that follows shows how things stand.
    if (!(error instanceof Problem) || error.status !== 404) throw error
  }
  return redirect('/trang-cua-toi/lich-hen')
}

export const meta: MetaFunction = ({ matches }) => titled(matches, words.title)

/** What a citizen agreed on with a centre: when, where, the code for the kiosk. */
export default function Appointments() {
  const { language, appointments } = useLoaderData<typeof loader>()
  const t = (one: Words) => say(one, language)
  return (
    <MinePage language={language} tab="appointments">
      <PageTitle title={t(words.title)} lead={t(words.lead)} />
      {appointments.length === 0 && <EmptyState title={t(words.none)}>{t(words.noneText)}</EmptyState>}
      {appointments.map(({ id, code, centre, address, serviceId, service, at, state }) => (
        <ActionCard
          key={id}
          tone={tones[state]}
          badge={<StatusBadge tone={tones[state]}>{t(words.state[state])}</StatusBadge>}
          title={t(service)}
          facts={[
            { term: t(words.at), value: showInstant(at, language) },
            { term: t(words.where), value: address ? `${centre}, ${address}` : centre },
            ...(state === 'booked' ? [{ term: t(words.code), value: code }] : []),
          ]}
        >
          {state === 'booked' && (
            <>
              <QrCode text={code} label={`${t(words.qr)} ${code}`} />
              <form method="post">
                <FormToken />
                <input type="hidden" name="huy" value={id} />
                <ButtonRow>
                  <ButtonLink href={`/dat-hen/${serviceId}?doi=${id}`} kind="secondary">
                    {t(words.move)}
                  </ButtonLink>
                  <Button kind="secondary">{t(words.cancel)}</Button>
                </ButtonRow>
              </form>
            </>
          )}
        </ActionCard>
      ))}
      <ButtonRow>
        <ButtonLink href="/dat-hen">{t(words.book)}</ButtonLink>
      </ButtonRow>
    </MinePage>
  )
}
