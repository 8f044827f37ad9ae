import { PersonLine } from '#ui/office/Avatar.tsx'
import { Act } from '#ui/office/Button.tsx'
import { Block, Pane } from '#ui/office/Panes.tsx'
import { FailedColumn } from '../office/Failed.tsx'
import { lastDayOf } from '../office/dossier/last-day.ts'
import type { RightsPlace } from './rights-place.ts'
import { rightsWords as words } from './rights-words.ts'
import type { Rights } from './rights.tsx'
import { useAdmin, useSay } from './use-admin.ts'

interface WhoSeesProps {
  readonly readers: Rights['readers']
  readonly place: RightsPlace
}

/** The right column: everybody who sees the dossier, by which way, and until when. */
export function WhoSees({ readers, place }: WhoSeesProps) {
  const { language } = useAdmin()
  const t = useSay()
  if (readers === undefined) return null
  if ('failed' in readers)
    return (
      <Pane label={t(words.who)}>
        <FailedColumn language={language} told={readers.failed} />
      </Pane>
    )
  const { readers: all, applicants } = readers.value
  const people = new Set(all.map((one) => one.personId)).size
  const listed = (rows: typeof all) => (
    <ul className="person-list">
      {rows.map((one) => (
        <li key={`${one.personId} ${one.by} ${one.title} ${one.until}`}>
          <PersonLine
            name={one.name}
            text={[
              `${one.title}, ${one.unitName}`,
              t(one.words),
              one.fromName && t(words.onBehalf, { name: one.fromName }),
              one.until && t(words.until, { day: lastDayOf(one.until) }),
            ]
              .filter(Boolean)
              .join(' · ')}
            right={one.works ? t(words.works) : undefined}
            size="small"
          />
        </li>
      ))}
    </ul>
  )
  const everyone = all.filter((one) => one.by === 'all')
  return (
    <Pane
      label={t(words.who)}
      foot={
        <Act
          icon="download"
          text={t(words.download)}
          href={`/api/services/access/readers/export?${new URLSearchParams({
            dossier: place.code,
            ...(place.at && { at: new Date(place.at).toISOString() }),
          })}`}
        />
      }
    >
      <Block title={t(words.who)} count={t(words.count, { count: people })}>
        {listed(all.filter((one) => one.by !== 'all'))}
      </Block>
      {everyone.length > 0 && (
        <Block title={t(words.everyone)} count={t(words.count, { count: everyone.length })} small>
          {listed(everyone)}
        </Block>
      )}
      <Block title={t(words.outside)} count={t(words.count, { count: applicants.length })} small>
        <ul className="person-list">
          {applicants.map((one, at) => (
            <li key={at}>
              <PersonLine name={one.name ?? t(words.unnamed)} text={t(one.words)} size="small" />
            </li>
          ))}
        </ul>
      </Block>
    </Pane>
  )
}
