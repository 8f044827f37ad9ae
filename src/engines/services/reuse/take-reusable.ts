import type { Context } from '#kernel/operations/context.ts'
import { Problem, fail } from '#values/errors.ts'
import { storeFile } from '#engines/files/index.ts'
import { mostFiles } from '#engines/forms/contract.ts'
import { servicesProblems } from '../contract/problems.ts'
import { findDossier } from '../dossier/dossier.ts'
import { addSupplementPaper, supplementPapers } from '../dossier/supplement.ts'
import { addDraftPaper, draftPapers } from '../draft/draft.ts'
import type { ServicesParts } from '../parts.ts'
import { printDossier } from '../print/dossier-sheets.ts'
import type { EarlierResult } from './earlier.ts'
import type { PlacedFile, Provenance } from './provenance.ts'
import { idOfReusable, type Reusable } from './reusable.ts'

type Taken = Provenance & { readonly fileId: string }

export interface Chosen {
  readonly paper: string
  readonly from: Reusable['from']
  readonly source: string
}

/** What was chosen of what can be used now; 409 `reuseGone` when it is no longer among it. */
export function chosenOf(found: readonly Reusable[], { paper, from, source }: Chosen): Reusable {
  const chosen = found.find((one) => one.paper.id === paper && one.from === from && idOfReusable(one) === source)
  if (chosen === undefined) throw new Problem('reuseGone', servicesProblems.reuseGone)
  return chosen
}

/** Where papers are gathered before they are filed: what is there, and how one more comes in. */
interface Gathered {
  papers(): Promise<readonly PlacedFile[]>
  add(paper: string, file: Taken): Promise<unknown>
}

export const intoDraft = ({ tx }: Context, id: string): Gathered => ({
  papers: () => draftPapers(tx, id),
  add: (paper, file) => addDraftPaper(tx, id, paper, file),
})

export const intoSupplement = ({ tx }: Context, id: string): Gathered => ({
  papers: () => supplementPapers(tx, id),
  add: (paper, file) => addSupplementPaper(tx, id, paper, file),
})

/** Puts what is used again where it is locked, once; what is there of the paper stays beside it as far as there is room. */
export async function takeReusable(
  ctx: Context,
  parts: ServicesParts,
  into: Gathered,
  chosen: Reusable,
): Promise<void> {
  const { paper } = chosen
  const there = (await into.papers()).filter((one) => one.paper === paper.id)
  const isThere =
    chosen.from === 'result'
      ? there.some(({ sourceResultId }) => sourceResultId === chosen.result.id)
      : chosen.files.every(({ fileId }) => there.some((one) => one.fileId === fileId))
  if (isThere) return
  const taken = chosen.from === 'result' ? [await asFile(ctx, parts, chosen.result)] : chosen.files.map(asTaken)
  const added = taken.filter(({ fileId }) => !there.some((one) => one.fileId === fileId))
  if (there.length + added.length > mostFiles(paper)) throw new Problem('paperFull', servicesProblems.paperFull)
  for (const file of added) await into.add(paper.id, file)
}

const asTaken = ({ id, fileId, handedInAt }: Extract<Reusable, { from: 'paper' }>['files'][number]): Taken => ({
  fileId,
  origin: 'earlier-paper',
  sourcePaperId: id,
  sourceResultId: null,
  sourceAt: handedInAt,
})

/** A result as the file that anybody prints of it, with the code by which it is checked; kept once the application is filed. */
async function asFile(ctx: Context, parts: ServicesParts, { id, title, number, dossierId, issuedAt }: EarlierResult) {
  const dossier = (await findDossier(ctx.tx, dossierId)) ?? fail('notFound')
  const printed = await printDossier(ctx, parts, dossier, 'result')
  const file = await storeFile(
    ctx,
    parts.store,
    {
      name: `${title} ${number.replaceAll('/', '-')}.pdf`,
      bytes: new Uint8Array(await printed.arrayBuffer()),
      mediaType: 'application/pdf',
    },
    { isKept: false },
  )
  const taken: Taken = {
    fileId: file.id,
    origin: 'earlier-result',
    sourcePaperId: null,
    sourceResultId: id,
    sourceAt: issuedAt,
  }
  return taken
}
