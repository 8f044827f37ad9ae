import {
  redirect,
  useLoaderData,
  useNavigate,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from 'react-router'
import { Problem } from '#values/errors.ts'
import type { Words } from '#values/words.ts'
import { lookupDataFor } from '#engines/forms/web/index.ts'
import type { Bindings } from '#ui/keymap.ts'
import { Act } from '#ui/office/Button.tsx'
import { PageHead } from '#ui/office/Panes.tsx'
import { Failure } from '#ui/office/States.tsx'
import { unlessGone, type Page } from '../../client.ts'
import { staffPage, tried } from '../staff.ts'
import { useSay } from '../use-office.ts'
import { ChooseProcedure } from './ChooseProcedure.tsx'
import { DeskStrip } from '../queue/DeskStrip.tsx'
import { CounterPage } from './CounterPage.tsx'
import { receive, type Again } from './receive.ts'
import { Receiving } from './Receiving.tsx'
import { draftHref, readReceptionPlace, receptionHref, type ReceptionPlace } from './reception-address.ts'
import { titled } from '../../titled.ts'
import { officeWords } from '../words.ts'

const words = {
  title: { vi: 'Tiếp nhận hồ sơ tại quầy', en: 'Reception at the counter' },
  lead: {
    vi: 'Chọn thủ tục trước; tờ khai, giấy tờ và ngày hẹn theo thủ tục đó.',
    en: 'Choose the procedure first; form, papers and date follow.',
  },
  assistedTitle: { vi: 'Hỗ trợ người dân nộp trực tuyến', en: 'Help to file online' },
  assistedLead: {
    vi: 'Hồ sơ đứng tên người dân và gửi đến đúng nơi tiếp nhận, kể cả cấp khác; ghi rõ ai hỗ trợ.',
    en: 'Filed in the citizen’s name with the right counter, of any tier; who helped is recorded.',
  },
  cannot: { vi: 'Không mở được hồ sơ này ở quầy', en: 'This cannot be opened at the counter' },
  ask: { vi: 'Mã để hỏi: {code}', en: 'Number to ask with: {code}' },
  other: { vi: 'Về Quầy một cửa', en: 'Back to the counter' },
  assist: { vi: 'Hỗ trợ nộp trực tuyến thủ tục này', en: 'Help to file it online' },
  keyProcedure: { vi: 'thủ tục', en: 'procedure' },
} as const satisfies Record<string, Words>

export async function loader(args: LoaderFunctionArgs) {
  const page = staffPage(args)
  const url = new URL(args.request.url)
  const at = readReceptionPlace(url)
  if (at.code === '' && at.draftId === '')
    return {
      at,
      desk: await deskNow(page),
      ...(await choices(page, at, url.searchParams.get('tim') ?? '')),
    }
  // The draft has its name from the start, so that a page loaded again finds what was typed.
  if (at.draftId === '') throw redirect(receptionHref({ ...at, draftId: crypto.randomUUID() }))
  const ready = await tried(page, async () => {
    const draft = await keptDraft(page, at)
    const where = draft === undefined ? at : { ...at, code: draft.code, isAssisted: draft.isAssisted }
    return { ...(await prepared(page, where, draft?.counterId)), at: where, draft }
  })
  return {
    at,
    choose: undefined,
    failed: 'failed' in ready ? ready.failed : undefined,
    ready: 'failed' in ready ? undefined : ready.value,
    desk: await deskNow(page),
  }
}

/** What goes on at the desk where the officer sits, where there is a queue. */
async function deskNow({ client }: Page) {
  const view = await unlessGone(() => client.queue.viewDesk({}))
  return view?.desk ? view : undefined
}

async function choices(page: Page, { isAssisted }: ReceptionPlace, asked: string) {
  const text = asked.trim()
  const { client } = page
  const found = await tried(page, () =>
    Promise.all([
      client.services.findProcedures({ text: text === '' ? undefined : text.slice(0, 200), limit: 200 }),
      client.services.listCounters({}),
      client.services.listCounterDrafts({}),
    ]),
  )
  if ('failed' in found) return { choose: undefined, failed: found.failed, ready: undefined }
  const [{ rows }, counters, drafts] = found.value
  return {
    choose: {
      text,
      isAssisted,
      tiers: counters.map((counter) => counter.tier),
      found: rows.filter((one) => one.isComplete && (!isAssisted || (one.onlineLevel ?? 1) >= 3)),
      drafts,
    },
    failed: undefined,
    ready: undefined,
  }
}

/** What was typed under this address before, if anything was. */
async function keptDraft({ client }: Page, at: ReceptionPlace) {
  try {
    return await client.services.getCounterDraft({ id: at.draftId })
  } catch (error) {
    if (error instanceof Problem && error.code === 'notFound' && at.code !== '') return undefined
    throw error
  }
}

async function prepared({ client }: Page, { code, isAssisted }: ReceptionPlace, counterId?: string) {
  const [reception, all] = await Promise.all([
    client.services.prepareReception({ code, channel: isAssisted ? 'online' : 'counter', counterId }),
    client.services.getLookups({}),
  ])
  const fields = reception.form.pages.flatMap((one) => one.fields)
  return { prepared: reception, lookups: { ...lookupDataFor(fields, all), communes: all.communes } }
}

export async function action(args: ActionFunctionArgs) {
  const page = staffPage(args)
  const text = await args.request.text()
  const form = new URLSearchParams(text)
  const { services } = page.client
  try {
    if (form.has('lam-tiep')) {
      const taken = await services.takeCounterDraft({ id: form.get('lam-tiep') ?? '' })
      return redirect(draftHref(taken))
    }
    if (form.has('bo-nhap')) {
      await services.discardCounterDraft({ id: form.get('bo-nhap') ?? '' })
      return redirect('/can-bo/quay')
    }
  } catch (error) {
    // Somebody was quicker: the list that follows shows how things stand.
    if (!(error instanceof Problem)) throw error
    return redirect('/can-bo/quay')
  }
  return receive(page, readReceptionPlace(new URL(args.request.url)), text)
}

export type { Again }

export const meta: MetaFunction<typeof loader> = ({ loaderData, matches }) =>
  titled(matches, loaderData?.ready?.prepared.name ?? words.title, officeWords.brand)

export default function Reception() {
  const { at, choose, failed, ready, desk } = useLoaderData<typeof loader>()
  const t = useSay()
  const navigate = useNavigate()
  const keys: Bindings = {
    extra: {
      f6: () => (document.querySelector<HTMLElement>('#tim') ?? { focus: () => void navigate('/can-bo/quay') }).focus(),
    },
  }
  if (ready !== undefined) return <Receiving key={ready.at.draftId} {...ready} desk={desk} />
  return (
    <CounterPage
      rail={false}
      head={
        <PageHead
          title={t(at.isAssisted ? words.assistedTitle : words.title)}
          text={t(at.isAssisted ? words.assistedLead : words.lead)}
        />
      }
      keys={keys}
      hints={[{ caps: ['F6'], text: t(words.keyProcedure) }]}
    >
      {desk && <DeskStrip view={desk} />}
      {failed || choose === undefined ? (
        <Failure
          title={t(words.cannot)}
          text={failed ? t(failed.words) : ''}
          actions={
            <>
              <Act kind="primary" text={t(words.other)} href="/can-bo/quay" />
              {failed?.code === 'notHere' && (
                <Act icon="world" text={t(words.assist)} href={receptionHref({ code: at.code, isAssisted: true })} />
              )}
            </>
          }
          incident={failed && t(words.ask, { code: failed.incident })}
        />
      ) : (
        <ChooseProcedure {...choose} />
      )}
    </CounterPage>
  )
}
