import type { ReactNode } from 'react'
import { groupThousands } from '#values/money.ts'
import { showDate } from '#values/show-time.ts'
import type { PlainDate } from '#values/plain-date.ts'
import { StatusText } from '#ui/office/Badge.tsx'
import { DataTable } from '#ui/office/DataTable.tsx'
import { Block } from '#ui/office/Panes.tsx'
import { flowWords } from '#engines/national-portal/web/index.ts'
import { useAdmin, useSay } from '../use-admin.ts'
import type { Loaded } from './page.tsx'
import { words } from './words.ts'

type Link = Loaded['link']

/** Each flow with what was sent, accepted, refused, differs and waits. */
export function FlowTable({ link, children }: { readonly link: Link; readonly children: ReactNode }) {
  const { language } = useAdmin()
  const t = useSay()
  const counted = (value: number, tone: 'late' | 'soon') =>
    value === 0 ? '0' : <span className={`tone-${tone} toned`}>{groupThousands(value)}</span>
  return (
    <Block
      title={t(words.flows)}
      note={t(words.flowsNote, { from: showDate(link.from as PlainDate) })}
      right={
        <span className="in-line">
          <span className="quiet">
            {link.checksDue > 0 ? t(words.checking, { count: groupThousands(link.checksDue) }) : t(words.nightly)}
          </span>
          {children}
        </span>
      }
    >
      <DataTable
        language={language}
        caption={t(words.flows)}
        inset
        columns={[
          { key: 'flow', title: t(words.flow), heads: true },
          { key: 'sent', title: t(words.sent), number: true, width: 84 },
          { key: 'accepted', title: t(words.accepted), number: true, width: 96 },
          { key: 'refused', title: t(words.refused), number: true, width: 96 },
          { key: 'differing', title: t(words.differing), number: true, width: 100 },
          { key: 'waiting', title: t(words.waiting), number: true, width: 92 },
          { key: 'now', title: t(words.now), width: 130 },
        ]}
        rows={link.flows.map((one) => ({
          id: one.flow,
          flow: (
            <>
              {t(flowWords[one.flow])} <small>{t(one.flow === 'filed' ? words.in : words.out)}</small>
            </>
          ),
          sent: groupThousands(one.sent),
          accepted: groupThousands(one.accepted),
          refused: counted(one.refused, 'late'),
          differing: counted(one.differing, 'soon'),
          waiting: groupThousands(one.waiting),
          now: <Now {...one} />,
        }))}
      />
    </Block>
  )
}

function Now({ refused, differing, waiting }: Pick<Link['flows'][number], 'refused' | 'differing' | 'waiting'>) {
  const t = useSay()
  if (waiting > 0)
    return (
      <StatusText tone="info" icon="refresh">
        {t(words.underway)}
      </StatusText>
    )
  if (refused + differing > 0)
    return (
      <StatusText tone="soon" icon="alert-circle">
        {t(words.look, { count: groupThousands(refused + differing) })}
      </StatusText>
    )
  return (
    <StatusText tone="good" icon="circle-check">
      {t(words.same)}
    </StatusText>
  )
}
