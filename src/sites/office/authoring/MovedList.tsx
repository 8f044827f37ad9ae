import type { Words } from '#values/words.ts'
import { DataTable, ListFoot } from '#ui/office/DataTable.tsx'
import { Block } from '#ui/office/Panes.tsx'
import { FactRows } from '#ui/office/Preview.tsx'
import { useOffice, useSay } from '../use-office.ts'
import type { loader } from './open-dossiers.tsx'

const words = {
  title: { vi: 'Đã chuyển theo bản này', en: 'Moved to this version' },
  moved: { vi: 'Hồ sơ đã chuyển', en: 'Moved' },
  left: { vi: 'Hồ sơ chờ chuyển', en: 'Waiting' },
  stays: { vi: 'Hồ sơ ở lại bản cũ', en: 'Those that stay' },
  none: { vi: 'Không có hồ sơ nào ở lại.', en: 'None stays.' },
  code: { vi: 'Mã hồ sơ', en: 'Code' },
  why: { vi: 'Vì sao', en: 'Why' },
  foot: { vi: '{count} hồ sơ', en: '{count} dossiers' },
} as const satisfies Record<string, Words>

/** What became of the dossiers that were open when the version came into force. */
export function MovedList({
  outcome,
}: {
  readonly outcome: NonNullable<Awaited<ReturnType<typeof loader>>['outcome']>
}) {
  const { language } = useOffice()
  const t = useSay()
  return (
    <>
      <Block title={t(words.title)}>
        <FactRows
          rows={[
            { term: t(words.moved), value: outcome.moved },
            { term: t(words.left), value: outcome.left },
          ]}
        />
      </Block>
      <Block title={t(words.stays)}>
        {outcome.stays.length === 0 ? (
          <p className="quiet">{t(words.none)}</p>
        ) : (
          <>
            <DataTable
              language={language}
              caption={t(words.stays)}
              inset
              columns={[
                { key: 'code', title: t(words.code), heads: true, code: true, width: 200 },
                { key: 'why', title: t(words.why) },
              ]}
              rows={outcome.stays.map(({ id, code, why }) => ({
                id,
                href: `/can-bo/ho-so/${id}`,
                code,
                why: t(why),
              }))}
            />
            <ListFoot
              language={language}
              text={t(words.foot, { count: outcome.stays.length })}
              {...(outcome.next !== null && { olderHref: `?sau=${outcome.next}` })}
            />
          </>
        )}
      </Block>
    </>
  )
}
