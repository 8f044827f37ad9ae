import { fill } from '#values/words.ts'
import type { OfficePageProps } from '../OfficePage.tsx'
import { useSay } from '../use-office.ts'
import { doneWords, finalWords, readDone } from './done.ts'

/** What an address says was just done, for the key bar of its page, with the form that takes it back. */
export function useDone(text: string | undefined, dossier?: string): Pick<OfficePageProps, 'done' | 'doneAt' | 'undo'> {
  const t = useSay()
  const done = readDone(text)
  if (done === undefined) return {}
  const { what, about, at, undo } = done
  const isMany = what.startsWith('many-')
  const said = [
    t(fill(doneWords[what], { about })),
    isMany ? '' : about,
    (what === 'act' || what === 'return') && undo.length === 0 ? t(finalWords) : '',
  ]
  return {
    done: said.filter(Boolean).join(' · '),
    doneAt: at,
    undo:
      undo.length === 0
        ? []
        : [
            ...undo.map((key) => ['undo', key] as const),
            ['code', isMany ? '' : about],
            ['dossier', dossierOf(undo) ?? dossier ?? ''],
          ],
  }
}

/** The one dossier that was acted on: it is shown again once the act is taken back. */
const dossierOf = (undo: readonly string[]): string | undefined =>
  undo.length === 1 && undo[0]?.startsWith('act:') ? undo[0].slice('act:'.length) : undefined
