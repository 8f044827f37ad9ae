import { useRouteLoaderData, type MetaFunction } from 'react-router'
import type { Language } from '#values/words.ts'
import { PageTitle, Section } from '#ui/portal/Columns.tsx'
import { PortalPage } from './PortalPage.tsx'
import { titled } from './title.tsx'

export const meta: MetaFunction = ({ matches }) => titled(matches, { vi: vi.title, en: en.title })

export default function PersonalData() {
  const { language } = useRouteLoaderData('root') as { language: Language }
  const said = language === 'vi' ? vi : en
  return (
    <PortalPage>
      <PageTitle title={said.title} lead={said.lead} />
      {said.parts.map((part) => (
        <Section key={part.title} title={part.title}>
          <p>{part.text}</p>
        </Section>
      ))}
    </PortalPage>
  )
}

const vi = {
  title: 'Dữ liệu cá nhân của ông/bà',
  lead: 'Cơ quan chỉ xem những gì cần để giải quyết hồ sơ, và lần xem nào cũng được ghi lại.',
  parts: [
    {
      title: 'Ai đã xem',
      text: 'Đăng nhập, mở “Ai đã xem dữ liệu” ở trang của ông/bà: mỗi dòng có người xem, cơ quan, lúc xem và vì hồ sơ nào.',
    },
    {
      title: 'Giữ bao lâu',
      text: 'Bản nháp giữ 30 ngày từ lần lưu cuối. Hồ sơ đã nộp giữ theo thời hạn lưu trữ của pháp luật.',
    },
    {
      title: 'Không sửa được dấu vết',
      text: 'Nhật ký được niêm phong bằng mật mã từng giây; ai sửa, xóa hay chèn một dòng đều bị phát hiện.',
    },
    {
      title: 'Cookie',
      text: 'Người dân chỉ có hai cookie: phiên đăng nhập và ngôn ngữ; cán bộ thêm hai cookie giữ cách trình bày. Không có công cụ theo dõi nào.',
    },
  ],
}

const en: typeof vi = {
  title: 'Your personal data',
  lead: 'The authority reads only what a dossier needs, and every reading is recorded.',
  parts: [
    {
      title: 'Who read it',
      text: 'Sign in and open “Who read my data”: each line has the reader, the agency, the time and the dossier.',
    },
    {
      title: 'How long it is kept',
      text: 'Drafts are kept 30 days from the last save. Filed dossiers are kept as the archive law says.',
    },
    {
      title: 'A trail that cannot be changed',
      text: 'The log is sealed every second; an edited, removed or inserted line is found.',
    },
    {
      title: 'Cookies',
      text: 'Two only for citizens: the session and the language; officials have two more for how screens look. No trackers.',
    },
  ],
}
