import { groupThousands } from '#values/money.ts'
import { showInstant } from '#values/show-time.ts'
import { NoteBox } from '#ui/office/Badge.tsx'
import { DataTable } from '#ui/office/DataTable.tsx'
import { Block, Stepper } from '#ui/office/Panes.tsx'
import { causeWords, fieldWords, statusWords } from '#engines/national-portal/web/index.ts'
import type { Cause } from '#engines/national-portal/declare.ts'
import type { Say } from '../../office/staff.ts'
import { useAdmin, useSay } from '../use-admin.ts'
import type { Loaded } from './page.tsx'
import { words } from './words.ts'

interface ComparedProps {
  readonly here: string
  readonly cause: Cause
  readonly found: Loaded['found']
  readonly at: number
  /** All of this cause; more than `found` may hold. */
  readonly count: number
}

/** One dossier field by field, who is right, and what mending does. */
export function Compared({ here, cause, found, at, count }: ComparedProps) {
  const { language } = useAdmin()
  const t = useSay()
  const one = found[at]
  if (one === undefined) return null
  const hrefOf = (index: number) => {
    const other = found[index]
    return other && `${here}?nguyen-nhan=${cause}&ho-so=${other.id}`
  }
  const step = (index: number, label: string) => {
    const href = hrefOf(index)
    return href === undefined ? { label } : { href, label }
  }
  return (
    <>
      <Block
        title={<span className="code">{one.code}</span>}
        right={
          <Stepper
            text={t(words.of, { at: at + 1, all: groupThousands(count) })}
            previous={step(at - 1, t(words.previous))}
            next={step(at + 1, t(words.next))}
          />
        }
      >
        <p className="quiet">
          {one.title} · {one.unitName}
        </p>
      </Block>
      {one.error !== null && one.error !== '' && (
        <Block title={t(words.said)} small>
          <p>{one.error}</p>
        </Block>
      )}
      {one.fields.length > 0 && (
        <DataTable
          language={language}
          caption={one.code}
          columns={[
            { key: 'field', title: t(words.field), heads: true, quiet: true },
            { key: 'ours', title: t(words.province) },
            { key: 'theirs', title: t(words.national) },
          ]}
          rows={one.fields.map(({ field, ours, theirs, isSame }) => ({
            id: field,
            field: t(fieldWords[field] ?? { vi: field, en: field }),
            ours: isSame ? shown(t, field, ours) : <b className="tone-good toned">{shown(t, field, ours)}</b>,
            theirs: isSame ? shown(t, field, theirs) : <b className="tone-late toned">{shown(t, field, theirs)}</b>,
          }))}
        />
      )}
      <Block title={t(words.whoIsRight)} small>
        <p>
          {t(words.weAre, {
            changed: showInstant(one.changedAt, language),
            accepted: one.acceptedAt === null ? t(words.neverAccepted) : showInstant(one.acceptedAt, language),
          })}
        </p>
      </Block>
      <Block title={t(words.pressed)} small>
        <ol className="steps-line">
          {!causeWords[cause].isByMachine && <li>{t(causeWords[cause].repair)}</li>}
          <li>{t(words.stepSend, { count: groupThousands(count) })}</li>
          <li>{t(words.stepAsk)}</li>
          <li>{t(words.stepStop)}</li>
        </ol>
        <NoteBox tone="good" icon="shield-check">
          <p>{t(words.safe)}</p>
        </NoteBox>
      </Block>
    </>
  )
}

/** A value as people read it: a status with its words, an instant as date and time. */
function shown(t: Say, field: string, value: string): string {
  if (value === '') return t(words.empty)
  const status = field === 'TrangThaiHoSo' ? statusWords[Number(value) as keyof typeof statusWords] : undefined
  if (status !== undefined) return `${value} ${t(status)}`
  const [, year, month, day, hour, minute] = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)\d\d$/.exec(value) ?? []
  return year === undefined ? value : `${day}/${month}/${year} ${hour}:${minute}`
}
