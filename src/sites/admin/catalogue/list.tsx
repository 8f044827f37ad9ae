import {
  Form,
  redirect,
  useActionData,
  useLoaderData,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from 'react-router'
import { groupThousands } from '#values/money.ts'
import { dateAt } from '#values/plain-date.ts'
import { showDate, showInstant } from '#values/show-time.ts'
import type { Words } from '#values/words.ts'
import { Act } from '#ui/office/Button.tsx'
import { DataTable } from '#ui/office/DataTable.tsx'
import { TextField } from '#ui/office/Fields.tsx'
import { Block, PageHead, Pane, Panes } from '#ui/office/Panes.tsx'
import { EmptyState } from '#ui/office/States.tsx'
import { FormToken } from '../../FormToken.tsx'
import { linesOf, textOf } from '../../form-text.ts'
import { RefusedNote } from '../../office/RefusedNote.tsx'
import { refusedAnswer, staffPage } from '../../office/staff.ts'
import { SendOnce } from '../../SendOnce.tsx'
import { titled } from '../../titled.ts'
import { AdminPage } from '../AdminPage.tsx'
import { ChooseFile } from '../import/ChooseFile.tsx'
import { useAdmin, useSay } from '../use-admin.ts'
import { adminWords } from '../words.ts'
import { announcementOf, AnnouncementFields } from './AnnouncementFields.tsx'
import { catalogueWords, place, states, stateWords } from './words.ts'

const words = {
  lead: {
    vi: 'Danh mục nhập vào được giữ nguyên bản, đối chiếu với thủ tục đang có, rồi công bố theo quyết định.',
    en: 'A catalogue is kept as it came, held against what is here, and announced by a decision.',
  },
  came: { vi: 'Các lần nhập', en: 'Imports' },
  from: { vi: 'Nguồn', en: 'From' },
  at: { vi: 'Lúc', en: 'At' },
  none: { vi: 'Chưa nhập danh mục nào', en: 'No catalogue yet' },
  noneText: { vi: 'Gửi tệp ở bên phải, hoặc dùng dòng lệnh.', en: 'Send a file at the right, or by the command line.' },
  decisions: { vi: 'Quyết định đã ghi', en: 'Decisions' },
  kind: { vi: 'Loại', en: 'Kind' },
  announced: { vi: 'Công bố', en: 'Announces' },
  repealed: { vi: 'Bãi bỏ', en: 'Repeals' },
  signed: { vi: 'Ký', en: 'Signed' },
  published: { vi: 'Công khai', en: 'Published' },
  effective: { vi: 'Áp dụng', en: 'In effect' },
  count: { vi: 'Thủ tục', en: 'Procedures' },
  send: { vi: 'Nhập danh mục', en: 'Import a catalogue' },
  choose: { vi: 'Tệp JSON hoặc JSONL', en: 'A JSON or JSONL file' },
  hint: {
    vi: 'Bản ghi của cơ sở dữ liệu quốc gia hoặc danh mục của tỉnh. Nhiều nhất 1,4 MB; tệp lớn hơn dùng dòng lệnh',
    en: 'Records of the national database or of the province. 1.4 MB at the most; larger ones by the command line',
  },
  anyFile: { vi: 'TỆP', en: 'FILE' },
  delisted: { vi: 'Không còn trong danh sách quốc gia', en: 'No longer in the national list' },
  delistedText: {
    vi: 'Cổng quốc gia đã bỏ các thủ tục này, ở đây vẫn nhận hồ sơ. Bấm một dòng để ghi quyết định bãi bỏ.',
    en: 'The national portal took these away, here they are still taken. Press a line to repeal it.',
  },
  since: { vi: 'Thấy lúc', en: 'Seen' },
  repeal: { vi: 'Bãi bỏ thủ tục', en: 'Repeal procedures' },
  repealText: {
    vi: 'Từ ngày áp dụng không nhận hồ sơ mới; hồ sơ đã nhận giải quyết đến xong.',
    en: 'From that day no dossier is taken; those taken before are settled.',
  },
  codes: { vi: 'Mã thủ tục, mỗi dòng một mã', en: 'Codes, one a line' },
} as const satisfies Record<string, Words>

export async function loader(args: LoaderFunctionArgs) {
  const { services, nationalPortal } = staffPage(args).client
  const [imports, announcements, delisted] = await Promise.all([
    services.listCatalogueImports({}),
    services.listAnnouncements({}),
    nationalPortal.listDelistedProcedures({}),
  ])
  const repealed = new URL(args.request.url).searchParams.get('bai-bo')
  return { imports, announcements, delisted, repealed, today: dateAt(new Date()) }
}

export async function action(args: ActionFunctionArgs) {
  const page = staffPage(args)
  const { services } = page.client
  const form = await args.request.formData()
  try {
    if (textOf(form, 'viec') === 'bai-bo') {
      await services.repealProcedures({ codes: linesOf(form, 'ma'), announcement: announcementOf(form) })
      return redirect(place)
    }
    const { id } = await services.takeCatalogue({ fileName: textOf(form, 'ten'), content: textOf(form, 'noi-dung') })
    return redirect(`${place}/${id}`)
  } catch (error) {
    // The browser has the file: it need not be sent back.
    form.delete('noi-dung')
    return refusedAnswer(error, page, form)
  }
}

export const meta: MetaFunction = ({ matches }) => titled(matches, catalogueWords.title, adminWords.admin)

export default function Catalogues() {
  const { imports, announcements, delisted, repealed, today } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  const { language } = useAdmin()
  const t = useSay()
  const typed = failed?.refused.typed
  return (
    <AdminPage>
      <PageHead
        title={t(catalogueWords.title)}
        text={t(words.lead)}
        back={{ href: '/quan-tri/thu-tuc', text: t(adminWords.procedures) }}
        right={<Act icon="chart-bar" text={t(catalogueWords.figures)} href="/quan-tri/thu-tuc/cong-khai" />}
      />
      <Panes shape="side">
        <Pane label={t(words.came)} still={imports.length === 0 && announcements.length === 0}>
          {imports.length === 0 ? (
            <EmptyState title={t(words.none)} icon="file-import" tone="paused" text={t(words.noneText)} />
          ) : (
            <DataTable
              language={language}
              caption={t(words.came)}
              density="loose"
              columns={[
                { key: 'from', title: t(words.from), heads: true },
                { key: 'at', title: t(words.at), width: 120, quiet: true },
                ...states.map((state) => ({ key: state, title: t(stateWords[state].words), width: 76, number: true })),
              ]}
              rows={imports.map(({ id, title, createdAt, counts }) => ({
                id,
                href: `${place}/${id}`,
                from: title,
                at: showInstant(createdAt, language),
                ...Object.fromEntries(states.map((state) => [state, groupThousands(counts[state])])),
              }))}
            />
          )}
          {delisted.length > 0 && (
            <Block title={t(words.delisted)} count={delisted.length}>
              <p className="quiet">{t(words.delistedText)}</p>
              <DataTable
                language={language}
                caption={t(words.delisted)}
                inset
                columns={[
                  { key: 'code', title: t(catalogueWords.code), width: 100, code: true },
                  { key: 'name', title: t(catalogueWords.name), heads: true },
                  { key: 'since', title: t(words.since), width: 120 },
                ]}
                rows={delisted.map(({ code, name, since }) => ({
                  id: code,
                  href: `${place}?bai-bo=${encodeURIComponent(code)}`,
                  code,
                  name,
                  since: showInstant(since, language),
                }))}
              />
            </Block>
          )}
          {announcements.length > 0 && (
            <Block title={t(words.decisions)} count={groupThousands(announcements.length)}>
              <DataTable
                language={language}
                caption={t(words.decisions)}
                inset
                columns={[
                  { key: 'document', title: t(catalogueWords.decision), heads: true },
                  { key: 'kind', title: t(words.kind), width: 110 },
                  { key: 'signed', title: t(words.signed), width: 100 },
                  { key: 'published', title: t(words.published), width: 100 },
                  { key: 'effective', title: t(words.effective), width: 100 },
                  { key: 'count', title: t(words.count), width: 90, number: true },
                ]}
                rows={announcements.map((one) => ({
                  id: one.id,
                  document: one.document,
                  kind: t(words[one.kind]),
                  signed: showDate(one.signedOn),
                  published: showDate(one.publishedOn),
                  effective: showDate(one.effectiveOn),
                  count: groupThousands(one.procedures),
                }))}
              />
            </Block>
          )}
        </Pane>
        <Pane label={t(words.send)} ground="ground">
          {failed && (
            <Block>
              <RefusedNote language={language} refused={failed.refused} />
            </Block>
          )}
          <Block title={t(words.send)} small>
            <ChooseFile
              label={t(words.choose)}
              hint={t(words.hint)}
              accept=".json,.jsonl"
              command={`./lien-thong import procedures ${t(words.anyFile)}.jsonl`}
            />
          </Block>
          <Block title={t(words.repeal)} small>
            <p className="quiet">{t(words.repealText)}</p>
            <details className="more" open={typed?.['viec'] === 'bai-bo' || repealed !== null || undefined}>
              <summary>{t(words.repeal)}</summary>
              <Form method="post" className="plan-fields">
                <FormToken />
                <SendOnce />
                <input type="hidden" name="viec" value="bai-bo" />
                <TextField name="ma" rows={3} label={t(words.codes)} value={typed?.['ma'] ?? repealed ?? ''} required />
                <AnnouncementFields today={today} typed={typed} />
                <Act icon="trash" text={t(words.repeal)} />
              </Form>
            </details>
          </Block>
        </Pane>
      </Panes>
    </AdminPage>
  )
}
