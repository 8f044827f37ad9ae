import { useState } from 'react'
import { data, Form, useLoaderData, useNavigate, type LoaderFunctionArgs } from 'react-router'
import { Problem } from '#values/errors.ts'
import { dateAt } from '#values/plain-date.ts'
import { showFullDate } from '#values/show-time.ts'
import { hallPage, placeOf, useSay } from './hall.ts'
import { KioskFrame } from './KioskFrame.tsx'
import { LeaveBar } from './LeaveBar.tsx'
import { SlipFields } from './SlipFields.tsx'
import { useScanner } from './use-scanner.ts'
import { readScan } from './card.ts'

const words = {
  title: { vi: 'Hồ sơ đến đâu rồi?', en: 'Where is my dossier?' },
  code: { vi: 'Mã hồ sơ trên giấy hẹn', en: 'Dossier code on the slip' },
  see: { vi: 'Xem hồ sơ', en: 'Show' },
  notFound: {
    vi: 'Không thấy hồ sơ nào có mã và số điện thoại này. Xem lại từng chữ số.',
    en: 'No dossier has this code and phone. Check each digit.',
  },
  notSlip: {
    vi: 'Mã vừa đưa không phải mã trên giấy hẹn. Đưa mã QR của giấy hẹn, hoặc gõ mã hồ sơ.',
    en: 'This is not the code of a slip. Hold the QR code of the slip, or type the code of the dossier.',
  },
  procedure: { vi: 'Thủ tục', en: 'Procedure' },
  promised: { vi: 'Hẹn trả', en: 'Due' },
  notYet: { vi: 'Chưa có, sẽ báo khi tiếp nhận', en: 'Not yet; told on reception' },
  who: { vi: 'Ai đang làm', en: 'Who acts' },
  only: {
    vi: 'Máy chỉ cho xem tình trạng và ngày. Rời máy là xóa hết.',
    en: 'Only state and dates are shown. Nothing stays when you leave.',
  },
}

export async function loader(args: LoaderFunctionArgs) {
  const { client } = hallPage(args)
  const query = new URL(args.request.url).searchParams
  const code = (query.get('ma') ?? '').trim()
  const phoneEnd = (query.get('dt') ?? '').trim()
  const { kind, centre } = await client.queue.whichDevice({})
  const shown = { centre, start: placeOf[kind], at: new Date(), code }
  if (phoneEnd === '') return { ...shown, refused: undefined, dossier: undefined }
  try {
    return { ...shown, refused: undefined, dossier: await client.services.lookUpDossier({ code, phoneEnd }) }
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    const refused = error.code === 'tooMany' ? error.words : words.notFound
    return data({ ...shown, refused, dossier: undefined }, { status: error.status })
  }
}

/** State and dates of a dossier for whoever has its code and knows the phone that was given. */
export default function HallLookUp() {
  const { centre, start, at, code, refused, dossier } = useLoaderData<typeof loader>()
  const { t, language } = useSay()
  const navigate = useNavigate()
  const leave = () => void navigate(start, { replace: true })
  const [isOther, setOther] = useState(false)
  useScanner((text) => {
    const read = readScan(text, new Date())
    setOther(read?.kind !== 'slip')
    if (read?.kind === 'slip') void navigate(`/sanh/tra-cuu?ma=${encodeURIComponent(read.code)}`, { replace: true })
  })
  return (
    <KioskFrame centre={centre} at={at} path="/sanh/tra-cuu">
      <LeaveBar onLeave={leave} />
      <h1>{t(words.title)}</h1>
      {dossier ? (
        <section className="kiosk-card kiosk-found">
          <h2>{t(dossier.nextWords)}</h2>
          <dl className="kiosk-facts">
            <dt>{t(words.procedure)}</dt>
            <dd>{dossier.procedureName}</dd>
            <dt>{t(words.code)}</dt>
            <dd>{dossier.code}</dd>
            <dt>{t(words.promised)}</dt>
            <dd>{dossier.promised ? showFullDate(dateAt(dossier.promised), language) : t(words.notYet)}</dd>
            <dt>{t(words.who)}</dt>
            <dd>{dossier.whoActs}</dd>
          </dl>
        </section>
      ) : (
        <Typing key={code} code={code} refused={isOther ? t(words.notSlip) : refused && t(refused)} />
      )}
      <p className="quiet">{t(words.only)}</p>
    </KioskFrame>
  )
}

/** What names the dossier, and the second fact. */
function Typing({ code: first, refused }: { readonly code: string; readonly refused: string | undefined }) {
  const { t } = useSay()
  const [code, setCode] = useState(first)
  const [phone, setPhone] = useState('')
  return (
    <Form method="get" className="kiosk-card" replace>
      {refused && (
        <p className="kiosk-refused" role="alert">
          {refused}
        </p>
      )}
      <SlipFields code={code} phone={phone} onCode={setCode} onPhone={setPhone} />
      <button className="touch touch-primary touch-wide">{t(words.see)}</button>
    </Form>
  )
}
