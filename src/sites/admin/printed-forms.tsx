import { useLoaderData, useNavigate, type LoaderFunctionArgs, type MetaFunction } from 'react-router'
import { say, type Words } from '#values/words.ts'
import { LineList } from '#ui/office/Lines.tsx'
import { PaperFrame } from '#ui/office/PaperFrame.tsx'
import { Block, PageHead, Pane, Panes } from '#ui/office/Panes.tsx'
import { FactRows } from '#ui/office/Preview.tsx'
import { staffPage } from '../office/staff.ts'
import { AdminPage } from './AdminPage.tsx'
import { useAdmin, useSay } from './use-admin.ts'
import { titled } from '../titled.ts'
import { adminWords } from './words.ts'

const words = {
  title: { vi: 'Mẫu in', en: 'Printed forms' },
  lead: {
    vi: 'In thử bằng dữ liệu mẫu; mỗi tờ thật có mã QR dẫn về trang kiểm tra.',
    en: 'Printed with sample data; each real sheet has a QR code that leads to a page of verification.',
  },
  form: { vi: 'Mẫu {number}', en: 'Form {number}' },
  own: { vi: 'Không số', en: 'Without number' },
  sample: { vi: 'In thử: {name}', en: 'Sample: {name}' },
  open: { vi: 'Mở riêng một trang', en: 'Open by itself' },
  facts: { vi: 'Về mẫu này', en: 'About this form' },
  when: { vi: 'In khi', en: 'Printed' },
  law: { vi: 'Theo văn bản', en: 'By document' },
  version: { vi: 'Bản của mẫu', en: 'Version' },
  versionText: {
    vi: 'Dấu của tệp mẫu và các phần nó dùng: đổi một chữ là thành bản khác.',
    en: 'A digest of the template and what it imports: another letter, another version.',
  },
  file: { vi: 'Tệp mẫu', en: 'Template' },
  used: { vi: 'Thủ tục dùng mẫu này', en: 'Procedures that print it' },
  choose: { vi: 'Mẫu trước, mẫu sau', en: 'Earlier, later form' },
} as const satisfies Record<string, Words>

export async function loader(args: LoaderFunctionArgs) {
  const page = staffPage(args)
  const forms = await page.client.services.listPrintedForms({})
  const asked = new URL(args.request.url).searchParams.get('mau')
  return {
    forms,
    chosen: Math.max(
      0,
      forms.findIndex(({ form }) => form === asked),
    ),
  }
}

export const meta: MetaFunction = ({ matches }) => titled(matches, adminWords.forms, adminWords.admin)

export default function PrintedForms() {
  const { forms, chosen } = useLoaderData<typeof loader>()
  const { language } = useAdmin()
  const t = useSay()
  const navigate = useNavigate()
  const here = (at: number) => `/quan-tri/mau-in?mau=${forms[at]?.form}`
  const to = (at: number) => {
    if (forms[at]) void navigate(here(at))
  }
  const shown = forms[chosen]
  if (shown === undefined) return null
  const name = say(shown.name, language)
  const sheet = `/quan-tri/mau-in/${shown.form}/xem`
  return (
    <AdminPage
      rail
      keys={{ earlier: () => to(chosen - 1), onward: () => to(chosen + 1) }}
      hints={[{ caps: ['[', ']'], text: t(words.choose) }]}
    >
      <PageHead title={t(words.title)} text={t(words.lead)} />
      <Panes shape="edit">
        <Pane label={t(words.title)} ground="ground">
          <LineList
            label={t(words.title)}
            lines={forms.map((one, at) => ({
              id: one.form,
              href: here(at),
              selected: at === chosen,
              text: say(one.name, language),
              note: one.number === undefined ? t(words.own) : t(words.form, { number: one.number }),
            }))}
          />
        </Pane>
        <Pane label={t(words.sample, { name })} ground="desk" still>
          <PaperFrame key={shown.form} src={sheet} title={t(words.sample, { name })} />
        </Pane>
        <Pane label={t(words.facts)} ground="ground">
          <Block title={name} small>
            <FactRows
              rows={[
                { term: t(words.when), value: say(shown.when, language) },
                {
                  term: t(words.law),
                  value: say(shown.law, language),
                  note: shown.number === undefined ? undefined : t(words.form, { number: shown.number }),
                },
                { term: t(words.file), value: <code className="code">{shown.form}.typ</code> },
                { term: t(words.version), value: <code className="code">{shown.digest.slice(0, 12)}</code> },
              ]}
            />
            <p className="quiet">{t(words.versionText)}</p>
            <p>
              <a href={sheet} target="_blank" rel="noreferrer">
                {t(words.open)}
              </a>
            </p>
          </Block>
          <Block title={t(words.used)} count={shown.procedures.length} small>
            <ul className="icon-lines">
              {shown.procedures.map((procedure) => (
                <li key={procedure.code}>
                  <a href={`/quan-tri/thu-tuc/${encodeURIComponent(procedure.code)}?phan=ket-qua`}>
                    {say(procedure.name, language)}
                  </a>
                </li>
              ))}
            </ul>
          </Block>
        </Pane>
      </Panes>
    </AdminPage>
  )
}
