import { useLoaderData, type LoaderFunctionArgs, type MetaFunction } from 'react-router'
import { showDate } from '#values/show-time.ts'
import type { Words } from '#values/words.ts'
import { StatusText } from '#ui/office/Badge.tsx'
import { DataTable } from '#ui/office/DataTable.tsx'
import { PageHead, Pane, Panes } from '#ui/office/Panes.tsx'
import { EmptyState } from '#ui/office/States.tsx'
import { titled } from '../../titled.ts'
import { OfficePage } from '../OfficePage.tsx'
import { staffPage } from '../staff.ts'
import { useOffice, useSay } from '../use-office.ts'
import { officeWords } from '../words.ts'
import { handoverWords } from './words.ts'

const words = {
  lead: {
    vi: 'Việc của người chuyển đi hoặc thôi việc: trưởng đơn vị giao, người ở lại bấm nhận. Hạn với người dân giữ nguyên.',
    en: 'Work of whoever goes: the head gives it, those who stay accept it. Deadlines stay.',
  },
  who: { vi: 'Ai', en: 'Who' },
  document: { vi: 'Quyết định', en: 'Decision' },
  how: { vi: 'Đến đâu', en: 'How far' },
  waits: { vi: 'Chờ bạn nhận {count}', en: '{count} wait for you' },
  ungiven: { vi: '{count} chưa có người nhận', en: '{count} without anybody' },
  ready: { vi: 'Đã có người cho mọi việc', en: 'Everything is given' },
  none: { vi: 'Không có ai đang bàn giao', en: 'Nobody hands anything over' },
  noneText: {
    vi: 'Khi có quyết định điều động, thôi việc, việc cần bàn giao hiện ở đây.',
    en: 'When somebody is transferred or leaves, their work shows here.',
  },
} as const satisfies Record<string, Words>

export const loader = (args: LoaderFunctionArgs) => staffPage(args).client.workflow.listTaskHandovers({})

export const meta: MetaFunction = ({ matches }) => titled(matches, officeWords.taskHandover, officeWords.brand)

export default function TaskHandovers() {
  const handovers = useLoaderData<typeof loader>()
  const { language } = useOffice()
  const t = useSay()
  return (
    <OfficePage>
      <PageHead title={t(officeWords.taskHandover)} text={t(words.lead)} />
      <Panes shape="one">
        <Pane label={t(officeWords.taskHandover)} still={handovers.length === 0}>
          {handovers.length === 0 ? (
            <EmptyState icon="arrows-exchange" tone="paused" title={t(words.none)} text={t(words.noneText)} />
          ) : (
            <DataTable
              language={language}
              caption={t(officeWords.taskHandover)}
              density="loose"
              sticky
              columns={[
                { key: 'who', title: t(words.who), heads: true },
                { key: 'document', title: t(words.document), quiet: true },
                { key: 'how', title: t(words.how) },
                { key: 'state', title: '', width: 230 },
              ]}
              rows={handovers.map((one) => ({
                id: one.transferId,
                href: `/can-bo/ban-giao-viec/${one.transferId}`,
                who: t(one.leaves ? handoverWords.leaves : handoverWords.goes, {
                  name: one.personName,
                  day: showDate(one.effectiveOn),
                }),
                document: one.document,
                how: t(handoverWords.counts, { given: one.given, total: one.total, accepted: one.accepted }),
                state:
                  one.waiting > 0 ? (
                    <StatusText tone="soon">{t(words.waits, { count: one.waiting })}</StatusText>
                  ) : one.given < one.total ? (
                    <StatusText tone="soon">{t(words.ungiven, { count: one.total - one.given })}</StatusText>
                  ) : (
                    <StatusText tone="good" icon="check">
                      {t(words.ready)}
                    </StatusText>
                  ),
              }))}
            />
          )}
        </Pane>
      </Panes>
    </OfficePage>
  )
}
