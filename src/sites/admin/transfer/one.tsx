import {
  Form,
  redirect,
  useActionData,
  useLoaderData,
  useNavigation,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from 'react-router'
import { addDays } from '#values/plain-date.ts'
import { showDate, showFullDate } from '#values/show-time.ts'
import type { Words } from '#values/words.ts'
import { DeadlineBadge } from '#ui/office/Badge.tsx'
import { Act } from '#ui/office/Button.tsx'
import { Block, PageHead, Pane, Panes } from '#ui/office/Panes.tsx'
import { FactRows } from '#ui/office/Preview.tsx'
import { FormToken } from '../../FormToken.tsx'
import { RefusedNote } from '../../office/RefusedNote.tsx'
import { refusedAnswer, staffPage } from '../../office/staff.ts'
import { SendOnce } from '../../SendOnce.tsx'
import { titled } from '../../titled.ts'
import { AdminPage } from '../AdminPage.tsx'
import { TrailLinks } from '../TrailLinks.tsx'
import { useAdmin, useSay } from '../use-admin.ts'
import { adminWords } from '../words.ts'
import { GoesAlong } from './GoesAlong.tsx'
import { HandoverBar } from './HandoverBar.tsx'
import { Posts } from './Posts.tsx'
import { statusWords, transferWords } from './words.ts'

const words = {
  title: { vi: 'Điều động {name}', en: 'Transfer of {name}' },
  leaving: { vi: '{name} thôi việc', en: '{name} leaves' },
  dated: { vi: '{document} ngày {day}', en: '{document} of {day}' },
  effective: { vi: 'Hiệu lực 00:00 {day}', en: 'In force from 00:00 on {day}' },
  person: { vi: 'Vị trí', en: 'Posts' },
  goes: { vi: 'Đi theo quyết định này', en: 'What goes with it' },
  standing: { vi: 'Quyết định', en: 'The decision' },
  cancel: { vi: 'Bỏ hẹn', en: 'Cancel it' },
  byItself: { vi: 'Tự thực hiện 00:00 ngày {day}', en: 'Carried out by itself at 00:00 on {day}' },
  page: { vi: 'Trang của {name}', en: 'The page of {name}' },
} as const satisfies Record<string, Words>

export async function loader(args: LoaderFunctionArgs) {
  const { client } = staffPage(args)
  const id = args.params['id'] ?? ''
  const transfer = await client.directory.getTransfer({ id })
  return { ...transfer, handover: await client.workflow.countTaskHandover({ transferId: id }) }
}

export async function action(args: ActionFunctionArgs) {
  const page = staffPage(args)
  const form = await args.request.formData()
  const id = args.params['id'] ?? ''
  try {
    await page.client.directory.cancelTransfer({ id })
  } catch (error) {
    return refusedAnswer(error, page, form)
  }
  return redirect(`/quan-tri/dieu-dong/${id}`)
}

export const meta: MetaFunction<typeof loader> = ({ loaderData, matches }) =>
  titled(matches, loaderData?.personName, adminWords.transfers, adminWords.admin)

export default function OneTransfer() {
  const transfer = useLoaderData<typeof loader>()
  const { personId, personName, document, decidedOn, reason, effectiveOn, leaves, status, preview, handover } = transfer
  const refused = useActionData<typeof action>()?.refused
  const known = useAdmin()
  const { language } = known
  const t = useSay()
  const { state } = useNavigation()
  const said = statusWords[status]
  return (
    <AdminPage rail>
      <PageHead
        title={t(leaves ? words.leaving : words.title, { name: personName })}
        text={t(words.dated, { document, day: showDate(decidedOn) })}
        back={{ href: '/quan-tri/dieu-dong', text: t(adminWords.transfers) }}
        right={
          <span className="in-line">
            <DeadlineBadge tone="soon" icon="alarm">
              {t(words.effective, { day: showFullDate(effectiveOn, language) })}
            </DeadlineBadge>
            <DeadlineBadge tone={said.tone} icon={said.icon}>
              {t(said.words)}
            </DeadlineBadge>
          </span>
        }
      />
      <Panes shape="desk">
        <Pane label={t(words.person)} ground="ground">
          <Block title={personName} small>
            <Posts preview={preview} effectiveOn={effectiveOn} />
            <p>
              <a href={`/quan-tri/can-bo/${personId}`}>{t(words.page, { name: personName })}</a>
            </p>
          </Block>
          {reason !== null && (
            <Block small>
              <FactRows rows={[{ term: t(transferWords.reason), value: reason }]} />
            </Block>
          )}
        </Pane>
        <Pane label={t(words.goes)}>
          <GoesAlong preview={preview} effectiveOn={effectiveOn} leaves={leaves} handover={handover} />
        </Pane>
        <Pane label={t(words.standing)} ground="ground">
          {refused && (
            <Block>
              <RefusedNote language={language} refused={refused} />
            </Block>
          )}
          <HandoverBar handover={handover} />
          <Block>
            <div className="standing">
              {status === 'ahead' && (
                <>
                  <p>
                    <b>{t(words.byItself, { day: showDate(effectiveOn) })}</b>
                  </p>
                  <Form method="post">
                    <FormToken />
                    <SendOnce />
                    <Act
                      icon="arrow-back-up"
                      wide
                      text={t(words.cancel)}
                      {...(state === 'submitting' && { refused: '…' })}
                    />
                  </Form>
                  <p className="quiet">{t(transferWords.ruleAhead, { day: showDate(addDays(effectiveOn, -1)) })}</p>
                </>
              )}
            </div>
          </Block>
          <TrailLinks known={known} object={`transfer:${transfer.id}`} />
        </Pane>
      </Panes>
    </AdminPage>
  )
}
