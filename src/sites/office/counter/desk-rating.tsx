import {
  Form,
  redirect,
  useActionData,
  useLoaderData,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from 'react-router'
import type { Words } from '#values/words.ts'
import { Act, ActionRow } from '#ui/office/Button.tsx'
import { PickCards } from '#ui/office/Lines.tsx'
import { Block, PageHead, Pane, Panes } from '#ui/office/Panes.tsx'
import { textOf } from '../../form-text.ts'
import { FormToken } from '../../FormToken.tsx'
import { marks } from '../../marks.ts'
import { SendOnce } from '../../SendOnce.tsx'
import { titled } from '../../titled.ts'
import { handOutHref } from '../acts/acts.ts'
import { OfficePage } from '../OfficePage.tsx'
import { RefusedNote } from '../RefusedNote.tsx'
import { refusedAnswer, staffPage, type Refused } from '../staff.ts'
import { useOffice, useSay } from '../use-office.ts'
import { officeWords } from '../words.ts'

const words = {
  title: { vi: 'Ông/bà có hài lòng không?', en: 'Were you satisfied?' },
  lead: {
    vi: 'Đưa máy cho người nhận kết quả tự chọn. Điểm chấm ở quầy tính riêng.',
    en: 'Hand the tablet to whoever got the result. Marks of desks are counted apart.',
  },
  back: { vi: 'Trả kết quả', en: 'Hand out' },
  mark: { vi: 'Mức hài lòng', en: 'How satisfied' },
  send: { vi: 'Gửi', en: 'Send' },
} as const satisfies Record<string, Words>

export async function loader(args: LoaderFunctionArgs) {
  const { id, code, procedureName } = await staffPage(args).client.services.getDossier({ id: args.params['id'] ?? '' })
  return { id, code, procedureName }
}

export async function action(args: ActionFunctionArgs) {
  const page = staffPage(args)
  const id = args.params['id'] ?? ''
  const form = await args.request.formData()
  try {
    await page.client.services.rateAtDesk({ id, mark: textOf(form, 'mark') })
    return redirect(handOutHref(id))
  } catch (error) {
    return refusedAnswer(error, page, form)
  }
}

export const meta: MetaFunction = ({ matches }) => titled(matches, words.title, officeWords.brand)

export default function DeskRating() {
  const { id, code, procedureName } = useLoaderData<typeof loader>()
  const refused = useActionData<Refused>()?.refused
  const { language } = useOffice()
  const t = useSay()
  return (
    <OfficePage rail>
      <PageHead
        back={{ href: handOutHref(id), text: t(words.back) }}
        title={t(words.title)}
        text={`${procedureName}, ${code}. ${t(words.lead)}`}
        size="large"
      />
      <Panes shape="one">
        <Pane label={t(words.mark)}>
          <Block>
            {refused && <RefusedNote language={language} refused={refused} />}
            <Form method="post">
              <FormToken />
              <SendOnce />
              <PickCards
                name="mark"
                legend={t(words.mark)}
                cards={marks.map(({ value, label }) => ({ value, head: `${value}/5`, children: t(label) }))}
              />
              <ActionRow>
                <Act kind="primary" icon="mood-smile" text={t(words.send)} />
              </ActionRow>
            </Form>
          </Block>
        </Pane>
      </Panes>
    </OfficePage>
  )
}
