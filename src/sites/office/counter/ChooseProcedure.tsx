import { say, type Words } from '#values/words.ts'
import type { Client } from '#engines/contract.ts'
import { Act } from '#ui/office/Button.tsx'
import { DataTable } from '#ui/office/DataTable.tsx'
import { TextField } from '#ui/office/Fields.tsx'
import { Pane, Panes } from '#ui/office/Panes.tsx'
import { FilterChips } from '#ui/office/Tabs.tsx'
import { EmptyState } from '#ui/office/States.tsx'
import { useOffice, useSay } from '../use-office.ts'
import { Drafts, type DraftRows } from './Drafts.tsx'
import { receptionHref } from './reception-address.ts'

const words = {
  list: { vi: 'Chọn thủ tục', en: 'Choose a procedure' },
  way: { vi: 'Cách nộp', en: 'How it is filed' },
  atCounter: { vi: 'Nhận tại quầy', en: 'Over the counter' },
  online: { vi: 'Hỗ trợ nộp trực tuyến', en: 'Help to file online' },
  drafts: { vi: 'Đang nhập dở', en: 'Drafts' },
  find: { vi: 'Tên thủ tục, mã, hoặc lời người dân nói', en: 'Name, code, or everyday words' },
  search: { vi: 'Tìm', en: 'Search' },
  name: { vi: 'Thủ tục', en: 'Procedure' },
  field: { vi: 'Lĩnh vực', en: 'Field' },
  code: { vi: 'Mã', en: 'Code' },
  here: { vi: 'Thủ tục của cấp này', en: 'Of this tier' },
  elsewhere: { vi: 'Thủ tục của cấp khác', en: 'Of other tiers' },
  elsewhereNote: { vi: 'chỉ nhận được nếu nơi này được giao', en: 'only where this counter was given them' },
  none: {
    vi: 'Không thấy “{text}” trong các thủ tục tiếp nhận được ở đây',
    en: 'No procedure that can be received here has “{text}”',
  },
  noneText: {
    vi: 'Thử ít từ hơn, không dấu cũng được. Thủ tục chỉ có hướng dẫn thì xem ở Cổng.',
    en: 'Try fewer words; tone marks are not needed. Others are described on the portal.',
  },
} as const satisfies Record<string, Words>

export type FoundProcedures = Awaited<ReturnType<Client['services']['findProcedures']>>['rows']

/** The first question of the counter: which procedure. */
export function ChooseProcedure({
  text,
  isAssisted,
  tiers,
  found,
  drafts,
}: {
  readonly text: string
  readonly isAssisted: boolean
  readonly tiers: readonly string[]
  readonly found: FoundProcedures
  readonly drafts: DraftRows
}) {
  const { language } = useOffice()
  const t = useSay()
  const here = found.filter((one) => tiers.includes(one.level))
  const elsewhere = found.filter((one) => !tiers.includes(one.level))
  return (
    <Panes shape="side">
      <Pane label={t(words.list)}>
        <div className="block">
          <FilterChips
            label={t(words.way)}
            chips={[
              { text: t(words.atCounter), href: receptionHref({}), on: !isAssisted },
              { text: t(words.online), href: receptionHref({ isAssisted: true }), on: isAssisted },
            ]}
          />
          <form method="get" action="/can-bo/quay" role="search" className="find-procedure">
            {isAssisted && <input type="hidden" name="cach" value="truc-tuyen" />}
            <TextField
              name="tim"
              type="search"
              icon="search"
              label={t(words.find)}
              labelUnseen
              placeholder={t(words.find)}
              value={text}
              autoFocus
              after={<kbd>F6</kbd>}
              autoComplete="off"
            />
            <Act text={t(words.search)} />
          </form>
        </div>
        {found.length === 0 ? (
          <EmptyState title={t(words.none, { text })} icon="search" tone="paused" text={t(words.noneText)} />
        ) : (
          <DataTable
            language={language}
            caption={t(words.list)}
            sticky
            columns={[
              { key: 'name', title: t(words.name), heads: true, strong: true },
              { key: 'field', title: t(words.field), width: 240, quiet: true },
              { key: 'code', title: t(words.code), width: 110, code: true },
            ]}
            rows={[...here, ...elsewhere].map((one) => ({
              id: one.code,
              ...(one === here[0] && { group: { title: t(words.here) } }),
              ...(one === elsewhere[0] && {
                group: {
                  title: t(words.elsewhere),
                  note: isAssisted ? undefined : t(words.elsewhereNote),
                },
              }),
              href: receptionHref({ code: one.code, isAssisted }),
              name: say(one.everydayName ?? one.name, language),
              field: say(one.field, language),
              code: one.code,
            }))}
          />
        )}
      </Pane>
      <Pane label={t(words.drafts)} ground="ground">
        <Drafts drafts={drafts} />
      </Pane>
    </Panes>
  )
}
