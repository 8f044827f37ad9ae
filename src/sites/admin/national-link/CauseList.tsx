import { Form } from 'react-router'
import { groupThousands } from '#values/money.ts'
import { Act } from '#ui/office/Button.tsx'
import { DataTable } from '#ui/office/DataTable.tsx'
import { Block } from '#ui/office/Panes.tsx'
import { EmptyState } from '#ui/office/States.tsx'
import { causeWords } from '#engines/national-portal/web/index.ts'
import { FormToken } from '../../FormToken.tsx'
import { SendOnce } from '../../SendOnce.tsx'
import { useAdmin, useSay } from '../use-admin.ts'
import type { Loaded } from './page.tsx'
import { words } from './words.ts'

interface CauseListProps {
  readonly here: string
  readonly causes: Loaded['link']['causes']
  readonly chosen: Loaded['cause']
  readonly mayMend: boolean
}

/** What must be mended, by cause, each with its one repair. */
export function CauseList({ here, causes, chosen, mayMend }: CauseListProps) {
  const { language } = useAdmin()
  const t = useSay()
  const all = causes.reduce((sum, { count }) => sum + count, 0)
  return (
    <Block title={t(words.mend)} note={all > 0 ? t(words.mendNote, { count: groupThousands(all) }) : undefined}>
      {causes.length === 0 ? (
        <EmptyState icon="circle-check" tone="good" title={t(words.none)} text={t(words.noneText)} />
      ) : (
        <DataTable
          language={language}
          caption={t(words.mend)}
          density="loose"
          inset
          columns={[
            { key: 'count', title: t(words.number), width: 64, strong: true },
            { key: 'how', title: t(words.how), heads: true },
            { key: 'repair', title: t(words.repair), width: 240 },
          ]}
          rows={causes.map(({ cause, count }) => ({
            id: cause,
            href: `${here}?nguyen-nhan=${cause}`,
            selected: cause === chosen,
            count: groupThousands(count),
            how: (
              <>
                <b>{t(causeWords[cause].title)}</b>
                <br />
                <small>{t(causeWords[cause].why)}</small>
              </>
            ),
            repair: mayMend ? (
              <Form method="post">
                <FormToken />
                <SendOnce />
                <input type="hidden" name="xem" value={cause} />
                <Act name="nguyen-nhan" value={cause} text={t(causeWords[cause].repair)} />
              </Form>
            ) : (
              t(causeWords[cause].repair)
            ),
          }))}
        />
      )}
    </Block>
  )
}
