import {
  Form,
  redirect,
  useActionData,
  useLoaderData,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from 'react-router'
import { Problem } from '#values/errors.ts'
import { showDate, showFullDate, showInstant } from '#values/show-time.ts'
import type { Words } from '#values/words.ts'
import { DeadlineBadge, NoteBox, StatusText } from '#ui/office/Badge.tsx'
import { Act, ActionRow } from '#ui/office/Button.tsx'
import { Check, SelectField } from '#ui/office/Fields.tsx'
import { Block, PageHead, Pane, Panes } from '#ui/office/Panes.tsx'
import { EmptyState } from '#ui/office/States.tsx'
import { FormToken } from '../../FormToken.tsx'
import { textOf } from '../../form-text.ts'
import { SendOnce } from '../../SendOnce.tsx'
import { titled } from '../../titled.ts'
import { DueBadge } from '../DueBadge.tsx'
import { OfficePage } from '../OfficePage.tsx'
import { RefusedNote } from '../RefusedNote.tsx'
import { refusedAnswer, staffPage, type Refused } from '../staff.ts'
import { useOffice, useSay } from '../use-office.ts'
import { officeWords } from '../words.ts'
import { handoverWords } from './words.ts'

const words = {
  effective: { vi: 'Hiệu lực 00:00 {day}', en: 'In force from 00:00 on {day}' },
  over: { vi: 'Đã chuyển xong', en: 'All gone over' },
  work: { vi: 'Việc bàn giao', en: 'The work' },
  none: { vi: 'Không có việc nào cần bàn giao', en: 'Nothing to hand over' },
  noneText: {
    vi: 'Việc chung của chức năng trong đơn vị vẫn ở đơn vị, không cần bàn giao.',
    en: 'Work that waits for a function of the unit stays there.',
  },
  do: { vi: 'Giao, nhận', en: 'Give, accept' },
  to: { vi: 'Giao cho', en: 'Give to' },
  give: { vi: 'Giao việc đã chọn', en: 'Give what is ticked' },
  accept: { vi: 'Nhận việc đã chọn', en: 'Accept what is ticked' },
  acceptText: {
    vi: 'Nhận rồi thì việc vào hộp việc của bạn ngay. Chưa bấm thì sang bạn lúc 00:00 ngày hiệu lực.',
    en: 'What you accept is in your inbox at once; the rest comes at 00:00 of the effective day.',
  },
  alone: {
    vi: 'Trong cơ quan không còn ai khác làm được việc này từ ngày hiệu lực.',
    en: 'There is nobody else in the agency who could do this from that day on.',
  },
  elsewhere: {
    vi: 'Người ở đơn vị khác chỉ có việc khi bấm nhận; không bấm thì việc ở lại đơn vị này.',
    en: 'Somebody of another unit has it only once they accept; else it stays in this unit.',
  },
  midnight: {
    vi: 'Việc chưa ai nhận thì 00:00 ngày {day} về {name}. Hạn với người dân giữ nguyên.',
    en: 'What nobody was given goes to {name} at 00:00 on {day}. Deadlines stay.',
  },
  midnightNobody: {
    vi: 'Cơ quan chưa có người phụ trách từ ngày {day}: giao hết trước ngày đó.',
    en: 'Nobody leads the agency from {day}: give everything before that.',
  },
  accepted: { vi: 'nhận {time}', en: 'accepted {time}' },
  notAccepted: { vi: 'chưa bấm nhận', en: 'not accepted yet' },
  byItself: { vi: 'tự chuyển lúc 00:00', en: 'by itself at 00:00' },
  finished: { vi: 'Đã xong', en: 'Done' },
  gave: { vi: 'Đã giao {count} việc', en: '{count} given' },
  took: { vi: 'Đã nhận {count} việc', en: '{count} accepted' },
} as const satisfies Record<string, Words>

const nothingTicked = {
  status: 422,
  message: { vi: 'Chưa chọn việc nào. Đánh dấu việc trước.', en: 'Nothing is ticked. Tick the work first.' },
} as const

export async function loader(args: LoaderFunctionArgs) {
  const { client } = staffPage(args)
  const query = new URL(args.request.url).searchParams
  const handover = await client.workflow.viewTaskHandover({ transferId: args.params['id'] ?? '' })
  return { handover, now: new Date(), gave: query.get('giao'), took: query.get('nhan') }
}

export async function action(args: ActionFunctionArgs) {
  const page = staffPage(args)
  const { workflow } = page.client
  const form = await args.request.formData()
  const transferId = args.params['id'] ?? ''
  const taskIds = form.getAll('task').map(String)
  const here = `/can-bo/ban-giao-viec/${transferId}`
  try {
    if (taskIds.length === 0) throw new Problem('nothingTicked', nothingTicked)
    if (form.has('nhan')) {
      const { accepted } = await workflow.acceptTasks({ transferId, taskIds })
      return redirect(`${here}?nhan=${accepted}`)
    }
    const { given } = await workflow.handOverTasks({ transferId, taskIds, postId: textOf(form, 'post') })
    return redirect(`${here}?giao=${given}`)
  } catch (error) {
    return refusedAnswer(error, page, form)
  }
}

export const meta: MetaFunction<typeof loader> = ({ loaderData, matches }) =>
  titled(matches, loaderData?.handover.personName, officeWords.taskHandover, officeWords.brand)

type Item = Awaited<ReturnType<typeof loader>>['handover']['items'][number]

export default function OneTaskHandover() {
  const { handover, gave, took } = useLoaderData<typeof loader>()
  const refused = useActionData<Refused>()?.refused
  const { language } = useOffice()
  const t = useSay()
  const { items, effectiveOn, given, total, accepted } = handover
  const day = showDate(effectiveOn)
  return (
    <OfficePage done={gave ? t(words.gave, { count: gave }) : took ? t(words.took, { count: took }) : undefined}>
      <PageHead
        title={t(handover.leaves ? handoverWords.leaves : handoverWords.goes, { name: handover.personName, day })}
        text={`${handover.document} · ${t(handoverWords.counts, { given, total, accepted })}`}
        back={{ href: '/can-bo/ban-giao-viec', text: t(officeWords.taskHandover) }}
        right={
          <>
            <DeadlineBadge tone={handover.isOver ? 'good' : 'soon'} icon={handover.isOver ? 'check' : 'alarm'}>
              {handover.isOver ? t(words.over) : t(words.effective, { day: showFullDate(effectiveOn, language) })}
            </DeadlineBadge>
            <Act
              icon="printer"
              text={t(handoverWords.minutes)}
              href={`/can-bo/ban-giao-viec/${handover.transferId}/bien-ban`}
            />
          </>
        }
      />
      <Panes shape="side">
        <Pane label={t(words.work)}>
          {items.length === 0 ? (
            <EmptyState icon="check" tone="paused" title={t(words.none)} text={t(words.noneText)} />
          ) : (
            <div className="handed-work">
              {items.map((item) =>
                item.canGive || item.canAccept ? (
                  <Check
                    key={`${item.taskId} ${item.toTitle}`}
                    name="task"
                    form="handover"
                    value={item.taskId}
                    checked={item.canAccept}
                  >
                    <Work item={item} />
                  </Check>
                ) : (
                  <p key={item.taskId}>
                    <span>
                      <Work item={item} />
                    </span>
                  </p>
                ),
              )}
            </div>
          )}
        </Pane>
        <Pane label={t(words.do)} ground="ground" still={!items.some((item) => item.canGive || item.canAccept)}>
          <Form method="post" id="handover">
            <FormToken />
            <SendOnce />
            {refused && (
              <Block>
                <RefusedNote language={language} refused={refused} />
              </Block>
            )}
            <Doing />
          </Form>
          {!handover.isOver && (
            <Block>
              {handover.leaders.length === 0 && handover.total > 0 ? (
                <NoteBox tone="late" icon="alert-triangle">
                  <p>{t(words.midnightNobody, { day })}</p>
                </NoteBox>
              ) : (
                handover.leaders.map(({ unitId, name, title }) => (
                  <p key={unitId} className="quiet">
                    {t(words.midnight, { day, name: `${name} (${title})` })}
                  </p>
                ))
              )}
            </Block>
          )}
        </Pane>
      </Panes>
    </OfficePage>
  )
}

/** What the reader may do with the work that is ticked: give it, accept it. */
function Doing() {
  const { handover } = useLoaderData<typeof loader>()
  const { items, receivers } = handover
  const t = useSay()
  return (
    <>
      {items.some((item) => item.canAccept) && (
        <Block>
          <ActionRow>
            <Act kind="primary" icon="check" text={t(words.accept)} name="nhan" value="1" />
          </ActionRow>
          <p className="quiet">{t(words.acceptText)}</p>
        </Block>
      )}
      {items.some((item) => item.canGive) && (
        <Block>
          {receivers.length === 0 ? (
            <p className="quiet">{t(words.alone)}</p>
          ) : (
            <>
              <SelectField
                name="post"
                label={t(words.to)}
                options={receivers.map(({ postId, name, title, otherUnit }) => ({
                  value: postId,
                  text: [name, title, ...(otherUnit === null ? [] : [otherUnit])].join(' · '),
                }))}
              />
              <ActionRow>
                <Act icon="arrow-narrow-right" text={t(words.give)} />
              </ActionRow>
              {receivers.some(({ otherUnit }) => otherUnit !== null) && <p className="quiet">{t(words.elsewhere)}</p>}
            </>
          )}
        </Block>
      )}
    </>
  )
}

/** One piece of work: what it is, how long it has, and who gets it. */
function Work({ item }: { readonly item: Item }) {
  const { now } = useLoaderData<typeof loader>()
  const { language } = useOffice()
  const t = useSay()
  return (
    <>
      <a href={`/can-bo/ho-so/${item.subjectId}`}>{item.title}</a>{' '}
      {item.isOpen ? (
        <DueBadge
          due={item.due}
          left={item.left}
          now={now}
          language={language}
          status={item.isWaiting ? 'stopped' : undefined}
        />
      ) : (
        <StatusText tone="paused">{t(words.finished)}</StatusText>
      )}
      <br />
      <small>
        {item.line} · {t(item.stepName)} · {item.code}
      </small>
      <br />
      <Receiver item={item} language={language} />
    </>
  )
}

function Receiver({ item, language }: { readonly item: Item; readonly language: 'vi' | 'en' }) {
  const t = useSay()
  if (item.toName === null)
    return (
      <StatusText tone="soon" icon="user-question">
        {t(handoverWords.nobody)}
      </StatusText>
    )
  const how =
    item.acceptedAt !== null
      ? t(words.accepted, { time: showInstant(item.acceptedAt, language) })
      : t(item.givenBy === null ? words.byItself : words.notAccepted)
  return (
    <StatusText
      tone={item.acceptedAt !== null || item.givenBy === null ? 'good' : 'waiting'}
      icon={item.acceptedAt !== null ? 'check' : 'arrow-narrow-right'}
    >
      {item.toName} · {item.toTitle} · {how}
    </StatusText>
  )
}
