import { useRouteLoaderData, type MetaFunction } from 'react-router'
import type { Language } from '#values/words.ts'
import { PageTitle, Section } from '#ui/portal/Columns.tsx'
import { PortalPage } from './PortalPage.tsx'
import { titled } from './title.tsx'

export const meta: MetaFunction = ({ matches }) => titled(matches, { vi: vi.title, en: en.title })

export default function Accessibility() {
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
  title: 'Khả năng tiếp cận',
  lead: 'Ai cũng phải nộp được hồ sơ, bằng máy nào cũng được.',
  parts: [
    {
      title: 'Chuẩn',
      text: 'Cổng làm theo WCAG 2.2 mức AA và Thông tư 26/2020/TT-BTTTT. Mọi trang được máy kiểm tra trước khi đưa lên.',
    },
    {
      title: 'Không có JavaScript',
      text: 'Đọc, tra cứu và nộp hồ sơ đều làm được khi trình duyệt không chạy JavaScript.',
    },
    {
      title: 'Bàn phím và máy đọc màn hình',
      text: 'Mọi việc làm được bằng phím Tab, Enter và phím cách; chỗ đang đứng có viền rõ. Nhãn và lỗi được đọc bằng tiếng Việt.',
    },
    {
      title: 'Chữ to, tương phản cao',
      text: 'Phóng chữ đến 200% trang vẫn xếp một cột, không mất chữ. Trang theo cài đặt tương phản cao và giảm chuyển động của máy.',
    },
    { title: 'Cách khác', text: 'Không dùng được mạng thì đến bất kỳ Bộ phận Một cửa nào; cán bộ sẽ nhập giúp.' },
  ],
}

const en: typeof vi = {
  title: 'Accessibility',
  lead: 'Everyone must be able to file, on whatever device.',
  parts: [
    {
      title: 'Standard',
      text: 'The portal follows WCAG 2.2 AA and Circular 26/2020/TT-BTTTT. Every page is checked by machine before it is published.',
    },
    { title: 'Without JavaScript', text: 'Reading, tracking and filing work when the browser runs no JavaScript.' },
    {
      title: 'Keyboard and screen readers',
      text: 'Everything works with Tab, Enter and the space bar; the focus is always visible. Labels and errors are read out.',
    },
    {
      title: 'Large text, high contrast',
      text: 'At 200% text the page becomes one column and loses nothing. It follows your settings for contrast and motion.',
    },
    { title: 'Other ways', text: 'Go to any one-stop counter; an officer will type for you.' },
  ],
}
