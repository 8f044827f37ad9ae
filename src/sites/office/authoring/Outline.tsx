import { Form } from 'react-router'
import { blockKinds } from '#engines/services/contract.ts'
import type { Words } from '#values/words.ts'
import { Act } from '#ui/office/Button.tsx'
import { DataTable } from '#ui/office/DataTable.tsx'
import { Block } from '#ui/office/Panes.tsx'
import { FormToken } from '../../FormToken.tsx'
import { useOffice, useSay } from '../use-office.ts'
import { addsId, editorHref, rowId } from './editor-address.ts'
import { outlineOf, type OutlineGroup } from './outline.ts'
import { useEditor } from './use-editor.ts'

const words = {
  name: { vi: 'Tên', en: 'Name' },
  kind: { vi: 'Loại', en: 'Kind' },
  note: { vi: 'Ghi chú', en: 'Note' },
  wrong: { vi: 'Có lỗi', en: 'Wrong' },
  paragraph: { vi: 'Thêm đoạn văn', en: 'Add a paragraph' },
  fields: { vi: 'Thêm bảng mục', en: 'Add rows' },
  article: { vi: 'Thêm điều', en: 'Add an article' },
} as const satisfies Record<string, Words>

/** Everything in the section that is open, to be opened, and what may be added. */
export function Outline() {
  const { draft, section, open } = useEditor()
  const { language } = useOffice()
  return outlineOf(draft.declaration, section, language, open, draft.choices.procedures).map((group, at) => (
    <Group key={group.path ?? at} group={group} />
  ))
}

function Group({ group }: { readonly group: OutlineGroup }) {
  const { draft, section, open, mayWrite } = useEditor()
  const { language } = useOffice()
  const t = useSay()
  const isWrong = (path: string) =>
    draft.findings.some((one) => one.weight === 'error' && one.element === path && one.section === section)
  const { path } = group
  return (
    <Block
      title={path === undefined ? group.title : <a href={editorHref(draft.id, section, path)}>{group.title}</a>}
      small
      right={mayWrite && group.list !== undefined && <Adds group={group} list={group.list} />}
    >
      {group.rows.length > 0 && (
        <DataTable
          language={language}
          caption={group.title}
          inset
          columns={[
            { key: 'name', title: t(words.name), heads: true },
            { key: 'kind', title: t(words.kind), width: 210, quiet: true },
            { key: 'note', title: t(words.note), width: 150, quiet: true },
          ]}
          rows={group.rows.map((row) => ({
            id: rowId(row.path),
            href: editorHref(draft.id, section, row.path),
            selected: row.path === open,
            ...(isWrong(row.path) && { tone: 'late' as const }),
            name: row.name,
            kind: row.kind,
            note: isWrong(row.path) ? t(words.wrong) : row.note,
          }))}
        />
      )}
    </Block>
  )
}

/** What may be added to a list; of the blocks of a result, which. */
function Adds({ group, list }: { readonly group: OutlineGroup; readonly list: string }) {
  const { draft } = useEditor()
  const t = useSay()
  const isBlocks = list.endsWith('.blocks')
  return (
    <Form method="post" className="in-line" id={addsId(list)}>
      <FormToken />
      <input type="hidden" name="revision" value={draft.revision} />
      {isBlocks
        ? Object.keys(blockKinds).map((kind) => (
            <Act
              key={kind}
              kind="link"
              icon="plus"
              text={t(words[kind as keyof typeof blockKinds])}
              name="do"
              value={`add ${list} ${kind}`}
            />
          ))
        : group.adds !== undefined && <Act kind="link" icon="plus" text={group.adds} name="do" value={`add ${list}`} />}
    </Form>
  )
}
