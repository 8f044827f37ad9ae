import type { ComponentProps, ReactNode } from 'react'
import { Form } from 'react-router'
import { DataTable, type TableColumn, type TableRow } from '#ui/office/DataTable.tsx'
import { Block, PageHead, Pane, Panes } from '#ui/office/Panes.tsx'
import { EmptyState } from '#ui/office/States.tsx'
import { FormToken } from '../../FormToken.tsx'
import { SendOnce } from '../../SendOnce.tsx'
import { OfficePage } from '../OfficePage.tsx'
import { useOffice } from '../use-office.ts'

interface StandInPageProps<Key extends string> {
  readonly done: string | undefined
  readonly head: ComponentProps<typeof PageHead>
  readonly list: {
    readonly title: string
    readonly above?: ReactNode
    readonly columns: readonly TableColumn<Key>[]
    /** Each with the button that ends it. */
    readonly rows: readonly TableRow<Key>[]
    readonly empty: ComponentProps<typeof EmptyState>
  }
  readonly enter: { readonly title: string; readonly children: ReactNode }
}

/** What is given to others for a time, each to be ended in its row; beside it the next one is entered. */
export function StandInPage<Key extends string>({ done, head, list, enter }: StandInPageProps<Key>) {
  const { language } = useOffice()
  const isEmpty = list.rows.length === 0
  return (
    <OfficePage done={done}>
      <PageHead {...head} />
      <Panes shape="side">
        <Pane label={list.title} still={isEmpty}>
          {list.above}
          {isEmpty ? (
            <EmptyState tone="paused" {...list.empty} />
          ) : (
            <Form method="post">
              <FormToken />
              <SendOnce />
              <DataTable
                language={language}
                caption={list.title}
                density="loose"
                columns={list.columns}
                rows={list.rows}
              />
            </Form>
          )}
        </Pane>
        <Pane label={enter.title} ground="ground">
          <Block title={enter.title}>{enter.children}</Block>
        </Pane>
      </Panes>
    </OfficePage>
  )
}
