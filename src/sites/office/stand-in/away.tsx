import {
  Form,
  redirect,
  useActionData,
  useLoaderData,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from 'react-router'
import { dateAt } from '#values/plain-date.ts'
import type { Words } from '#values/words.ts'
import { Act, ActionRow } from '#ui/office/Button.tsx'
import { TextField } from '#ui/office/Fields.tsx'
import { FormToken } from '../../FormToken.tsx'
import { textOf } from '../../form-text.ts'
import { SendOnce } from '../../SendOnce.tsx'
import { titled } from '../../titled.ts'
import { RefusedNote } from '../RefusedNote.tsx'
import { refusedAnswer, staffPage, type Refused } from '../staff.ts'
import { useOffice, useSay } from '../use-office.ts'
import { officeWords } from '../words.ts'
import { People, Period } from './fields.tsx'
import { givenOf, saidOf } from './given.ts'
import { StandInPage } from './StandInPage.tsx'
import { standInWords } from './words.ts'

const words = {
  lead: {
    vi: 'Người ốm, vắng đột xuất mà chưa kịp chọn người thay: trưởng đơn vị hoặc quản trị ghi thay. Cả hai được báo ngay.',
    en: 'Somebody ill who named no stand-in: their head or administrator enters it. Both are told at once.',
  },
  list: { vi: 'Đang vắng hoặc sắp vắng', en: 'Away now or soon' },
  who: { vi: 'Ai vắng', en: 'Who is away' },
  standIn: { vi: 'Người thay', en: 'Stand-in' },
  back: { vi: 'Đi làm lại', en: 'Is back' },
  none: { vi: 'Không có ai vắng', en: 'Nobody is away' },
  noneText: { vi: 'Người tự chọn người thay cũng hiện ở đây.', en: 'Those who named a stand-in show here too.' },
  new: { vi: 'Ghi người vắng', en: 'Enter an absence' },
  findWho: { vi: 'Tìm người vắng', en: 'Find who is away' },
  findStandIn: { vi: 'Tìm người thay', en: 'Find the stand-in' },
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
  try {
    if (form.has('end')) {
      await page.client.directory.revokeDelegation({ id: textOf(form, 'end') })
      return redirect('/can-bo/vang-mat?xong=ended')
    }
    await page.client.directory.takeLeave({ personId: textOf(form, 'person'), ...givenOf(form) })
    return redirect('/can-bo/vang-mat?xong=done')
  } catch (error) {
    return refusedAnswer(error, page, form)
  }
}

export const meta: MetaFunction = ({ matches }) => titled(matches, officeWords.away, officeWords.brand)

export default function Away() {
  const { leaves, done } = useLoaderData<typeof loader>()
  const t = useSay()
  return (
    <StandInPage
      done={done === 'done' || done === 'ended' ? t(words[done]) : undefined}
      head={{
        title: t(officeWords.away),
        text: t(words.lead),
        back: { href: '/can-bo/uy-quyen', text: t(officeWords.delegations) },
      }}
      list={{
        title: t(words.list),
        empty: { icon: 'beach', title: t(words.none), text: t(words.noneText) },
        columns: [
          { key: 'who', title: t(words.who), heads: true },
          { key: 'standIn', title: t(words.standIn) },
          { key: 'when', title: t(standInWords.when), width: 190 },
          { key: 'reason', title: t(standInWords.reason), quiet: true },
          { key: 'end', title: '', width: 130 },
        ],
        rows: leaves.map((one) => {
          const { from, to, when } = saidOf(one)
          return {
            id: one.id,
            who: from,
            standIn: to,
            when,
            reason: one.reason,
            end: <Act text={t(words.back)} name="end" value={one.id} />,
          }
        }),
      }}
      enter={{ title: t(words.new), children: <Enter /> }}
    />
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
          <Act text={t(standInWords.search)} icon="search" />
        </ActionRow>
      </form>
      {(isEmpty(who) || isEmpty(standIn)) && <p className="quiet">{t(standInWords.notFound)}</p>}
      {refused && <RefusedNote language={language} refused={refused} />}
      {people.size > 0 && standIn.found.length > 0 && (
        <Form method="post">
          <FormToken />
          <SendOnce />
          <h3>{t(words.who)}</h3>
          <People
            name="person"
            legend={t(words.who)}
            chosen={typed['person']}
            found={[...people.values()]}
            valueOf={(post) => post.personId ?? ''}
          />
          <h3>{t(words.standIn)}</h3>
          <People
            name="to-post"
            legend={t(words.standIn)}
            chosen={typed['to-post']}
            found={standIn.found}
            valueOf={(post) => post.id}
          />
          <Period refused={refused} today={today} />
          <TextField name="reason" label={t(standInWords.reason)} value={typed['reason']} />
          <ActionRow>
            <Act kind="primary" icon="user-check" text={t(words.save)} />
          </ActionRow>
        </Form>
      )}
    </>
  )
}
