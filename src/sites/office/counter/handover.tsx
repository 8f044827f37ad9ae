import { useState } from 'react'
import {
  Form,
  redirect,
  useActionData,
  useLoaderData,
  useNavigation,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from 'react-router'
import { showInstant } from '#values/show-time.ts'
import type { Words } from '#values/words.ts'
import { NoteBox, StatusText } from '#ui/office/Badge.tsx'
import { Act } from '#ui/office/Button.tsx'
import { DataTable } from '#ui/office/DataTable.tsx'
import { Block, PageHead, Pane, Panes } from '#ui/office/Panes.tsx'
import { EmptyState } from '#ui/office/States.tsx'
import { FailedColumn } from '../Failed.tsx'
import { refusedAnswer, staffPage, tried } from '../staff.ts'
import { textOf } from '../../form-text.ts'
import { useOffice, useSay } from '../use-office.ts'
import { CounterPage } from './CounterPage.tsx'
import { counterWords } from './words.ts'
import { SendOnce } from '../../SendOnce.tsx'
import { titled } from '../../titled.ts'
import { officeWords } from '../words.ts'
import { FormToken } from '../../FormToken.tsx'

const words = {
  title: { vi: 'Bàn giao hồ sơ giấy', en: 'Hand-over of papers' },
  lead: {
    vi: 'Mỗi phòng, cơ quan một danh sách có số, in hai bản, bên nhận bấm “Đã nhận đủ”.',
    en: 'One numbered list for each unit, printed twice; the receiving side confirms.',
  },
  ready: { vi: 'Chờ bàn giao', en: 'Waiting' },
  lists: { vi: 'Các lần bàn giao', en: 'Hand-overs' },
  none: { vi: 'Không có hồ sơ nào chờ bàn giao', en: 'Nothing waits for hand-over' },
  noneText: {
    vi: 'Hồ sơ vừa tiếp nhận mà đơn vị khác giải quyết sẽ hiện ở đây.',
    en: 'Dossiers received for other units appear here.',
  },
  noLists: { vi: 'Chưa có lần bàn giao nào', en: 'No hand-over yet' },
  all: { vi: 'Chọn tất cả', en: 'All' },
  make: { vi: 'Lập danh sách {count} hồ sơ', en: 'Make a list of {count}' },
  nothing: { vi: 'Chưa chọn hồ sơ nào', en: 'Nothing chosen' },
  received: { vi: 'Tiếp nhận', en: 'Received' },
  count: { vi: '{count} hồ sơ', en: '{count} dossiers' },
  made: { vi: '{from} giao {to}', en: '{from} to {to}' },
  by: { vi: '{name} lập {time}', en: 'made by {name}, {time}' },
  taken: { vi: '{name} nhận {time}', en: 'taken by {name}, {time}' },
  notTaken: { vi: 'Bên nhận chưa bấm', en: 'Not confirmed' },
  take: { vi: 'Đã nhận đủ', en: 'All received' },
  done: { vi: 'Đã lập danh sách {number}', en: 'List {number} made' },
} as const satisfies Record<string, Words>

export async function loader(args: LoaderFunctionArgs) {
  const page = staffPage(args)
  const { client, call } = page
  const query = new URL(args.request.url).searchParams
  const [ready, lists] = await Promise.all([
    // Whoever works at no counter still confirms what was handed to them.
    call.actor.permissions.has('dossier.receive')
      ? tried(page, () => client.services.listReadyForHandover({}))
      : undefined,
    tried(page, () => client.services.listHandovers({})),
  ])
  return { ready, lists, made: query.get('so') }
}

export async function action(args: ActionFunctionArgs) {
  const page = staffPage(args)
  const { services } = page.client
  const form = await args.request.formData()
  try {
    if (form.has('nhan')) {
      await services.takeHandover({ id: textOf(form, 'nhan') })
      return redirect('/can-bo/ban-giao')
    }
    const { number } = await services.makeHandover({
      toUnitId: textOf(form, 'den'),
      dossierIds: form.getAll('ho-so').map(String),
    })
    return redirect(`/can-bo/ban-giao?so=${encodeURIComponent(number)}`)
  } catch (error) {
    return refusedAnswer(error, page, form)
  }
}

export const meta: MetaFunction = ({ matches }) => titled(matches, words.title, officeWords.brand)

export default function Handover() {
  const { ready, lists, made } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  const { language } = useOffice()
  const t = useSay()
  return (
    <CounterPage
      rail={false}
      head={<PageHead title={t(words.title)} text={t(words.lead)} />}
      done={made ? t(words.done, { number: made }) : undefined}
    >
      <Panes shape={ready === undefined ? 'one' : 'side'}>
        {ready !== undefined && (
          <Pane label={t(words.ready)}>
            {failed && (
              <NoteBox tone="late" icon="alert-circle" title={t(counterWords.wrong)} live>
                <p>{failed.refused.text}</p>
              </NoteBox>
            )}
            {'failed' in ready ? (
              <FailedColumn language={language} told={ready.failed} />
            ) : ready.value.length === 0 ? (
              <EmptyState title={t(words.none)} text={t(words.noneText)} />
            ) : (
              byUnit(ready.value).map(({ key, ...list }) => (
                <UnitList
                  key={`${key} ${list.rows.map((row) => row.dossierId).join()}`}
                  form={key.replace(' ', '-')}
                  {...list}
                />
              ))
            )}
          </Pane>
        )}
        <Pane label={t(words.lists)} ground={ready === undefined ? 'card' : 'ground'}>
          <Lists lists={lists} />
        </Pane>
      </Panes>
    </CounterPage>
  )
}

type Ready = Extract<NonNullable<Awaited<ReturnType<typeof loader>>['ready']>, { value: unknown }>['value']

/** One list goes from one counter to one unit. */
function byUnit(rows: Ready) {
  const hasSeveral = new Set(rows.map((row) => row.fromUnitId)).size > 1
  const lists = new Map<string, { key: string; id: string; name: string; rows: Ready[number][] }>()
  for (const row of rows) {
    const key = `${row.fromUnitId} ${row.toUnitId}`
    const name = hasSeveral ? `${row.fromUnitName} → ${row.toUnitName}` : row.toUnitName
    const list = lists.get(key) ?? { key, id: row.toUnitId, name, rows: [] }
    list.rows.push(row)
    lists.set(key, list)
  }
  return [...lists.values()]
}

/** What waits for one unit; everything is ticked from the start. */
function UnitList({
  form,
  id,
  name,
  rows,
}: Omit<ReturnType<typeof byUnit>[number], 'key'> & { readonly form: string }) {
  const { language } = useOffice()
  const t = useSay()
  const { state } = useNavigation()
  const [marked, setMarked] = useState<ReadonlySet<string>>(() => new Set(rows.map((row) => row.dossierId)))
  const mark = (one: string, on: boolean) =>
    setMarked((before) => new Set(on ? [...before, one] : [...before].filter((other) => other !== one)))
  return (
    <Block
      title={name}
      count={t(words.count, { count: rows.length })}
      right={
        marked.size === 0 ? (
          <span className="quiet">{t(words.nothing)}</span>
        ) : (
          <Act
            icon="package"
            text={t(words.make, { count: marked.size })}
            form={`unit-${form}`}
            {...(state === 'submitting' && { type: 'button' as const })}
          />
        )
      }
    >
      <Form method="post" id={`unit-${form}`}>
        <FormToken />
        <SendOnce />
        <input type="hidden" name="den" value={id} />
        <DataTable
          language={language}
          caption={name}
          inset
          marks={{
            name: 'ho-so',
            marked,
            allLabel: t(words.all),
            onMark: mark,
            onAll: (on) => setMarked(new Set(on ? rows.map((row) => row.dossierId) : [])),
          }}
          columns={[
            { key: 'code', title: t(counterWords.code), heads: true, width: 190, code: true },
            { key: 'title', title: t(counterWords.procedure) },
            { key: 'line', title: t(counterWords.applicant) },
            { key: 'at', title: t(words.received), width: 220, quiet: true },
          ]}
          rows={rows.map((row) => ({
            id: row.dossierId,
            href: `/can-bo/ho-so/${row.dossierId}`,
            code: row.code,
            title: row.line,
            line: row.title,
            at: showInstant(row.receivedAt, language),
          }))}
        />
      </Form>
    </Block>
  )
}

function Lists({ lists }: { readonly lists: Awaited<ReturnType<typeof loader>>['lists'] }) {
  const { language } = useOffice()
  const t = useSay()
  if ('failed' in lists) return <FailedColumn language={language} told={lists.failed} />
  if (lists.value.length === 0) return <EmptyState title={t(words.noLists)} icon="package" tone="paused" />
  return lists.value.map((list) => (
    <Block
      key={list.id}
      small
      title={list.number}
      count={t(words.count, { count: list.count })}
      right={
        <a href={`/api/services/handovers/${list.id}/print`} target="_blank" rel="noreferrer">
          {t(counterWords.print)}
        </a>
      }
    >
      <p>{t(words.made, { from: list.fromUnitName, to: list.toUnitName })}</p>
      <p className="quiet">{t(words.by, { name: list.madeBy, time: showInstant(list.madeAt, language) })}</p>
      {list.takenAt ? (
        <StatusText tone="good" icon="check">
          {t(words.taken, { name: list.takenBy ?? '', time: showInstant(list.takenAt, language) })}
        </StatusText>
      ) : (
        <Form method="post" className="act-line">
          <FormToken />
          <SendOnce />
          <StatusText tone="soon">{t(words.notTaken)}</StatusText>
          {list.canTake && <Act kind="primary" icon="check" text={t(words.take)} name="nhan" value={list.id} />}
        </Form>
      )}
    </Block>
  ))
}
