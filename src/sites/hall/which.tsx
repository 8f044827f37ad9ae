import { redirect, type LoaderFunctionArgs } from 'react-router'
import { pageOf } from '../client.ts'
import { placeOf, useSay } from './hall.ts'

const words = {
  title: { vi: 'Máy này chưa được ghi vào sảnh', en: 'This machine is not registered' },
  text: {
    vi: 'Người phụ trách một cửa đăng nhập trên chính máy này, vào Trung tâm › Máy của sảnh, chọn máy này làm gì.',
    en: 'The head of the one-stop unit signs in on this machine, opens Centre › Machines of the hall, and says what it is for.',
  },
  go: { vi: 'Đăng nhập để ghi máy', en: 'Sign in to register it' },
}

export async function loader(args: LoaderFunctionArgs) {
  const { client, call } = pageOf(args)
  if (call.actor.kind !== 'device') return null
  throw redirect(placeOf[(await client.queue.whichDevice({})).kind])
}

/** Where a machine begins: it goes on to what it is for. */
export default function Which() {
  const { t } = useSay()
  return (
    <main className="hall-note">
      <h1>{t(words.title)}</h1>
      <p>{t(words.text)}</p>
      <a className="touch" href="/can-bo/dang-nhap?tiep=/can-bo/trung-tam/may">
        {t(words.go)}
      </a>
    </main>
  )
}
