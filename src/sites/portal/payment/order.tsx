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
import { say, type Words } from '#values/words.ts'
import { mustBe, pageOf } from '../../client.ts'
import { titled } from '../title.tsx'
import { Going } from './Going.tsx'
import { NotPaid } from './NotPaid.tsx'
import { Paid } from './Paid.tsx'
import { Waiting } from './Waiting.tsx'

const page: Words = { vi: 'Thanh toán', en: 'Payment' }

export async function loader(args: LoaderFunctionArgs) {
  const page = pageOf(args)
  mustBe(page, 'citizen', args.url)
  return {
    language: page.language,
    now: new Date(),
    /** On the way to the page of the platform, not back from it. */
    isGoing: new URL(args.request.url).searchParams.has('di'),
    order: await page.client.payments.getOrder({ id: args.params['id'] ?? '' }),
  }
}

/** Asks the bank again, or begins anew. */
export async function action(args: ActionFunctionArgs) {
  const { client, language } = pageOf(args)
  const id = args.params['id'] ?? ''
  const form = await args.request.formData()
  try {
    if (form.has('hoi')) {
      await client.payments.askAgain({ id })
      return redirect(`/thanh-toan/${id}`)
    }
    await client.payments.startPayment({ id })
    return redirect(`/thanh-toan/${id}?di=1`)
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return data({ error: say(error.words, language) }, { status: error.status })
  }
}

export const meta: MetaFunction = ({ matches }) => titled(matches, page)

export default function OrderPage() {
  const { language, now, isGoing, order } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  const props = { language, order, error: failed?.error }
  if (order.state === 'paid') return <Paid language={language} order={order} />
  const isUnderWay = order.attempt?.state === 'new' || order.attempt?.state === 'pending'
  if (order.state === 'due' && isUnderWay) return isGoing ? <Going {...props} /> : <Waiting {...props} now={now} />
  return <NotPaid {...props} />
}
