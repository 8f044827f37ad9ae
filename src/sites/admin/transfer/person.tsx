import {
  redirect,
  useActionData,
  useLoaderData,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from 'react-router'
import type { Client } from '#engines/contract.ts'
import { addDays, dateAt, isPlainDate, type PlainDate } from '#values/plain-date.ts'
import { showDate } from '#values/show-time.ts'
import type { Words } from '#values/words.ts'
import { History } from '#ui/office/History.tsx'
import { LineList } from '#ui/office/Lines.tsx'
import { Block, PageHead, Pane, Panes } from '#ui/office/Panes.tsx'
import { EmptyState } from '#ui/office/States.tsx'
import { RefusedNote } from '../../office/RefusedNote.tsx'
import { refusedAnswer, staffPage, tried } from '../../office/staff.ts'
import type { Page } from '../../client.ts'
import { titled } from '../../titled.ts'
import { AdminPage } from '../AdminPage.tsx'
import { useAdmin, useSay } from '../use-admin.ts'
import { adminWords } from '../words.ts'
import { DecideForm } from './DecideForm.tsx'
import { GoesAlong } from './GoesAlong.tsx'
import { PlanForm } from './PlanForm.tsx'
import { PostCards, Posts } from './Posts.tsx'
import { planOf, readTyped, type TypedPost } from './read-plan.ts'
import { statusWords } from './words.ts'

const words = {
  born: { vi: 'Sinh {day}', en: 'Born {day}' },
  now: { vi: 'Đang giữ', en: 'Holds' },
  history: { vi: 'Quá trình', en: 'History' },
  since: { vi: 'từ {day}', en: 'since {day}' },
  decisions: { vi: 'Các quyết định', en: 'Decisions' },
  plan: { vi: 'Quyết định về người này', en: 'A decision about them' },
  start: { vi: 'Điền quyết định để xem trước', en: 'Fill in the decision to look ahead' },
  startText: {
    vi: 'Xem trước không ghi gì. Quyền, hộp việc, việc đang giữ, quyền ký, ủy quyền và tài khoản đổi thế nào hiện ở đây.',
    en: 'Looking writes nothing. How rights, inbox, work, signing, delegations and account change shows here.',
  },
} as const satisfies Record<string, Words>

export async function loader(args: LoaderFunctionArgs) {
  const page = staffPage(args)
  const { client } = page
  const id = args.params['id'] ?? ''
  const typed = readTyped(new URL(args.request.url).searchParams)
  const { effectiveOn } = typed
  const today = dateAt(new Date())
  const asOf = isPlainDate(effectiveOn) ? effectiveOn : today
  const plan = effectiveOn < today ? undefined : planOf(id, typed)
  const isSaid = plan !== undefined && (plan.leaves || plan.ends.length + plan.begins.length > 0)
  const [official, units, posts, preview] = await Promise.all([
    client.directory.viewOfficial({ id }),
    typed.where === '' ? [] : unitsCalled(client, typed.where, asOf),
    postsThen(page, typed.begins, asOf),
    isSaid ? tried(page, () => client.directory.previewTransfer({ plan })) : undefined,
  ])
  // Of one alone there is no choice; one of an earlier search is none of these.
  const chosen = units.length === 1 ? units[0] : units.find((one) => one.id === typed.unit)
  const unit = chosen && (await client.directory.getUnit({ id: chosen.id, asOf }))
  return { today, official, typed, units, unit, posts, plan, preview }
}

/** The posts that they get, by their ids, with who holds them on the day; one that is not there then is missing. */
async function postsThen(page: Page, begins: readonly TypedPost[], asOf: PlainDate) {
  const units = [...new Set(begins.map((one) => one.unit))]
  const read = await Promise.all(units.map((id) => tried(page, () => page.client.directory.getUnit({ id, asOf }))))
  return Object.fromEntries(
    read.flatMap((unit) => ('value' in unit ? unit.value.posts.map((post) => [post.id, post] as const) : [])),
  )
}

/** Units of a name, each with the agency that it belongs to: divisions are called alike everywhere. */
async function unitsCalled(client: Client, text: string, asOf: PlainDate) {
  const found = await client.directory.findUnits({ text, asOf, limit: 20 })
  const agencies = [...new Set(found.map(({ agencyId }) => agencyId))]
  const names = new Map(
    await Promise.all(agencies.map(async (id) => [id, (await client.directory.getUnit({ id, asOf })).name] as const)),
  )
  return found.map(({ id, name, agencyId }) => ({
    id,
    name: agencyId === id ? name : `${name} · ${names.get(agencyId) ?? ''}`,
  }))
}

export async function action(args: ActionFunctionArgs) {
  const page = staffPage(args)
  const form = await args.request.formData()
  const typed = readTyped(new URL(args.request.url).searchParams)
  const plan = planOf(args.params['id'] ?? '', typed)
  try {
    if (plan === undefined) return redirect(args.url.pathname + args.url.search)
    const { document, decidedOn, reason } = typed
    const decision = { document, decidedOn, ...(reason && { reason }) }
    const { id } = await page.client.directory.decideTransfer({ plan, decision })
    return redirect(`/quan-tri/dieu-dong/${id}`)
  } catch (error) {
    return refusedAnswer(error, page, form)
  }
}

export const meta: MetaFunction<typeof loader> = ({ loaderData, matches }) =>
  titled(matches, loaderData?.official.name, adminWords.transfers, adminWords.admin)

export default function OfficialPage() {
  const { today, official, typed, plan, preview } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()?.refused
  const { language } = useAdmin()
  const t = useSay()
  const seen = preview && 'value' in preview ? preview.value : undefined
  return (
    <AdminPage rail>
      <PageHead
        title={official.name}
        text={official.birthDate === null ? undefined : t(words.born, { day: showDate(official.birthDate) })}
        back={{ href: '/quan-tri/dieu-dong', text: t(adminWords.transfers) }}
      />
      <Panes shape="desk">
        <Pane label={t(words.now)} ground="ground" still>
          <Block title={t(words.now)} small>
            {seen && plan ? (
              <Posts preview={seen} effectiveOn={plan.effectiveOn} />
            ) : (
              <PostCards posts={official.posts} />
            )}
          </Block>
          <Block title={t(words.history)} small>
            <History
              items={official.history.map((one) => ({
                title: `${one.title}, ${one.unitName}`,
                text:
                  one.to === null
                    ? t(words.since, { day: showDate(one.from) })
                    : `${showDate(one.from)} – ${showDate(addDays(one.to, -1))}`,
              }))}
            />
          </Block>
          {official.transfers.length > 0 && (
            <Block title={t(words.decisions)} small>
              <LineList
                label={t(words.decisions)}
                lines={official.transfers.map((one) => ({
                  id: one.id,
                  href: `/quan-tri/dieu-dong/${one.id}`,
                  text: one.document,
                  note: `${showDate(one.effectiveOn)} · ${t(statusWords[one.status].words)}`,
                }))}
              />
            </Block>
          )}
        </Pane>
        <Pane label={t(words.start)} still={seen === undefined}>
          {preview && 'failed' in preview && (
            <Block>
              <RefusedNote
                language={language}
                refused={{ text: t(preview.failed.words), incident: preview.failed.incident, places: [], typed: {} }}
              />
            </Block>
          )}
          {seen && plan ? (
            <>
              <GoesAlong preview={seen} effectiveOn={plan.effectiveOn} leaves={plan.leaves} />
              <DecideForm
                effectiveOn={plan.effectiveOn}
                isNow={plan.effectiveOn <= today}
                document={typed.document}
                refused={refused}
              />
            </>
          ) : (
            <EmptyState icon="arrows-exchange" tone="paused" title={t(words.start)} text={t(words.startText)} />
          )}
        </Pane>
        <Pane label={t(words.plan)} ground="ground">
          <PlanForm />
        </Pane>
      </Panes>
    </AdminPage>
  )
}
