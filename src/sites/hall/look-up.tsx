import { useState } from 'react'
import { data, Form, useLoaderData, useNavigate, type LoaderFunctionArgs } from 'react-router'
import { Icon } from '#ui/Icon.tsx'
import { Problem } from '#values/errors.ts'
import { dateAt } from '#values/plain-date.ts'
import { showFullDate } from '#values/show-time.ts'
import { hallPage, useSay } from './hall.ts'
import { KeyPad } from './KeyPad.tsx'
import { KioskFrame } from './KioskFrame.tsx'
import { useLeave } from './use-leave.ts'
import { useScanner } from './use-scanner.ts'
import { readScan } from './card.ts'

const words = {
  title: { vi: 'Hồ sơ đến đâu rồi?', en: 'Where is my dossier?' },
  other: { vi: 'Làm việc khác', en: 'Something else' },
  closes: { vi: 'Tự đóng sau {seconds} giây', en: 'Closes in {seconds} seconds' },
  code: { vi: 'Mã hồ sơ trên giấy hẹn', en: 'Dossier code on the slip' },
  phone: { vi: '4 số cuối điện thoại đã khai', en: 'Last 4 digits of the phone given' },
  see: { vi: 'Xem hồ sơ', en: 'Show' },
  notFound: {
    vi: 'Không thấy hồ sơ nào có mã và số điện thoại này. Xem lại từng chữ số.',
    en: 'No dossier has this code and phone. Check each digit.',
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
  const shown = { centre: (await client.queue.viewKiosk({})).centre, at: new Date(), code }
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
  const { centre, at, code, refused, dossier } = useLoaderData<typeof loader>()
  const { t, language } = useSay()
  const navigate = useNavigate()
  const leave = () => void navigate('/sanh/lay-so', { replace: true })
  const left = useLeave(leave)
  useScanner((text) => {
    const read = readScan(text, new Date())
    if (read?.kind === 'slip') void navigate(`/sanh/tra-cuu?ma=${encodeURIComponent(read.code)}`, { replace: true })
  })
  return (
    <KioskFrame centre={centre} at={at} path="/sanh/tra-cuu">
      <div className="kiosk-bar">
        <button type="button" className="touch" onClick={leave}>
          <Icon name="arrow-left" /> {t(words.other)}
        </button>
        <span>
          <Icon name="clock" /> {t(words.closes, { seconds: left })}
        </span>
      </div>
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
        <Typing key={code} code={code} refused={refused && t(refused)} />
      )}
      <p className="quiet">{t(words.only)}</p>
    </KioskFrame>
  )
}

/** Code and digits, typed on the screen: such machines have no keyboard. */
function Typing({ code: first, refused }: { readonly code: string; readonly refused: string | undefined }) {
  const { t } = useSay()
  const [code, setCode] = useState(first)
  const [phone, setPhone] = useState('')
  const [isPhone, setIsPhone] = useState(first !== '')
  const [text, setText] = isPhone ? [phone, setPhone] : [code, setCode]
  return (
    <Form method="get" className="kiosk-card" replace>
      {refused && (
        <p className="kiosk-refused" role="alert">
          {refused}
        </p>
      )}
      <label>
        {t(words.code)}
        <input
          name="ma"
          value={code}
          inputMode="none"
          onFocus={() => setIsPhone(false)}
          onChange={(event) => setCode(event.target.value)}
        />
      </label>
      <label>
        {t(words.phone)}
        <input
          name="dt"
          value={phone}
          inputMode="none"
          maxLength={4}
          onFocus={() => setIsPhone(true)}
          onChange={(event) => setPhone(event.target.value)}
        />
      </label>
      <KeyPad keys={isPhone ? '1234567890' : '1234567890H.-'} text={text} onText={setText} />
      <button className="touch touch-primary touch-wide">{t(words.see)}</button>
    </Form>
  )
}
