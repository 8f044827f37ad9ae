import {
  redirect,
  useActionData,
  useLoaderData,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from 'react-router'
import { groupThousands } from '#values/money.ts'
import { showInstant } from '#values/show-time.ts'
import type { Words } from '#values/words.ts'
import { StatusText } from '#ui/office/Badge.tsx'
import { Act } from '#ui/office/Button.tsx'
import { DataTable } from '#ui/office/DataTable.tsx'
import { Block, PageHead, Pane, Panes } from '#ui/office/Panes.tsx'
import { EmptyState } from '#ui/office/States.tsx'
import { textOf } from '../../form-text.ts'
import { RefusedNote } from '../../office/RefusedNote.tsx'
import { refusedAnswer, staffPage } from '../../office/staff.ts'
import { titled } from '../../titled.ts'
import { AdminPage } from '../AdminPage.tsx'
import { useAdmin, useSay } from '../use-admin.ts'
import { adminWords } from '../words.ts'
import { ChooseFile } from './ChooseFile.tsx'
import { importWords, statusWords } from './words.ts'

const words = {
  lead: {
    vi: 'Đơn vị, vị trí và người. Xem trước rồi mới ghi, hoàn tác được',
    en: 'Units, posts and people. Previewed before anything is written, and taken back',
  },
  file: { vi: 'Tệp', en: 'File' },
  by: { vi: 'Người gửi', en: 'Sent by' },
  at: { vi: 'Gửi lúc', en: 'Sent' },
  state: { vi: 'Tình trạng', en: 'State' },
  none: { vi: 'Chưa nhập lần nào', en: 'Nothing imported yet' },
  noneText: {
    vi: 'Tải bảng mẫu, điền, rồi gửi. Chưa có gì được ghi cho đến khi bấm Thực hiện.',
    en: 'Download the template, fill it in, send it. Nothing is written until you carry it out.',
  },
  choose: { vi: 'Tệp .xlsx hoặc .csv', en: 'An .xlsx or .csv file' },
  hint: {
    vi: 'Nhiều nhất 1,4 MB, 20.000 dòng. Cả tỉnh 5.000 người, 250 đơn vị là khoảng 0,4 MB',
    en: '1.4 MB and 20,000 lines at the most. A province of 5,000 people in 250 units has some 0.4 MB',
  },
  anyFile: { vi: 'TỆP', en: 'FILE' },
  send: { vi: 'Gửi bảng', en: 'Send a spreadsheet' },
  template: { vi: 'Bảng mẫu', en: 'Template' },
  templateText: {
    vi: 'Ba trang: Đơn vị, Vị trí, Người; trang Cách ghi nói từng cột. Cũng ghi được: đơn vị chuyển về dưới đơn vị khác, vị trí thôi, người thôi giữ. Bỏ trang không dùng. Cột nhận ra theo tên, có dấu hay không, ở thứ tự nào cũng được; cần đủ các cột có dữ liệu bắt buộc.',
    en: 'Three sheets: units, posts, people; a legend tells every column. They also say that a unit stands below another, that a post ends, that somebody leaves one. Leave out what you do not need. Columns go by their titles, with or without tone marks, in any order.',
  },
  download: { vi: 'Tải bảng mẫu', en: 'Download the template' },
} as const satisfies Record<string, Words>

export async function loader(args: LoaderFunctionArgs) {
  const { client } = staffPage(args)
  return { rows: await client.directory.listImports({}) }
}

export async function action(args: ActionFunctionArgs) {
  const page = staffPage(args)
  const form = await args.request.formData()
  try {
    const { id } = await page.client.directory.startImport({
      fileName: textOf(form, 'ten'),
      content: textOf(form, 'noi-dung'),
    })
    return redirect(`/quan-tri/to-chuc/nhap/${id}`)
  } catch (error) {
    // The browser has the file: it need not be sent back.
    form.delete('noi-dung')
    return refusedAnswer(error, page, form)
  }
}

export const meta: MetaFunction = ({ matches }) => titled(matches, importWords.title, adminWords.admin)

export default function Imports() {
  const { rows } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  const { language } = useAdmin()
  const t = useSay()
  return (
    <AdminPage>
      <PageHead
        title={t(importWords.title)}
        text={t(words.lead)}
        back={{ href: '/quan-tri/to-chuc', text: t(adminWords.organisation) }}
      />
      <Panes shape="side">
        <Pane label={t(importWords.title)} still={rows.length === 0}>
          {rows.length === 0 ? (
            <EmptyState title={t(words.none)} icon="file-import" tone="paused" text={t(words.noneText)} />
          ) : (
            <DataTable
              language={language}
              caption={t(importWords.title)}
              sticky
              density="loose"
              columns={[
                { key: 'file', title: t(words.file), heads: true },
                { key: 'at', title: t(words.at), width: 130, quiet: true },
                { key: 'by', title: t(words.by), width: 130, quiet: true },
                { key: 'new', title: t(importWords.new), width: 70, number: true },
                { key: 'changed', title: t(importWords.changed), width: 90, number: true },
                { key: 'aside', title: t(importWords.aside), width: 80, number: true },
                { key: 'state', title: t(words.state), width: 150 },
              ]}
              rows={rows.map((row) => ({
                id: row.id,
                href: `/quan-tri/to-chuc/nhap/${row.id}`,
                file: row.fileName,
                at: showInstant(row.createdAt, language),
                by: row.createdByName,
                new: groupThousands(row.counts.new),
                changed: groupThousands(row.counts.changed),
                aside: groupThousands(row.counts.aside),
                state: (
                  <StatusText tone={statusWords[row.status].tone} icon={statusWords[row.status].icon}>
                    {t(statusWords[row.status].words)}
                  </StatusText>
                ),
              }))}
            />
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
              accept=".xlsx,.csv,.txt"
              command={`./lien-thong import organization ${t(words.anyFile)}.xlsx`}
            />
          </Block>
          <Block title={t(words.template)} small>
            <div className="standing">
              <p className="quiet">{t(words.templateText)}</p>
              <Act icon="download" wide text={t(words.download)} href="/quan-tri/to-chuc/nhap/bang-mau" />
            </div>
          </Block>
        </Pane>
      </Panes>
    </AdminPage>
  )
}
