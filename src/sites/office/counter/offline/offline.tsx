import { useEffect, useMemo, useState } from 'react'
import { data, useLoaderData, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from 'react-router'
import { pagePolicy } from '#kernel/http/security-headers.ts'
import { dateAt } from '#values/plain-date.ts'
import { say, type Words } from '#values/words.ts'
import { lookupDataFor, lookupsFrom } from '#engines/forms/web/index.ts'
import { NoteBox } from '#ui/office/Badge.tsx'
import { Act } from '#ui/office/Button.tsx'
import { Block, PageHead, Pane, Panes } from '#ui/office/Panes.tsx'
import { titled } from '../../../titled.ts'
import { staffPage } from '../../staff.ts'
import { useOffice, useSay } from '../../use-office.ts'
import { officeWords } from '../../words.ts'
import { CounterPage } from '../CounterPage.tsx'
import { keepPage } from './keep-page.ts'
import { KeptList } from './KeptList.tsx'
import { nextSlip, type KeptReception } from './kept-receptions.ts'
import { OfflineForm, type Prepared } from './OfflineForm.tsx'
import { ProvisionalSlip } from './ProvisionalSlip.tsx'
import { useReceptions } from './use-receptions.ts'

const words = {
  title: { vi: 'Tiếp nhận khi mất mạng', en: 'Reception without a line' },
  lead: {
    vi: 'Mở trang này lúc có mạng để máy giữ sẵn. Mất mạng vẫn nhận hồ sơ ở đây; có mạng thì tự gửi.',
    en: 'Open this page while there is a line, so that the machine keeps it. Without a line go on here; all is sent by itself afterwards.',
  },
  ready: { vi: 'Máy này đã giữ sẵn trang', en: 'This machine keeps the page' },
  notReady: {
    vi: 'Trình duyệt này không giữ được trang: cần địa chỉ https và trình duyệt mới.',
    en: 'This browser cannot keep the page: it takes https and a recent browser.',
  },
  choose: { vi: 'Nhận hồ sơ mới', en: 'A new application' },
  back: { vi: 'Về danh sách thủ tục', en: 'Back to the procedures' },
  under: { vi: 'Đang nhận dưới tên {name}', en: 'Receiving as {name}' },
  middle: { vi: 'Hồ sơ đang nhận', en: 'Application' },
  list: { vi: 'Giữ ở máy này', en: 'On this machine' },
} as const satisfies Record<string, Words>

export async function loader(args: LoaderFunctionArgs) {
  const page = staffPage(args)
  const [prepared, all] = await Promise.all([
    page.client.services.prepareOffline({}),
    page.client.services.getLookups({}),
  ])
  const fields = prepared.flatMap(({ form }) => form.pages.flatMap((one) => one.fields))
  return data(
    { account: page.call.actor.account, prepared, lookups: { ...lookupDataFor(fields, all), communes: all.communes } },
    // The one page whose policy lets an address become a script: its own service worker.
    { headers: { 'Content-Security-Policy': pagePolicy(page.nonce, 'page-keeper') } },
  )
}

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders

export const meta: MetaFunction = ({ matches }) => titled(matches, words.title, officeWords.brand)

export default function Offline() {
  const { account, prepared, lookups: lookupData } = useLoaderData<typeof loader>()
  const { language, me } = useOffice()
  const t = useSay()
  const lookups = useMemo(() => lookupsFrom(lookupData), [lookupData])
  const receptions = useReceptions(account, lookups, language)
  const [openId, setOpenId] = useState<string>()
  const [isKept, setKept] = useState<boolean>()
  useEffect(() => {
    keepPage().then(setKept, () => setKept(false))
  }, [])

  const open = receptions.all.find(({ id }) => id === openId)
  const asked = open && prepared.find(({ code }) => code === open.code)
  const begin = async (one: Prepared) => {
    const id = crypto.randomUUID()
    const blank = { id, account, code: one.code, counterId: one.counter.id, post: '', papers: [], name: '' }
    await receptions.keep({ ...blank, state: 'draft', savedAt: Date.now() })
    setOpenId(id)
  }
  const handIn = async (one: KeptReception, from: Prepared, over: Partial<KeptReception>) => {
    const { why: _why, places: _places, ...before } = one
    const place = from.counters.find(({ id }) => id === (over.counterId ?? one.counterId))?.areaCode ?? 'X'
    const day = dateAt(new Date()).slice(2).replaceAll('-', '')
    await receptions.keep({
      ...before,
      ...over,
      state: 'waiting',
      slip: one.slip ?? (await nextSlip(place, day)),
      handedInAt: one.handedInAt ?? Date.now(),
    })
    void receptions.send()
  }
  return (
    <CounterPage rail={false} head={<PageHead title={t(words.title)} text={t(words.lead)} />}>
      <Panes shape="side">
        <Pane label={t(words.middle)}>
          {open && asked ? (
            <>
              <Block
                title={say(asked.name, language)}
                count={open.slip}
                right={<Act kind="link" text={t(words.back)} onAct={() => setOpenId(undefined)} />}
              />
              {open.state === 'waiting' || open.state === 'sent' ? (
                open.post !== '' && <ProvisionalSlip kept={open} prepared={asked} lookups={lookups} />
              ) : (
                <OfflineForm
                  key={`${open.id} ${open.state}`}
                  prepared={asked}
                  lookups={lookups}
                  lookupData={lookupData}
                  kept={open}
                  onTyped={(over) => void receptions.keepTyped(open.id, over)}
                  onHandedIn={(over) => void handIn(open, asked, over)}
                />
              )}
            </>
          ) : (
            <>
              <Block>
                <p className="quiet">{t(words.under, { name: me.name })}</p>
                {isKept !== undefined && (
                  <NoteBox tone={isKept ? 'good' : 'late'} icon={isKept ? 'check' : 'alert-circle'}>
                    <p>{t(isKept ? words.ready : words.notReady)}</p>
                  </NoteBox>
                )}
              </Block>
              <Block title={t(words.choose)}>
                <ul className="offline-choices">
                  {prepared.map((one) => (
                    <li key={one.code}>
                      <Act kind="link" text={say(one.name, language)} onAct={() => void begin(one)} />
                    </li>
                  ))}
                </ul>
              </Block>
            </>
          )}
        </Pane>
        <Pane label={t(words.list)} ground="ground">
          <KeptList receptions={receptions} account={account} procedures={prepared} onOpen={setOpenId} />
        </Pane>
      </Panes>
    </CounterPage>
  )
}
