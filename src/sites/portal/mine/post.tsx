import {
  data,
  redirect,
  useActionData,
  useLoaderData,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from 'react-router'
import { Problem, type ProblemPlace } from '#values/errors.ts'
import { showFullDate, showInstant } from '#values/show-time.ts'
import { fill, say, type Words } from '#values/words.ts'
import type { Client } from '#engines/contract.ts'
import { BackLink } from '#ui/portal/Breadcrumbs.tsx'
import { Button } from '#ui/portal/Button.tsx'
import { ActionCard } from '#ui/portal/Cards.tsx'
import { ChoiceCards } from '#ui/portal/ChoiceCards.tsx'
import { PageTitle, Section } from '#ui/portal/Columns.tsx'
import { ErrorSummary } from '#ui/portal/ErrorSummary.tsx'
import type { Tone } from '#ui/portal/StatusBadge.tsx'
import { TextField } from '#ui/portal/TextField.tsx'
import { mustBe, pageOf } from '../../client.ts'
import { textOf } from '../../form-text.ts'
import { FormToken } from '../../FormToken.tsx'
import { SendOnce } from '../../SendOnce.tsx'
import { PortalPage } from '../PortalPage.tsx'
import { titled } from '../title.tsx'

type Order = Awaited<ReturnType<Client['services']['getMyPost']>>['orders'][number]

const words = {
  title: { vi: 'Bưu điện', en: 'The post' },
  back: { vi: 'Hồ sơ này', en: 'The dossier' },
  none: { vi: 'Bưu điện chưa chuyển gì cho hồ sơ này.', en: 'The post has carried nothing for this dossier yet.' },
  ask: { vi: 'Nhờ bưu điện đến nhận giấy tờ', en: 'Have the post collect your papers' },
  askText: {
    vi: 'Bưu tá đến tận nơi nhận bản giấy và mang đến quầy. Ông/bà trả cước cho bưu tá.',
    en: 'The postman collects your papers and brings them to the counter. You pay the postage to the postman.',
  },
  address: { vi: 'Đến nhận ở đâu', en: 'Where to' },
  addressHint: {
    vi: 'Số nhà, thôn hoặc đường, xã, huyện.',
    en: 'House, hamlet or street, commune, district.',
  },
  phone: { vi: 'Số điện thoại để bưu tá gọi', en: 'Phone for the postman to call' },
  on: { vi: 'Ngày nào', en: 'On which day' },
  send: { vi: 'Nhờ bưu điện đến', en: 'Ask the post to come' },
  cancel: { vi: 'Không cần nữa', en: 'Not needed any more' },
  to: { vi: 'Địa chỉ', en: 'Address' },
  number: { vi: 'Số hiệu bưu gửi', en: 'Item number' },
  day: { vi: 'Ngày hẹn', en: 'Day' },
  since: { vi: 'Lúc', en: 'At' },
  wrong: { vi: 'Còn chỗ cần xem lại', en: 'Please check' },
} as const satisfies Record<string, Words>

const states: Record<Order['kind'], Record<Order['state'], Words>> = {
  delivery: {
    asked: { vi: 'Kết quả chờ giao bưu điện', en: 'The result waits for the post' },
    'with-post': { vi: 'Bưu điện đang mang kết quả đến', en: 'The post is bringing the result' },
    done: { vi: 'Bưu điện đã phát kết quả', en: 'The post has delivered the result' },
    returned: {
      vi: 'Bưu điện chuyển hoàn, mời ông/bà đến quầy nhận',
      en: 'It came back; please fetch it at the counter',
    },
    fetched: { vi: 'Đã nhận kết quả tại quầy', en: 'The result was fetched at the counter' },
    cancelled: { vi: 'Không gửi bưu điện nữa', en: 'No longer by post' },
  },
  'pick-up': {
    asked: { vi: 'Đã nhờ bưu điện đến nhận giấy tờ', en: 'The post is asked to collect your papers' },
    'with-post': { vi: 'Bưu điện sẽ đến nhận giấy tờ', en: 'The post will come for your papers' },
    done: { vi: 'Giấy tờ đã đến quầy', en: 'Your papers came to the counter' },
    returned: { vi: 'Bưu điện chưa nhận được giấy tờ', en: 'The post could not collect your papers' },
    fetched: { vi: 'Đã nhận tại quầy', en: 'Fetched at the counter' },
    cancelled: { vi: 'Không nhờ bưu điện đến nữa', en: 'The post is no longer asked to come' },
  },
}

const tones: Record<Order['state'], Tone> = {
  asked: 'paused',
  'with-post': 'good',
  done: 'good',
  returned: 'waiting',
  fetched: 'good',
  cancelled: 'paused',
}

export async function loader(args: LoaderFunctionArgs) {
  const page = pageOf(args)
  mustBe(page, 'citizen', args.url)
  const id = args.params['id'] ?? ''
  return { language: page.language, id, post: await page.client.services.getMyPost({ id }) }
}

export async function action(args: ActionFunctionArgs) {
  const { client, language } = pageOf(args)
  const id = args.params['id'] ?? ''
  const form = await args.request.formData()
  const typed = { address: textOf(form, 'address'), phone: textOf(form, 'phone'), on: textOf(form, 'on') }
  try {
    if (form.has('cancel')) await client.services.cancelPickUp({ id })
    else await client.services.askPickUp({ id, ...typed })
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    const places: readonly ProblemPlace[] =
      error.places.length > 0 ? error.places : [{ path: 'content', message: error.words }]
    return data(
      { typed, errors: places.map((place) => ({ fieldId: place.path, text: say(place.message, language) })) },
      { status: error.status },
    )
  }
  return redirect(`/trang-cua-toi/ho-so/${id}/buu-dien`)
}

export const meta: MetaFunction<typeof loader> = ({ matches, loaderData }) =>
  titled(
    matches,
    fill({ vi: 'Bưu điện: {name}', en: 'The post: {name}' }, { name: loaderData?.post.procedureName ?? '' }),
  )

export default function PostPage() {
  const { language, id, post } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  const t = (one: Words) => say(one, language)
  const field = (name: 'address' | 'phone' | 'on') => ({
    language,
    name,
    label: t(words[name]),
    value: failed?.typed[name],
    error: failed?.errors.find((one) => one.fieldId === name)?.text,
  })
  return (
    <PortalPage narrow>
      <BackLink href={`/trang-cua-toi/ho-so/${id}`} text={t(words.back)} />
      {failed && <ErrorSummary title={t(words.wrong)} errors={failed.errors} />}
      <PageTitle title={t(words.title)} note={`${post.procedureName} · ${post.code}`} />
      {post.orders.length === 0 && post.days.length === 0 && <p>{t(words.none)}</p>}
      {post.orders.toReversed().map((order) => (
        <ActionCard
          key={order.id}
          tone={tones[order.state]}
          title={t(states[order.kind][order.state])}
          facts={[
            { term: t(words.since), value: showInstant(order.movedAt, language) },
            ...(order.trackingNumber === null ? [] : [{ term: t(words.number), value: order.trackingNumber }]),
            ...(order.wantedOn === null ? [] : [{ term: t(words.day), value: showFullDate(order.wantedOn, language) }]),
            { term: t(words.to), value: order.address },
          ]}
          actions={
            order.canCancel && (
              <form method="post">
                <FormToken />
                <SendOnce />
                <Button kind="secondary" name="cancel" value="yes">
                  {t(words.cancel)}
                </Button>
              </form>
            )
          }
        />
      ))}
      {post.days.length > 0 && (
        <Section title={t(words.ask)}>
          <p>{t(words.askText)}</p>
          <form method="post" className="stack">
            <FormToken />
            <SendOnce />
            <TextField {...field('address')} hint={t(words.addressHint)} autoComplete="street-address" />
            <TextField {...field('phone')} type="tel" width="short" autoComplete="tel" />
            <ChoiceCards
              {...field('on')}
              kind="one"
              chosen={failed ? [failed.typed.on] : []}
              choices={post.days.map((day) => ({ value: day, label: showFullDate(day, language) }))}
            />
            <Button>{t(words.send)}</Button>
          </form>
        </Section>
      )}
    </PortalPage>
  )
}
