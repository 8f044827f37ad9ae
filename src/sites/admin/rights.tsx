import { redirect, useLoaderData, type LoaderFunctionArgs, type MetaFunction } from 'react-router'
import { Act } from '#ui/office/Button.tsx'
import { TextField } from '#ui/office/Fields.tsx'
import { Pane, Panes, Toolbar } from '#ui/office/Panes.tsx'
import { EmptyState } from '#ui/office/States.tsx'
import { FailedColumn } from '../office/Failed.tsx'
import { staffPage, tried } from '../office/staff.ts'
import { titled } from '../titled.ts'
import { AdminPage } from './AdminPage.tsx'
import { HowDecided } from './HowDecided.tsx'
import { readRightsPlace, rightsHref } from './rights-place.ts'
import { rightsWords as words } from './rights-words.ts'
import { useAdmin, useSay } from './use-admin.ts'
import { useRightsKeys } from './use-rights-keys.ts'
import { WhatTheyRead } from './WhatTheyRead.tsx'
import { WhoSees } from './WhoSees.tsx'
import { adminWords } from './words.ts'

export async function loader(args: LoaderFunctionArgs) {
  const page = staffPage(args)
  const { services, directory } = page.client
  const place = readRightsPlace(new URL(args.request.url).searchParams)
  const at = place.at && { at: place.at.toISOString() }
  const found =
    place.person === undefined && place.text !== '' ? await directory.findPeople({ text: place.text, limit: 30 }) : []
  const people = [
    ...new Map(found.flatMap((one) => (one.personId === null ? [] : [[one.personId, one] as const]))).values(),
  ]
  const [only] = people
  // Found by other words once, they stay who is asked about, whatever becomes of the words.
  if (only?.personId && people.length === 1)
    throw redirect(rightsHref({ ...place, person: only.personId, text: only.personName ?? '' }))
  const { person } = place
  const isWhole = person !== undefined && place.code !== ''
  const [explained, readers] = await Promise.all([
    isWhole ? tried(page, () => services.explainPerson({ person, dossier: place.code, ...at })) : undefined,
    isWhole ? tried(page, () => services.listReaders({ dossier: place.code, ...at })) : undefined,
  ])
  return {
    place,
    people,
    explained,
    readers,
  }
}

export type Rights = ReturnType<typeof useLoaderData<typeof loader>>

export const meta: MetaFunction = ({ matches }) => titled(matches, adminWords.rights, adminWords.admin)

export default function RightsPage() {
  const { place, people, explained, readers } = useLoaderData<typeof loader>()
  const { language } = useAdmin()
  const t = useSay()
  const told = explained && 'value' in explained ? explained.value : undefined
  const keys = useRightsKeys(told)
  return (
    <AdminPage rail {...keys}>
      <Toolbar title={t(words.title)} right={<span className="quiet">{t(words.lead)}</span>}>
        <form method="get" action="/quan-tri/quyen" role="search" className="filter-line" key={rightsHref(place)}>
          {place.person && <input type="hidden" name="nguoi" value={place.person} />}
          {place.person && <input type="hidden" name="ten" value={place.text} />}
          <TextField
            name="tim"
            type="search"
            icon="user"
            label={t(words.person)}
            placeholder={t(words.personHint)}
            value={place.text}
          />
          <TextField name="ho-so" icon="folder" label={t(words.dossier)} value={place.code} code />
          <TextField name="luc" type="datetime-local" label={t(words.at)} value={place.typedAt} />
          <Act kind="primary" icon="help-circle" text={t(words.ask)} />
        </form>
      </Toolbar>
      {told === undefined ? (
        <Panes shape="one">
          <Pane label={t(words.title)}>
            {explained && 'failed' in explained ? (
              <FailedColumn language={language} told={explained.failed} />
            ) : (
              <EmptyState
                icon="eye"
                tone="paused"
                title={t(people.length > 0 ? words.choose : words.start)}
                text={
                  place.text !== '' && people.length === 0 && place.person === undefined
                    ? t(words.nobody)
                    : t(words.startText)
                }
                actions={people.map((one) => (
                  <Act
                    key={one.id}
                    icon="user"
                    text={`${one.personName}, ${one.title}, ${one.unitName}`}
                    href={rightsHref({ ...place, person: one.personId ?? undefined, text: one.personName ?? '' })}
                  />
                ))}
              />
            )}
          </Pane>
        </Panes>
      ) : (
        <Panes shape="desk">
          <WhatTheyRead told={told} />
          <HowDecided told={told} place={place} />
          <WhoSees readers={readers} place={place} />
        </Panes>
      )}
    </AdminPage>
  )
}
