import { redirect, type LoaderFunctionArgs } from 'react-router'
import { mustBe, pageOf, unlessGone } from '../../client.ts'

/** Back from the page of the platform: it is asked at once what became of it, for its own message may be lost. */
export async function loader(args: LoaderFunctionArgs) {
  const page = pageOf(args)
  mustBe(page, 'citizen', args.url)
  const reference = new URL(args.request.url).searchParams.get('MaThamChieu') ?? ''
  const order =
    reference.length === 0 || reference.length > 60
      ? undefined
      : await unlessGone(() => page.client.payments.noteReturn({ reference }))
  return redirect(order === undefined ? '/trang-cua-toi' : `/thanh-toan/${order.id}`)
}
