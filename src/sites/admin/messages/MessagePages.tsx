import type { ReactNode } from 'react'
import { PageHead } from '#ui/office/Panes.tsx'
import { Tabs } from '#ui/office/Tabs.tsx'
import type { Words } from '#values/words.ts'
import { AdminPage } from '../AdminPage.tsx'
import { useSay } from '../use-admin.ts'
import { adminWords } from '../words.ts'

const words = {
  lead: {
    vi: 'Người nộp được báo gì, bằng cách nào; tin nào hỏng; tốn bao nhiêu',
    en: 'What applicants are told and how, what failed, what it costs',
  },
} as const satisfies Record<string, Words>

export const tabs = {
  state: { href: '/quan-tri/tin-nhan', title: { vi: 'Tình trạng gửi', en: 'State' } },
  templates: { href: '/quan-tri/tin-nhan/mau', title: { vi: 'Mẫu tin', en: 'Templates' } },
  costs: { href: '/quan-tri/tin-nhan/chi-phi', title: { vi: 'Chi phí SMS', en: 'Costs of SMS' } },
} as const satisfies Record<string, { href: string; title: Words }>

/** One of the pages about messages, with the way to the others. */
export function MessagePages({ tab, children }: { readonly tab: keyof typeof tabs; readonly children: ReactNode }) {
  const t = useSay()
  return (
    <AdminPage>
      <PageHead title={t(adminWords.messages)} text={t(words.lead)} />
      <Tabs
        label={t(adminWords.messages)}
        items={Object.entries(tabs).map(([name, one]) => ({
          href: one.href,
          text: t(one.title),
          current: name === tab,
        }))}
      />
      {children}
    </AdminPage>
  )
}
