import {
  redirect,
  useActionData,
  useLoaderData,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from 'react-router'
import { previewSms, TemplateKind } from '#engines/notification/contract.ts'
import { kindWords } from '#engines/notification/web/index.ts'
import { DataTable } from '#ui/office/DataTable.tsx'
import { Block, Pane, Panes } from '#ui/office/Panes.tsx'
import { EmptyState } from '#ui/office/States.tsx'
import { dateAt, type PlainDate } from '#values/plain-date.ts'
import { showDate } from '#values/show-time.ts'
import type { Words } from '#values/words.ts'
import { textOf } from '../../form-text.ts'
import { refusedAnswer, staffPage } from '../../office/staff.ts'
import { titled } from '../../titled.ts'
import { useAdmin, useMay, useSay } from '../use-admin.ts'
import { adminWords } from '../words.ts'
import { channelsSaid } from './channel-orders.ts'
import { MessagePages, tabs } from './MessagePages.tsx'
import { QuietHoursForm } from './QuietHoursForm.tsx'
import { TemplateForm, templateIn } from './TemplateForm.tsx'

const words = {
  kind: { vi: 'Khi nào báo', en: 'When' },
  by: { vi: 'Báo bằng', en: 'By' },
  parts: { vi: 'Tin ghép', en: 'Parts' },
  from: { vi: 'Từ ngày', en: 'From' },
  who: { vi: 'Ai sửa', en: 'Changed by' },
  declared: { vi: 'Theo cấu hình', en: 'As declared' },
  every: { vi: 'mọi thủ tục', en: 'all procedures' },
  only: { vi: 'riêng {code}', en: '{code} only' },
  choose: { vi: 'Chọn một mẫu để sửa', en: 'Choose a template to change' },
} as const satisfies Record<string, Words>

const keyOf = ({ kind, procedureCode, from }: { kind: string; procedureCode: string; from: string }) =>
  [kind, procedureCode, from].join(' ')

/** In the order in which a dossier goes. */
const byCourse = (a: { kind: TemplateKind }, b: { kind: TemplateKind }) =>
  TemplateKind.options.indexOf(a.kind) - TemplateKind.options.indexOf(b.kind)

export async function loader(args: LoaderFunctionArgs) {
  const { templates, quiet } = await staffPage(args).client.notification.listTemplates({})
  const asked = args.url.searchParams.get('chon')
  return {
    templates: templates.toSorted(byCourse),
    quiet,
    today: dateAt(new Date()),
    chosen: templates.find((one) => keyOf(one) === asked),
  }
}

export async function action(args: ActionFunctionArgs) {
  const page = staffPage(args)
  const { notification } = page.client
  const form = await args.request.formData()
  try {
    if (form.has('quiet')) {
      await notification.saveQuietHours({ from: textOf(form, 'quietFrom'), until: textOf(form, 'quietUntil') })
      return redirect(tabs.templates.href)
    }
    // What is no kind is refused by the operation.
    const kind = textOf(form, 'kind') as TemplateKind
    const procedureCode = textOf(form, 'procedureCode')
    const from = textOf(form, 'from')
    await notification.saveTemplate({ kind, procedureCode, from, ...templateIn(form) })
    return redirect(`${tabs.templates.href}?chon=${encodeURIComponent(keyOf({ kind, procedureCode, from }))}`)
  } catch (error) {
    return refusedAnswer(error, page, form)
  }
}

export const meta: MetaFunction = ({ matches }) => titled(matches, tabs.templates.title, adminWords.admin)

export default function Templates() {
  const { templates, quiet, chosen, today } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()?.refused
  const { language } = useAdmin()
  const t = useSay()
  const mayChange = useMay('message.manage')
  return (
    <MessagePages tab="templates">
      <Panes shape="side">
        <Pane label={t(tabs.templates.title)}>
          <DataTable
            language={language}
            caption={t(tabs.templates.title)}
            columns={[
              { key: 'kind', title: t(words.kind), heads: true },
              { key: 'by', title: t(words.by), width: 260 },
              { key: 'parts', title: t(words.parts), width: 80, number: true },
              { key: 'from', title: t(words.from), width: 100 },
              { key: 'who', title: t(words.who), width: 130, quiet: true },
            ]}
            rows={templates.map((one) => ({
              id: keyOf(one),
              kind: (
                <>
                  <a
                    href={`${tabs.templates.href}?chon=${encodeURIComponent(keyOf(one))}`}
                    aria-current={one === chosen ? 'true' : undefined}
                  >
                    {t(kindWords[one.kind])}
                  </a>{' '}
                  <small className="quiet">
                    {one.procedureCode === '' ? t(words.every) : t(words.only, { code: one.procedureCode })}
                  </small>
                </>
              ),
              by: t(channelsSaid(one)),
              parts: one.channels.includes('sms') ? previewSms(one).parts : '',
              from: showDate(one.from as PlainDate),
              who: one.changedBy ?? t(words.declared),
            }))}
          />
        </Pane>
        <Pane label={t(words.choose)} ground="ground">
          {chosen ? (
            <TemplateForm key={keyOf(chosen)} template={chosen} today={today} refused={refused} mayChange={mayChange} />
          ) : (
            <EmptyState title={t(words.choose)} icon="message" tone="paused" />
          )}
          <Block>
            <QuietHoursForm quiet={quiet} mayChange={mayChange} />
          </Block>
        </Pane>
      </Panes>
    </MessagePages>
  )
}
