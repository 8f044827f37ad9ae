import {
  data,
  Form,
  redirect,
  useActionData,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from 'react-router'
import type { Words } from '#values/words.ts'
import { Act } from '#ui/office/Button.tsx'
import { Block, PageHead, Pane, Panes } from '#ui/office/Panes.tsx'
import { ReorganizationPlan } from '#engines/directory/contract.ts'
import { FormToken } from '../../FormToken.tsx'
import { textOf } from '../../form-text.ts'
import { RefusedNote } from '../../office/RefusedNote.tsx'
import { refusedAnswer, staffPage } from '../../office/staff.ts'
import { SendOnce } from '../../SendOnce.tsx'
import { titled } from '../../titled.ts'
import { AdminPage } from '../AdminPage.tsx'
import { useAdmin, useSay } from '../use-admin.ts'
import { adminWords } from '../words.ts'
import { HeadFields } from './HeadFields.tsx'
import { PlanText } from './PlanText.tsx'
import { withHead } from './read-change.ts'
import { readPlan } from './read-plan.ts'
import { Understood } from './Understood.tsx'
import { reorganisationWords } from './words.ts'

const words = {
  lead: {
    vi: 'Lưu thành bản soạn. Chưa có gì đổi cho đến khi hẹn thực hiện.',
    en: 'Kept as a draft. Nothing changes until it is scheduled.',
  },
  head: { vi: 'Đợt sắp xếp', en: 'The reorganisation' },
  next: { vi: 'Tiếp tục', en: 'Continue' },
  nextText: {
    vi: 'Không có tệp thì thêm từng thay đổi ở trang sau. Có tệp thì xem đã hiểu những gì rồi mới lưu.',
    en: 'Without a file, changes are added one by one on the next page. With one, you see what was understood before it is kept.',
  },
  understood: { vi: 'Đã hiểu gì', en: 'What was understood' },
  nothing: {
    vi: 'Dán bảng hoặc chọn tệp, bấm Tiếp tục: những gì hiểu được và không hiểu được hiện ở đây.',
    en: 'Paste a table or choose a file and continue: what was understood and what was not shows here.',
  },
} as const satisfies Record<string, Words>

export const loader = (args: LoaderFunctionArgs) => {
  staffPage(args)
  return null
}

export async function action(args: ActionFunctionArgs) {
  const page = staffPage(args)
  const { directory } = page.client
  const form = await args.request.formData()
  try {
    if (textOf(form, 'bang') !== '' && textOf(form, 'viec') !== 'luu') {
      const typed = Object.fromEntries(
        [...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
      )
      return data({ read: await readPlan(page.client, form), typed })
    }
    const plan =
      textOf(form, 'viec') === 'luu'
        ? ReorganizationPlan.parse(JSON.parse(textOf(form, 'bang')))
        : withHead(ReorganizationPlan.omit({ title: true, document: true, effectiveOn: true }).parse({}), form)
    const { id } = await directory.saveReorganization({ plan })
    return redirect(`/quan-tri/sap-xep/${id}`)
  } catch (error) {
    return refusedAnswer(error, page, form)
  }
}

export const meta: MetaFunction = ({ matches }) => titled(matches, reorganisationWords.make, adminWords.admin)

export default function NewReorganisation() {
  const answer = useActionData<typeof action>()
  const { language } = useAdmin()
  const t = useSay()
  const refused = answer && 'refused' in answer ? answer.refused : undefined
  const read = answer && 'read' in answer ? answer.read : undefined
  const typed = answer && 'typed' in answer ? answer.typed : refused?.typed
  return (
    <AdminPage>
      <PageHead
        title={t(reorganisationWords.make)}
        text={t(words.lead)}
        back={{ href: '/quan-tri/sap-xep', text: t(adminWords.reorganisations) }}
      />
      <Panes shape="side">
        <Pane label={t(words.head)}>
          <Form method="post" key={JSON.stringify(typed)}>
            <FormToken />
            <SendOnce />
            {refused && (
              <Block>
                <RefusedNote language={language} refused={refused} />
              </Block>
            )}
            <Block title={t(words.head)}>
              <div className="plan-fields">
                <HeadFields values={typed ?? {}} refused={refused} />
              </div>
            </Block>
            <PlanText value={typed?.['bang'] ?? ''} />
            <Block>
              <p className="in-line">
                <Act kind={read?.plan ? 'plain' : 'primary'} text={t(words.next)} />
              </p>
              <p className="quiet">{t(words.nextText)}</p>
            </Block>
          </Form>
        </Pane>
        <Pane label={t(words.understood)} ground="ground" still>
          {read === undefined ? (
            <Block title={t(words.understood)} small>
              <p className="quiet">{t(words.nothing)}</p>
            </Block>
          ) : (
            <Understood read={read} />
          )}
        </Pane>
      </Panes>
    </AdminPage>
  )
}
