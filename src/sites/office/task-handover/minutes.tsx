import { useLoaderData, type LoaderFunctionArgs, type MetaFunction } from 'react-router'
import { dateAt } from '#values/plain-date.ts'
import { showDate } from '#values/show-time.ts'
import type { Words } from '#values/words.ts'
import { Act } from '#ui/office/Button.tsx'
import { DataTable } from '#ui/office/DataTable.tsx'
import { PageHead, Pane, Panes } from '#ui/office/Panes.tsx'
import { titled } from '../../titled.ts'
import { OfficePage } from '../OfficePage.tsx'
import { staffPage } from '../staff.ts'
import { useOffice, useSay } from '../use-office.ts'
import { officeWords } from '../words.ts'
import '../counter/counter.css'
import { handoverWords } from './words.ts'

const words = {
  back: { vi: 'Về danh sách việc', en: 'Back to the work' },
  print: { vi: 'In', en: 'Print' },
  state: { vi: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', en: 'SOCIALIST REPUBLIC OF VIET NAM' },
  motto: { vi: 'Độc lập - Tự do - Hạnh phúc', en: 'Independence - Freedom - Happiness' },
  heading: { vi: 'BIÊN BẢN BÀN GIAO CÔNG VIỆC', en: 'MINUTES OF HAND-OVER OF WORK' },
  ground: {
    vi: 'Căn cứ Quyết định {document} ngày {decided}, có hiệu lực từ ngày {day}, ông (bà) {name} bàn giao {total} việc đang giải quyết sau đây. Hạn trả kết quả cho người dân, doanh nghiệp giữ nguyên.',
    en: 'By Decision {document} of {decided}, in force from {day}, {name} hands over the following {total} pieces of work under way. Deadlines to citizens and enterprises stay.',
  },
  number: { vi: 'TT', en: 'No.' },
  code: { vi: 'Mã hồ sơ', en: 'Code' },
  work: { vi: 'Việc', en: 'Work' },
  due: { vi: 'Hạn', en: 'Due' },
  receiver: { vi: 'Người nhận', en: 'Receiver' },
  accepted: { vi: 'Ngày nhận', en: 'Accepted' },
  giverSigns: { vi: 'Người bàn giao', en: 'Handed over by' },
  receiversSign: { vi: 'Người nhận', en: 'Received by' },
  headSigns: { vi: 'Trưởng đơn vị', en: 'Head of the unit' },
} as const satisfies Record<string, Words>

export const loader = (args: LoaderFunctionArgs) =>
  staffPage(args).client.workflow.viewTaskHandover({ transferId: args.params['id'] ?? '' })

export const meta: MetaFunction<typeof loader> = ({ loaderData, matches }) =>
  titled(matches, handoverWords.minutes, loaderData?.personName, officeWords.brand)

export default function Minutes() {
  const handover = useLoaderData<typeof loader>()
  const { language } = useOffice()
  const t = useSay()
  const { document, personName: name, total, items, transferId } = handover
  const receivers = [...new Set(items.flatMap(({ toName }) => toName ?? []))]
  return (
    <OfficePage>
      <PageHead
        title={t(handoverWords.minutes)}
        back={{ href: `/can-bo/ban-giao-viec/${transferId}`, text: t(words.back) }}
        right={<Act kind="primary" icon="printer" text={t(words.print)} onAct={() => window.print()} />}
      />
      <Panes shape="one">
        <Pane label={t(handoverWords.minutes)} still>
          <article className="minutes">
            <p className="sheet-state">
              <b>{t(words.state)}</b>
              {t(words.motto)}
            </p>
            <h2>{t(words.heading)}</h2>
            <p>
              {t(words.ground, {
                document,
                name,
                total,
                decided: showDate(handover.decidedOn),
                day: showDate(handover.effectiveOn),
              })}
            </p>
            <DataTable
              language={language}
              caption={t(handoverWords.minutes)}
              inset
              columns={[
                { key: 'number', title: t(words.number), width: 40 },
                { key: 'code', title: t(words.code), width: 150, code: true },
                { key: 'work', title: t(words.work), heads: true },
                { key: 'due', title: t(words.due), width: 95 },
                { key: 'receiver', title: t(words.receiver), width: 150 },
                { key: 'accepted', title: t(words.accepted), width: 95 },
              ]}
              rows={items.map((item, at) => ({
                id: item.taskId,
                number: at + 1,
                code: item.code,
                work: `${item.title} · ${item.line} · ${t(item.stepName)}`,
                due: showDate(dateAt(item.due)),
                receiver: item.toName ?? t(handoverWords.nobody),
                accepted: item.acceptedAt === null ? '' : showDate(dateAt(item.acceptedAt)),
              }))}
            />
            <div className="sign-here">
              <p>
                {t(words.giverSigns)}
                <b>{name}</b>
              </p>
              <p>
                {t(words.receiversSign)}
                <b>{receivers.join(', ')}</b>
              </p>
              <p>
                {t(words.headSigns)}
                <b>{handover.leaders.map((one) => one.name).join(', ')}</b>
              </p>
            </div>
          </article>
        </Pane>
      </Panes>
    </OfficePage>
  )
}
