import type { Words } from '#values/words.ts'
import { DataTable } from '#ui/office/DataTable.tsx'
import { Block } from '#ui/office/Panes.tsx'
import { useOffice, useSay } from '../use-office.ts'
import type { DeskView } from './desk.tsx'
import { DeskAct } from './DeskAct.tsx'
import { queueWords } from './words.ts'

const words = {
  title: { vi: 'Hôm nay ngồi quầy nào?', en: 'At which desk are you today?' },
  desk: { vi: 'Quầy', en: 'Desk' },
  serves: { vi: 'Nhận việc', en: 'Serves' },
  sit: { vi: 'Ngồi quầy {desk}', en: 'Sit at desk {desk}' },
} as const satisfies Record<string, Words>

/** The desks of the centre; a free one is sat down at. */
export function ChooseDesk({ desks }: Pick<DeskView, 'desks'>) {
  const { language } = useOffice()
  const t = useSay()
  return (
    <Block title={t(words.title)}>
      <DataTable
        language={language}
        caption={t(words.title)}
        inset
        columns={[
          { key: 'desk', title: t(words.desk), heads: true, width: 90, strong: true },
          { key: 'serves', title: t(words.serves) },
          { key: 'who', title: '', width: 190 },
        ]}
        rows={desks.map((desk) => ({
          id: desk.id,
          desk: desk.number,
          serves: desk.services.map(({ name }) => name[language]).join(' · '),
          who: desk.officer ?? <DeskAct what="ngoi" id={desk.id} text={t(words.sit, { desk: desk.number })} />,
        }))}
      />
      <p className="quiet">
        {t(queueWords.state.closed)}: {desks.filter(({ state }) => state === 'closed').length}
      </p>
    </Block>
  )
}
