import { useState } from 'react'
import {
  Form,
  useActionData,
  useLoaderData,
  useNavigate,
  useSubmit,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
} from 'react-router'
import { Icon } from '#ui/Icon.tsx'
import type { Words } from '#values/words.ts'
import { Problem } from '#values/errors.ts'
import { FormToken, useFormToken } from '../FormToken.tsx'
import { textOf } from '../form-text.ts'
import { SendOnce } from '../SendOnce.tsx'
import { numberOnCard, readScan } from './card.ts'
import { Faces } from './Faces.tsx'
import { hallPage, placeOf, useSay } from './hall.ts'
import { KioskFrame } from './KioskFrame.tsx'
import { LeaveBar } from './LeaveBar.tsx'
import { SlipFields } from './SlipFields.tsx'
import { useScanner } from './use-scanner.ts'

const words = {
  title: { vi: 'Nhận kết quả rồi, ông/bà thấy thế nào?', en: 'You have your result: how were you served?' },
  show: {
    vi: 'Đưa mã QR trên giấy hẹn, hoặc thẻ căn cước, vào ô kính. Rồi gõ 4 số cuối điện thoại; có đủ cả giấy và thẻ thì khỏi gõ.',
    en: 'Hold the QR code of your slip, or your identity card, under the glass. Then type the last 4 digits of your phone; with both slip and card nothing is typed.',
  },
  read: { vi: 'Đã đọc thẻ của {name}.', en: 'Read the card of {name}.' },
  more: { vi: 'Đưa thêm giấy hẹn, hoặc gõ số điện thoại.', en: 'Hold your slip, too, or type the phone.' },
  unread: {
    vi: 'Chưa đọc được mã này. Xin đưa lại cho phẳng.',
    en: 'This code could not be read. Hold it flat, please.',
  },
  go: { vi: 'Tiếp tục', en: 'Go on' },
  notFound: {
    vi: 'Không thấy hồ sơ nào khớp. Xem lại giấy hẹn và 4 số cuối điện thoại đã khai.',
    en: 'Nothing fits together. Check the slip and the last 4 digits of the phone.',
  },
  about: { vi: '{name}, hồ sơ {code}. Chấm được một lần.', en: '{name}, dossier {code}. It is rated once.' },
  thanks: { vi: 'Cảm ơn ông/bà đã chấm {mark}/5.', en: 'Thank you. You gave {mark} of 5.' },
  low: {
    vi: 'Lãnh đạo đơn vị sẽ trả lời ông/bà; câu trả lời hiện ở trang của hồ sơ.',
    en: 'The head of the unit will answer; you find it on the page of the dossier.',
  },
  where: { vi: 'Hồ sơ đến đâu rồi?', en: 'Where is my dossier?' },
  only: { vi: 'Rời máy là xóa hết những gì đã gõ.', en: 'Nothing that you typed stays when you leave.' },
}

/** Nobody has to wait for somebody else's thanks to go. */
const thanksSeconds = 10

interface Done {
  readonly found?: { readonly code: string; readonly procedureName: string }
  readonly mark?: number
  readonly refused?: Words
}

export async function loader(args: LoaderFunctionArgs) {
  const { kind, centre } = await hallPage(args).client.queue.whichDevice({})
  return { start: placeOf[kind], centre, at: new Date() }
}

export async function action(args: ActionFunctionArgs): Promise<Done> {
  const { client } = hallPage(args)
  const form = await args.request.formData()
  const [code, personalId, phoneEnd] = ['ma', 'so', 'dt'].map((name) => textOf(form, name) || undefined)
  const shown = { code, personalId, phoneEnd }
  try {
    if (!form.has('diem')) return { found: await client.queue.findAtKiosk(shown) }
    return await client.queue.rateAtKiosk({ shown, mark: Number(textOf(form, 'diem')) })
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return { refused: ['notFound', 'invalidInput'].includes(error.code) ? words.notFound : error.words }
  }
}

const nothing = { code: '', phone: '', card: undefined as { masked: string; personalId: string } | undefined }

/** Somebody whose result was handed over rates it by themselves: shown by slip, card or phone, two of them, and gone with them. */
export default function HallRating() {
  const { centre, at, start } = useLoaderData<typeof loader>()
  const done = useActionData<Done>()
  const { t } = useSay()
  const navigate = useNavigate()
  const submit = useSubmit()
  const token = useFormToken()
  const [{ code, phone, card }, setShown] = useState(nothing)
  const [isUnread, setUnread] = useState(false)
  const [scans, setScans] = useState(0)
  const leave = () => {
    setShown(nothing)
    setUnread(false)
    void navigate(start, { replace: true })
  }
  useScanner((text) => {
    const read = readScan(text, new Date())
    const personalId = numberOnCard(text)
    setUnread(false)
    setScans(scans + 1)
    if (read?.kind === 'slip') take(read.code, card)
    else if (read?.kind === 'card' && personalId) take(code, { masked: read.masked, personalId })
    else setUnread(true)
  })
  function take(codeNow: string, cardNow: typeof card) {
    setShown({ code: codeNow, card: cardNow, phone })
    // Both are there: nothing has to be typed.
    if (codeNow && cardNow) void submit({ ...token, ma: codeNow, so: cardNow.personalId }, { method: 'post' })
  }
  const isAtStart = start === '/sanh/cham-diem' && !code && !phone && !card && !done
  return (
    <KioskFrame centre={centre} at={at} path="/sanh/cham-diem">
      {!isAtStart && (
        <LeaveBar key={done?.mark} onLeave={leave} after={done?.mark === undefined ? undefined : thanksSeconds} />
      )}
      {done?.mark !== undefined ? (
        <>
          <h1 role="status">{t(words.thanks, { mark: done.mark })}</h1>
          {done.mark <= 2 && <p>{t(words.low)}</p>}
        </>
      ) : (
        <>
          <h1>{t(words.title)}</h1>
          {done?.found ? (
            <Form method="post">
              <FormToken />
              <SendOnce />
              <input type="hidden" name="ma" value={code} />
              <input type="hidden" name="so" value={card?.personalId ?? ''} />
              <input type="hidden" name="dt" value={phone} />
              <p>{t(words.about, { name: done.found.procedureName, code: done.found.code })}</p>
              <Faces />
            </Form>
          ) : (
            <>
              <p className="kiosk-said" role="status">
                {isUnread
                  ? t(words.unread)
                  : card
                    ? `${t(words.read, { name: card.masked })} ${t(words.more)}`
                    : t(words.show)}
              </p>
              <Form method="post" className="kiosk-card">
                <FormToken />
                {done?.refused && (
                  <p className="kiosk-refused" role="alert">
                    {t(done.refused)}
                  </p>
                )}
                {card && <input type="hidden" name="so" value={card.personalId} />}
                <SlipFields
                  key={scans}
                  code={card && !code ? undefined : code}
                  phone={phone}
                  onCode={(text) => setShown({ code: text, phone, card })}
                  onPhone={(text) => setShown({ code, phone: text, card })}
                />
                <button className="touch touch-primary touch-wide">{t(words.go)}</button>
              </Form>
              <p className="quiet">{t(words.only)}</p>
              {isAtStart && (
                <a className="touch" href="/sanh/tra-cuu">
                  <Icon name="search" /> {t(words.where)}
                </a>
              )}
            </>
          )}
        </>
      )}
    </KioskFrame>
  )
}
