import {
  Form,
  redirect,
  useActionData,
  useLoaderData,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from 'react-router'
import { addDays, dateAt, isPlainDate } from '#values/plain-date.ts'
import { showDate } from '#values/show-time.ts'
import type { Words } from '#values/words.ts'
import { Act, ActionRow } from '#ui/office/Button.tsx'
import { DataTable } from '#ui/office/DataTable.tsx'
import { FieldRow, TextField } from '#ui/office/Fields.tsx'
import { PickCards } from '#ui/office/Lines.tsx'
import { Block, PageHead, Pane, Panes } from '#ui/office/Panes.tsx'
import { EmptyState } from '#ui/office/States.tsx'
import { FormToken } from '../FormToken.tsx'
import { textOf } from '../form-text.ts'
import { SendOnce } from '../SendOnce.tsx'
import { titled } from '../titled.ts'
import { OfficePage } from './OfficePage.tsx'
import { RefusedNote } from './RefusedNote.tsx'
import { refusedAt, refusedAnswer, staffPage, type Refused } from './staff.ts'
import { useOffice, useSay } from './use-office.ts'
import { officeWords } from './words.ts'

const words = {
  lead: {
    vi: 'Người ốm, vắng đột xuất mà chưa kịp chọn người thay: trưởng đơn vị hoặc quản trị ghi thay. Cả hai được báo ngay.',
    en: 'Somebody ill who named no stand-in: their head or administrator enters it. Both are told at once.',
  },
  list: { vi: 'Đang vắng hoặc sắp vắng', en: 'Away now or soon' },
  who: { vi: 'Ai vắng', en: 'Who is away' },
  standIn: { vi: 'Người thay', en: 'Stand-in' },
  when: { vi: 'Từ – đến hết', en: 'From – through' },
  back: { vi: 'Đi làm lại', en: 'Is back' },
  none: { vi: 'Không có ai vắng', en: 'Nobody is away' },
  noneText: { vi: 'Người tự chọn người thay cũng hiện ở đây.', en: 'Those who named a stand-in show here too.' },
  new: { vi: 'Ghi người vắng', en: 'Enter an absence' },
  findWho: { vi: 'Tìm người vắng', en: 'Find who is away' },
  findStandIn: { vi: 'Tìm người thay', en: 'Find the stand-in' },
  search: { vi: 'Tìm', en: 'Search' },
  notFound: { vi: 'Không thấy ai. Thử từ khác.', en: 'Nobody found. Try other words.' },
  first: { vi: 'Từ ngày', en: 'From' },
  last: { vi: 'Đến hết ngày', en: 'Through' },
  reason: { vi: 'Lý do', en: 'Reason' },
  save: { vi: 'Ghi', en: 'Save' },
  done: { vi: 'Đã ghi. Hai người được báo ngay.', en: 'Saved; both are told at once.' },
  ended: { vi: 'Đã kết thúc', en: 'Ended' },
} as const satisfies Record<string, Words>

export async function loader(args: LoaderFunctionArgs) {
  const page = staffPage(args)
  const { client, call } = page
  const query = new URL(args.request.url).searchParams
  const find = async (name: string) => {
    const asked = (query.get(name) ?? '').trim().slice(0, 100)
    // Whoever manages several agencies looks everywhere, a head in their own.
    const everywhere = call.actor.permissions.get('directory.manage') === 'all'
    const agencyOf = everywhere ? undefined : call.actor.post?.unitId
    const found = asked === '' ? [] : await client.directory.findPeople({ text: asked, agencyOf, limit: 12 })
    return { asked, found: found.filter((post) => post.personId !== null) }
  }
  return {
    leaves: await client.directory.listLeaves({}),
    who: await find('ai'),
    standIn: await find('thay'),
    done: query.get('xong'),
    today: dateAt(new Date()),
  }
}

export async function action(args: ActionFunctionArgs) {
  const page = staffPage(args)
  const form = await args.request.formData()
  const last = textOf(form, 'last')
  const reason = textOf(form, 'reason')
  try {
    if (form.has('end')) {
      await page.client.directory.revokeDelegation({ id: textOf(form, 'end') })
      return redirect('/can-bo/vang-mat?xong=ended')
    }
    await page.client.directory.takeLeave({
      personId: textOf(form, 'person'),
      toPostId: textOf(form, 'to-post'),
      from: textOf(form, 'first'),
      // People say the last day with it; the operation wants the first day back.
      to: isPlainDate(last) ? addDays(last, 1) : last,
      ...(reason ? { reason } : {}),
    })
    return redirect('/can-bo/vang-mat?xong=done')
  } catch (error) {
    return refusedAnswer(error, page, form)
  }
}

export const meta: MetaFunction = ({ matches }) => titled(matches, officeWords.away, officeWords.brand)

export default function Away() {
  const { leaves, done } = useLoaderData<typeof loader>()
  const { language } = useOffice()
  const t = useSay()
  return (
    <OfficePage done={done === 'done' || done === 'ended' ? t(words[done]) : undefined}>
      <PageHead
        title={t(officeWords.away)}
        text={t(words.lead)}
        back={{ href: '/can-bo/uy-quyen', text: t(officeWords.delegations) }}
      />
      <Panes shape="side">
        <Pane label={t(words.list)} still={leaves.length === 0}>
          {leaves.length === 0 ? (
            <EmptyState icon="beach" tone="paused" title={t(words.none)} text={t(words.noneText)} />
          ) : (
            <Form method="post">
              <FormToken />
              <SendOnce />
              <DataTable
                language={language}
                caption={t(words.list)}
                density="loose"
                columns={[
                  { key: 'who', title: t(words.who), heads: true },
                  { key: 'standIn', title: t(words.standIn) },
                  { key: 'when', title: t(words.when), width: 190 },
                  { key: 'reason', title: t(words.reason), quiet: true },
                  { key: 'end', title: '', width: 130 },
                ]}
                rows={leaves.map((one) => ({
                  id: one.id,
                  who: `${one.fromName ?? ''} · ${one.fromTitle}, ${one.unitName}`,
                  standIn: `${one.toName ?? ''} · ${one.toTitle}`,
                  when: `${showDate(one.validFrom)} – ${showDate(addDays(one.validTo, -1))}`,
                  reason: one.reason,
                  end: <Act text={t(words.back)} name="end" value={one.id} />,
                }))}
              />
            </Form>
          )}
        </Pane>
        <Pane label={t(words.new)} ground="ground">
          <Block title={t(words.new)}>
            <Enter />
          </Block>
        </Pane>
      </Panes>
    </OfficePage>
  )
}

/** Two plain forms: find both, then say from when to when. */
function Enter() {
  const { who, standIn, today } = useLoaderData<typeof loader>()
  const { language } = useOffice()
  const refused = useActionData<Refused>()?.refused
  const t = useSay()
  const typed = refused?.typed ?? {}
  const people = new Map(who.found.map((post) => [post.personId, post]))
  const isEmpty = (side: typeof who) => side.asked !== '' && side.found.length === 0
  return (
    <>
      <form method="get" action="/can-bo/vang-mat" role="search" key={`${who.asked} ${standIn.asked}`}>
        <TextField name="ai" type="search" icon="search" label={t(words.findWho)} value={who.asked} />
        <TextField name="thay" type="search" icon="search" label={t(words.findStandIn)} value={standIn.asked} />
        <ActionRow>
          <Act text={t(words.search)} icon="search" />
        </ActionRow>
      </form>
      {(isEmpty(who) || isEmpty(standIn)) && <p className="quiet">{t(words.notFound)}</p>}
      {refused && <RefusedNote language={language} refused={refused} />}
      {people.size > 0 && standIn.found.length > 0 && (
        <Form method="post">
          <FormToken />
          <SendOnce />
          <PickCards
            name="person"
            legend={t(words.who)}
            value={typed['person']}
            cards={[...people].map(([personId, post]) => ({
              value: personId ?? '',
              head: post.personName,
              children: `${post.title} · ${post.unitName}`,
            }))}
          />
          <PickCards
            name="to-post"
            legend={t(words.standIn)}
            value={typed['to-post']}
            cards={standIn.found.map((post) => ({
              value: post.id,
              head: post.personName,
              children: `${post.title} · ${post.unitName}`,
            }))}
          />
          <FieldRow>
            <TextField name="first" type="date" label={t(words.first)} value={typed['first'] ?? today} required />
            <TextField
              name="last"
              type="date"
              label={t(words.last)}
              value={typed['last']}
              error={refusedAt(refused, 'to', language)}
              required
            />
          </FieldRow>
          <TextField name="reason" label={t(words.reason)} value={typed['reason']} />
          <ActionRow>
            <Act kind="primary" icon="user-check" text={t(words.save)} />
          </ActionRow>
        </Form>
      )}
    </>
  )
}
