import { type LoaderFunctionArgs, type MetaFunction } from 'react-router'
import type { Words } from '#values/words.ts'
import { DataTable } from '#ui/office/DataTable.tsx'
import { PageHead, Pane, Panes } from '#ui/office/Panes.tsx'
import { staffPage } from '../office/staff.ts'
import { AdminPage } from './AdminPage.tsx'
import { useAdmin, useSay } from './use-admin.ts'

const words = {
  title: { vi: 'Mẫu in', en: 'Printed forms' },
  lead: {
    vi: 'Mẫu 01–06 theo Thông tư 01/2018/TT-VPCP; mỗi tờ có mã QR dẫn về trang kiểm tra.',
    en: 'Forms 01–06 of Circular 01/2018/TT-VPCP; each sheet has a QR code.',
  },
  number: { vi: 'Mẫu', en: 'Form' },
  name: { vi: 'Tên', en: 'Name' },
  source: { vi: 'Phần in ra', en: 'Printed by' },
  where: { vi: 'In ở đâu', en: 'Where' },
  template: { vi: 'Tệp mẫu', en: 'Template' },
  services: { vi: 'Giải quyết thủ tục', en: 'Services' },
} as const satisfies Record<string, Words>

/** The forms that the platform prints, with the file of each; their data come from the dossier alone. */
const forms = [
  {
    file: 'receipt-slip',
    number: '01',
    name: { vi: 'Giấy tiếp nhận hồ sơ và hẹn trả kết quả', en: 'Receipt and appointment' },
    where: { vi: 'Quầy, khi tiếp nhận', en: 'Counter, on reception' },
    href: '/can-bo/quay',
  },
  {
    file: 'supplement-request',
    number: '02',
    name: { vi: 'Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ', en: 'Request to supplement' },
    where: { vi: 'Trong hồ sơ, khi yêu cầu bổ sung', en: 'In the dossier' },
    href: '/can-bo/ho-so',
  },
  {
    file: 'rejection-slip',
    number: '03',
    name: { vi: 'Phiếu từ chối tiếp nhận giải quyết hồ sơ', en: 'Rejection slip' },
    where: { vi: 'Trong hồ sơ, khi từ chối nhận', en: 'In the dossier' },
    href: '/can-bo/ho-so',
  },
  {
    file: 'apology-notice',
    number: '04',
    name: { vi: 'Phiếu xin lỗi và hẹn lại ngày trả kết quả', en: 'Apology and new appointment' },
    where: { vi: 'Trong hồ sơ, khi trễ hẹn', en: 'In the dossier' },
    href: '/can-bo/ho-so',
  },
  {
    file: 'control-slip',
    number: '05',
    name: { vi: 'Phiếu kiểm soát quá trình giải quyết hồ sơ', en: 'Control slip' },
    where: { vi: 'Quầy, đi cùng hồ sơ giấy', en: 'Counter, goes with the papers' },
    href: '/can-bo/ho-so',
  },
  {
    file: 'dossier-book',
    number: '06',
    name: { vi: 'Sổ theo dõi hồ sơ', en: 'Dossier book' },
    where: { vi: 'Sổ theo dõi, theo kỳ', en: 'Dossier book, by period' },
    href: '/can-bo/so-theo-doi',
  },
  {
    file: 'handover-list',
    number: '–',
    name: { vi: 'Danh sách bàn giao hồ sơ giấy', en: 'Hand-over list' },
    where: { vi: 'Bàn giao', en: 'Hand-over' },
    href: '/can-bo/ban-giao',
  },
  {
    file: 'application',
    number: '–',
    name: { vi: 'Tờ khai của người nộp', en: 'The application' },
    where: { vi: 'Trong hồ sơ', en: 'In the dossier' },
    href: '/can-bo/ho-so',
  },
  {
    file: 'result',
    number: '–',
    name: { vi: 'Kết quả giải quyết (quyết định, giấy phép, giấy xác nhận)', en: 'The result' },
    where: { vi: 'Trả kết quả', en: 'Hand out results' },
    href: '/can-bo/tra-ket-qua',
  },
] as const

export function loader(args: LoaderFunctionArgs) {
  staffPage(args)
  return null
}

export const meta: MetaFunction = () => [{ title: 'Mẫu in – Quản trị' }]

export default function PrintedForms() {
  const { language } = useAdmin()
  const t = useSay()
  return (
    <AdminPage>
      <PageHead title={t(words.title)} text={t(words.lead)} />
      <Panes shape="one">
        <Pane label={t(words.title)}>
          <DataTable
            language={language}
            caption={t(words.title)}
            columns={[
              { key: 'number', title: t(words.number), width: 70, strong: true },
              { key: 'name', title: t(words.name), heads: true },
              { key: 'source', title: t(words.source), width: 180, quiet: true },
              { key: 'template', title: t(words.template), width: 200, code: true, quiet: true },
              { key: 'where', title: t(words.where), width: 270 },
            ]}
            rows={forms.map((form) => ({
              id: form.file,
              number: form.number,
              name: t(form.name),
              source: t(words.services),
              template: `${form.file}.typ`,
              where: <a href={form.href}>{t(form.where)}</a>,
            }))}
          />
        </Pane>
      </Panes>
    </AdminPage>
  )
}
