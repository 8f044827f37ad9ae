import type { ReactNode } from 'react'
import { Form } from 'react-router'
import type { Words } from '#values/words.ts'
import type { IconName } from '#ui/Icon.tsx'
import { StatusText } from '#ui/office/Badge.tsx'
import { Act } from '#ui/office/Button.tsx'
import { DataTable } from '#ui/office/DataTable.tsx'
import { Block, PageHead, Pane, Panes } from '#ui/office/Panes.tsx'
import { EmptyState } from '#ui/office/States.tsx'
import { FormToken } from '../FormToken.tsx'
import { RefusedNote } from '../office/RefusedNote.tsx'
import type { Refused } from '../office/staff.ts'
import { SendOnce } from '../SendOnce.tsx'
import { AdminPage } from './AdminPage.tsx'
import { FindOwner, type FoundOwners } from './find-owner.tsx'
import { useAdmin, useSay } from './use-admin.ts'
import { adminWords } from './words.ts'

const words = {
  status: { vi: 'Tình trạng', en: 'State' },
  active: { vi: 'Đang mở', en: 'Open' },
  disabled: { vi: 'Đã khóa', en: 'Shut' },
  disable: { vi: 'Khóa', en: 'Shut' },
  enable: { vi: 'Mở lại', en: 'Open again' },
} as const satisfies Record<string, Words>

/** What is registered for an owner, and may be shut. */
interface Registered {
  readonly id: string
  readonly name: string
  readonly owner: string
  readonly status: 'active' | 'disabled'
}

interface RegisterPageProps<One extends Registered> {
  readonly here: string
  readonly icon: IconName
  readonly title: string
  readonly lead: string
  readonly words: Readonly<Record<'name' | 'none' | 'noneText' | 'create', Words>>
  readonly all: readonly One[]
  readonly chosen: One | undefined
  /** What the list says of each beside name, owner and state. */
  readonly column: { readonly title: string; readonly width: number; readonly of: (one: One) => ReactNode }
  readonly refused: Refused['refused'] | undefined
  /** What was answered, beside a refusal. */
  readonly answer?: ReactNode
  readonly found: FoundOwners
  /** The form of a new one, for when there are owners to choose from. */
  readonly create: ReactNode
  /** Of the chosen one. */
  readonly children: ReactNode
}

/** A screen of what is registered for owners: the list, the chosen one, a new one for an owner that is looked for first. */
export function RegisterPage<One extends Registered>({
  here,
  all,
  chosen,
  column,
  found,
  ...said
}: RegisterPageProps<One>) {
  const { language } = useAdmin()
  const t = useSay()
  return (
    <AdminPage>
      <PageHead title={said.title} text={said.lead} />
      <Panes shape="side">
        <Pane label={said.title}>
          {all.length === 0 ? (
            <EmptyState title={t(said.words.none)} icon={said.icon} tone="paused" text={t(said.words.noneText)} />
          ) : (
            <DataTable
              language={language}
              caption={said.title}
              sticky
              columns={[
                { key: 'name', title: t(said.words.name), heads: true, strong: true },
                { key: 'owner', title: t(adminWords.owner) },
                { key: 'status', title: t(words.status), width: 130 },
                { key: 'more', title: column.title, width: column.width, quiet: true },
              ]}
              rows={all.map((one) => ({
                id: one.id,
                href: `${here}?chon=${one.id}`,
                selected: one.id === chosen?.id,
                name: one.name,
                owner: one.owner,
                status: (
                  <StatusText
                    tone={one.status === 'active' ? 'good' : 'paused'}
                    icon={one.status === 'active' ? 'check' : 'lock'}
                  >
                    {t(words[one.status])}
                  </StatusText>
                ),
                more: column.of(one),
              }))}
            />
          )}
        </Pane>
        <Pane label={chosen?.name ?? t(said.words.create)} ground="ground">
          {(said.refused || said.answer) && (
            <Block>
              {said.refused && <RefusedNote language={language} refused={said.refused} />}
              {said.answer}
            </Block>
          )}
          {said.children}
          <Block title={t(said.words.create)} small>
            <FindOwner {...found} action={here} />
            {found.owners.length > 0 && said.create}
          </Block>
        </Pane>
      </Panes>
    </AdminPage>
  )
}

/** Shuts one that is open, or opens it again. */
export function ShutForm({ id, status }: Pick<Registered, 'id' | 'status'>) {
  const t = useSay()
  return (
    <Form method="post">
      <FormToken />
      <SendOnce />
      <input type="hidden" name="id" value={id} />
      <p className="in-line">
        {status === 'active' ? (
          <Act icon="lock" text={t(words.disable)} name="khoa" value="1" />
        ) : (
          <Act icon="login" text={t(words.enable)} name="mo" value="1" />
        )}
      </p>
    </Form>
  )
}
