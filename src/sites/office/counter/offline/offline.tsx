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
import type { KeptReception } from './kept-receptions.ts'
import { OfflineForm, type Prepared } from './OfflineForm.tsx'
import { OpenHere } from './OpenHere.tsx'
import { ProvisionalSlip } from './ProvisionalSlip.tsx'
import { askTime, officialTime } from './server-clock.ts'
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
  full: {
    vi: 'Máy này hết chỗ: điều vừa nhập, vừa quét chưa được giữ. Bỏ bớt tệp quét hoặc dọn chỗ trên máy, rồi sửa lại một ô để giữ.',
    en: 'This machine has no room: what was typed or scanned last is not kept. Take scans out or make room, then change a field to keep it.',
  },
  broken: {
    vi: 'Trình duyệt không giữ được điều vừa nhập. Đóng các cửa sổ khác của trang này, rồi sửa lại một ô để giữ.',
    en: 'The browser does not keep what was typed last. Close other windows of this page, then change a field to keep it.',
  },
  clock: {
    vi: 'Đồng hồ máy này chạy lùi. Sửa giờ của máy: đến lúc ấy biên nhận ghi giờ máy có mạng lần cuối.',
    en: 'The clock of this machine went back. Put it right: until then slips say when it last had a line.',
  },
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
  const [isClockWrong, setClockWrong] = useState(false)
  useEffect(() => {
    keepPage().then(setKept, () => setKept(false))
    // With a line the clock is asked for; without one it is looked at.
    void askTime()
      .then(() => officialTime())
      .then(({ isWrong }) => setClockWrong(isWrong))
  }, [])

  const open = receptions.all.find(({ id }) => id === openId)
  const asked = open && prepared.find(({ code }) => code === open.code)
  const begin = async (one: Prepared) => {
    const id = crypto.randomUUID()
    const blank = { id, account, code: one.code, counterId: one.counter.id, post: '', papers: [], name: '' }
    if (await receptions.keep({ ...blank, state: 'draft', savedAt: Date.now() })) setOpenId(id)
  }
  const handIn = async (one: KeptReception, from: Prepared, given: Partial<KeptReception>) => {
    const place = from.counters.find(({ id }) => id === (given.counterId ?? one.counterId))?.areaCode ?? 'X'
    const { now } = await officialTime()
    const day = dateAt(new Date(now)).slice(2).replaceAll('-', '')
    if (await receptions.handIn(one.id, given, { place, day, now })) void receptions.send()
  }
  return (
    <CounterPage rail={false} head={<PageHead title={t(words.title)} text={t(words.lead)} />}>
      <Panes shape="side">
        <Pane label={t(words.middle)}>
          {receptions.trouble && (
            <Block>
              <NoteBox tone="late" icon="alert-circle" live>
                <p>{t(words[receptions.trouble])}</p>
              </NoteBox>
            </Block>
          )}
          {isClockWrong && (
            <Block>
              <NoteBox tone="late" icon="clock" live>
                <p>{t(words.clock)}</p>
              </NoteBox>
            </Block>
          )}
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
                <OpenHere key={`${open.id} ${open.state}`} id={open.id} refresh={receptions.refresh}>
                  <OfflineForm
                    prepared={asked}
                    lookups={lookups}
                    lookupData={lookupData}
                    kept={open}
                    onTyped={(over) => void receptions.keepTyped(open.id, over)}
                    onHandedIn={(over) => handIn(open, asked, over)}
                  />
                </OpenHere>
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
