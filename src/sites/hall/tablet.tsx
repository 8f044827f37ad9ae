import { useEffect } from 'react'
import {
  Form,
  useActionData,
  useLoaderData,
  useRevalidator,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
} from 'react-router'
import { Icon } from '#ui/Icon.tsx'
import { Problem } from '#values/errors.ts'
import type { Words } from '#values/words.ts'
import { FormToken } from '../FormToken.tsx'
import { textOf } from '../form-text.ts'
import { SendOnce } from '../SendOnce.tsx'
import { faces } from './faces.ts'
import { hallPage, useSay } from './hall.ts'
import { HallHead } from './HallHead.tsx'

const words = {
  desk: { vi: 'Quầy {desk}', en: 'Desk {desk}' },
  serving: { vi: 'Đang phục vụ', en: 'Serving' },
  free: { vi: 'Xin chờ gọi số', en: 'Please wait to be called' },
  closed: { vi: 'Quầy đang nghỉ', en: 'This desk is closed' },
  ask: { vi: 'Vừa được phục vụ, thấy thế nào?', en: 'How were you served?' },
  noName: { vi: 'Số {code}. Không cần ghi tên.', en: 'Number {code}. No name is asked.' },
  thanks: { vi: 'Cảm ơn ông/bà đã cho biết.', en: 'Thank you for telling us.' },
}

export async function loader(args: LoaderFunctionArgs) {
  return { ...(await hallPage(args).client.queue.viewTablet({})), at: new Date() }
}

export async function action(args: ActionFunctionArgs): Promise<{ said: Words }> {
  const { client } = hallPage(args)
  const form = await args.request.formData()
  try {
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
  const { centre, desk, state, serving, toRate, at } = useLoaderData<typeof loader>()
  const said = useActionData<{ said: Words }>()?.said
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
        {serving === null && toRate !== null ? (
          <Form method="post">
            <FormToken />
            <SendOnce />
            <input type="hidden" name="so" value={toRate.id} />
            <h1>{t(words.ask)}</h1>
            <p>{t(words.noName, { code: toRate.code })}</p>
            <div className="faces">
              {faces.map((face) => (
                <button key={face.mark} className={`touch face face-${face.mark}`} name="diem" value={face.mark}>
                  <Icon name={face.icon} size={88} />
                  {t(face.words)}
                </button>
              ))}
            </div>
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
