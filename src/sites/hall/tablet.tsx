import { useEffect } from 'react'
import {
  Form,
  useActionData,
  useLoaderData,
  useRevalidator,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
} from 'react-router'
import { Problem } from '#values/errors.ts'
import type { Words } from '#values/words.ts'
import { FormToken } from '../FormToken.tsx'
import { textOf } from '../form-text.ts'
import { SendOnce } from '../SendOnce.tsx'
import { Faces } from './Faces.tsx'
import { hallPage, useSay } from './hall.ts'
import { HallHead } from './HallHead.tsx'
import { useSaid } from './use-said.ts'

const words = {
  desk: { vi: 'Quầy {desk}', en: 'Desk {desk}' },
  serving: { vi: 'Đang phục vụ', en: 'Serving' },
  free: { vi: 'Xin chờ gọi số', en: 'Please wait to be called' },
  closed: { vi: 'Quầy đang nghỉ', en: 'This desk is closed' },
  ask: { vi: 'Vừa được phục vụ, thấy thế nào?', en: 'How were you served?' },
  noName: { vi: 'Số {code}. Không cần ghi tên.', en: 'Number {code}. No name is asked.' },
  read: {
    vi: 'Xin đọc kỹ. Đúng thì bấm Đúng, chưa đúng chỗ nào thì nói cán bộ sửa.',
    en: 'Please read with care. Press Right, or tell the officer what is not.',
  },
  right: { vi: 'Đúng', en: 'Right' },
  wrong: { vi: 'Chưa đúng', en: 'Not right' },
  confirmed: { vi: 'Đã xác nhận.', en: 'Confirmed.' },
  objected: { vi: 'Cán bộ đã biết. Xin nói chỗ chưa đúng.', en: 'The officer knows. Please say what is not right.' },
  thanks: { vi: 'Cảm ơn ông/bà đã cho biết.', en: 'Thank you for telling us.' },
}

export async function loader(args: LoaderFunctionArgs) {
  return { ...(await hallPage(args).client.queue.viewTablet({})), at: new Date() }
}

export async function action(args: ActionFunctionArgs): Promise<{ said: Words }> {
  const { client } = hallPage(args)
  const form = await args.request.formData()
  try {
    if (form.has('dung')) {
      const isRight = textOf(form, 'dung') === 'co'
      await client.queue.answerConfirmation({ id: textOf(form, 'xac-nhan'), isRight })
      return { said: isRight ? words.confirmed : words.objected }
    }
    await client.queue.rateTicket({ id: textOf(form, 'so'), mark: Number(textOf(form, 'diem')) })
    return { said: words.thanks }
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return { said: error.words }
  }
}

const refreshMs = 2000

/** The tablet at a desk: whose turn it is, and afterwards how it was. */
export default function Tablet() {
  const { centre, desk, state, serving, toConfirm, toRate, at } = useLoaderData<typeof loader>()
  const said = useSaid(useActionData<{ said: Words }>()?.said)
  const { t } = useSay()
  const { revalidate } = useRevalidator()
  useEffect(() => {
    const timer = setInterval(() => void revalidate(), refreshMs)
    return () => clearInterval(timer)
  }, [revalidate])
  return (
    <div className="tablet">
      <HallHead centre={centre} at={at} />
      <main className="tablet-main">
        <p className="tablet-desk">{t(words.desk, { desk })}</p>
        {toConfirm !== null ? (
          <Confirm asked={toConfirm} />
        ) : serving === null && toRate !== null ? (
          <Form method="post">
            <FormToken />
            <SendOnce />
            <input type="hidden" name="so" value={toRate.id} />
            <h1>{t(words.ask)}</h1>
            <p>{t(words.noName, { code: toRate.code })}</p>
            <Faces />
          </Form>
        ) : serving === null ? (
          <h1 role="status">{said ? t(said) : t(state === 'open' ? words.free : words.closed)}</h1>
        ) : (
          <>
            <h1>{t(words.serving)}</h1>
            <p className="ticket-code">{serving}</p>
          </>
        )}
      </main>
    </div>
  )
}

/** What the officer typed, to be read by the one it is about: right, or not yet. */
function Confirm({ asked }: { readonly asked: NonNullable<Awaited<ReturnType<typeof loader>>['toConfirm']> }) {
  const { t } = useSay()
  return (
    <Form method="post" className="tablet-confirm">
      <FormToken />
      <SendOnce />
      <input type="hidden" name="xac-nhan" value={asked.id} />
      <h1>{asked.title}</h1>
      <p>{t(words.read)}</p>
      <dl className="kiosk-facts" tabIndex={0}>
        {asked.lines.map(({ label, value }, order) => (
          <div key={order}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <div className="kiosk-grounds">
        <button className="touch" name="dung" value="chua">
          {t(words.wrong)}
        </button>
        <button className="touch touch-primary" name="dung" value="co">
          {t(words.right)}
        </button>
      </div>
    </Form>
  )
}
