import { useEffect, useState } from 'react'
import {
  Form,
  useLoaderData,
  useNavigate,
  useNavigation,
  useRevalidator,
  useSubmit,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
} from 'react-router'
import { Icon } from '#ui/Icon.tsx'
import { Problem } from '#values/errors.ts'
import { priorities, type Priority, type TicketTaken } from '#engines/queue/contract.ts'
import { FormToken, useFormToken } from '../FormToken.tsx'
import { textOf } from '../form-text.ts'
import { SendOnce } from '../SendOnce.tsx'
import { useLastAnswer } from '../use-last-answer.ts'
import { readScan, type Scanned } from './card.ts'
import { hallPage, useSay } from './hall.ts'
import { KioskFrame } from './KioskFrame.tsx'
import { Ticket } from './Ticket.tsx'
import { useScanner } from './use-scanner.ts'
import { sayWait } from './words.ts'

const words = {
  title: { vi: 'Chạm vào việc cần làm', en: 'Touch what you came for' },
  take: { vi: 'Lấy số thứ tự', en: 'Take a number' },
  where: { vi: 'Hồ sơ đến đâu rồi?', en: 'Where is my dossier?' },
  how: { vi: 'Nhận kết quả rồi?', en: 'You have your result?' },
  rate: { vi: 'Chấm điểm', en: 'Rate how you were served' },
  scan: {
    vi: 'Đưa mã QR trên giấy hẹn vào ô kính bên dưới màn hình.',
    en: 'Hold the QR code of the slip under the glass.',
  },
  type: { vi: 'Không có giấy: gõ mã', en: 'No slip: type the code' },
  card: {
    vi: 'Có mã hẹn, hoặc từ 60 tuổi có thẻ căn cước: đưa vào ô kính để được gọi trước.',
    en: 'An appointment, or the identity card of the elderly: hold it under the glass to be called first.',
  },
  read: {
    vi: 'Đã đọc thẻ của {name}. Chạm vào việc cần làm.',
    en: 'Read the card of {name}. Touch what you came for.',
  },
  readElderly: {
    vi: 'Đã đọc thẻ của {name}: từ 60 tuổi, được gọi trước. Chạm vào việc cần làm.',
    en: 'Read the card of {name}: from 60 years on, called first. Touch what you came for.',
  },
  unread: {
    vi: 'Chưa đọc được mã này. Xin đưa lại cho phẳng.',
    en: 'This code could not be read. Hold it flat, please.',
  },
}

interface Done {
  readonly ticket?: TicketTaken
  readonly refused?: { readonly vi: string; readonly en: string }
}

const isPriority = (text: string): text is Priority => (priorities as readonly string[]).includes(text)

export async function loader(args: LoaderFunctionArgs) {
  const { client, publicUrl } = hallPage(args)
  return { ...(await client.queue.viewKiosk({})), publicUrl, at: new Date() }
}

export async function action(args: ActionFunctionArgs): Promise<Done> {
  const { client } = hallPage(args)
  const form = await args.request.formData()
  const said = textOf(form, 'uu-tien')
  const priority = isPriority(said) ? said : undefined
  try {
    if (form.has('so') && priority !== undefined)
      return { ticket: await client.queue.claimPriority({ id: textOf(form, 'so'), priority }) }
    if (form.has('hen')) return { ticket: await client.queue.checkIn({ code: textOf(form, 'hen') }) }
    return { ticket: await client.queue.takeTicket({ serviceId: textOf(form, 'viec'), priority }) }
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return { refused: error.words }
  }
}

/** How many wait changes while nobody touches anything. */
const refreshMs = 15_000

/** The kiosk at the entrance: one touch for a number. */
export default function Kiosk() {
  const { centre, services, publicUrl, at } = useLoaderData<typeof loader>()
  const done = useLastAnswer<Done>()
  const { t, language } = useSay()
  const navigate = useNavigate()
  const submit = useSubmit()
  const token = useFormToken()
  const { state } = useNavigation()
  const { revalidate } = useRevalidator()
  const [scanned, setScanned] = useState<Scanned | 'unread'>()
  useEffect(() => {
    const timer = setInterval(() => void revalidate(), refreshMs)
    return () => clearInterval(timer)
  }, [revalidate])
  useScanner((text) => {
    // By the clock of the server: who is sixty today is not for the clock of a kiosk to say.
    const read = readScan(text, at)
    if (read?.kind === 'appointment') void submit({ ...token, hen: read.code }, { method: 'post' })
    else if (read?.kind === 'slip') void navigate(`/sanh/tra-cuu?ma=${encodeURIComponent(read.code)}`)
    else setScanned(read ?? 'unread')
  })
  const leave = () => {
    setScanned(undefined)
    void navigate('/sanh/lay-so', { replace: true })
  }
  const card = scanned !== 'unread' && scanned?.kind === 'card' ? scanned : undefined
  return (
    <KioskFrame centre={centre} at={at} path="/sanh/lay-so">
      {done?.ticket ? (
        <Ticket
          key={done.ticket.id}
          ticket={done.ticket}
          address={`${publicUrl}/xep-hang/${done.ticket.id}`}
          onLeave={leave}
        />
      ) : (
        <>
          <h1>{t(words.title)}</h1>
          <p className="kiosk-said" role="status">
            {done?.refused
              ? t(done.refused)
              : scanned === 'unread'
                ? t(words.unread)
                : card
                  ? t(card.isElderly ? words.readElderly : words.read, { name: card.masked })
                  : t(words.card)}
          </p>
          <Form method="post" aria-busy={state === 'submitting'}>
            <FormToken />
            <SendOnce />
            {card?.isElderly && <input type="hidden" name="uu-tien" value="elderly" />}
            <h2>
              <Icon name="ticket" /> {t(words.take)}
            </h2>
            <div className="kiosk-services">
              {services.map((service) => (
                <button key={service.id} className="touch touch-service" name="viec" value={service.id}>
                  <Icon name={service.icon} size={44} />
                  <b>{service.name[language]}</b>
                  <span>{sayWait(service, language)}</span>
                </button>
              ))}
            </div>
          </Form>
          <section className="kiosk-card">
            <h2>
              <Icon name="mood-smile" /> {t(words.how)}
            </h2>
            <a className="touch" href="/sanh/cham-diem">
              {t(words.rate)}
            </a>
          </section>
          <section className="kiosk-card">
            <h2>
              <Icon name="search" /> {t(words.where)}
            </h2>
            <p>{t(words.scan)}</p>
            <a className="touch" href="/sanh/tra-cuu">
              {t(words.type)}
            </a>
          </section>
        </>
      )}
    </KioskFrame>
  )
}
