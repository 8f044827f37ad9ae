import type { Context } from '#kernel/operations/context.ts'
import { addMonths, dateAt, type PlainDate } from '#values/plain-date.ts'
import { fold } from '#values/text.ts'
import { mostFiles } from '#engines/forms/contract.ts'
import type { Paper } from '#engines/forms/declare.ts'
import { takesFile } from '../draft/paper-file.ts'
import { procedureVersion } from '../procedure/procedure.ts'
import { earlierFiles, earlierResults, type Applicant, type EarlierFile, type EarlierResult } from './earlier.ts'

type EarlierFiles = readonly [EarlierFile, ...EarlierFile[]]

/** What the province has already for a paper of an application: files of an earlier dossier, or a result. */
export type Reusable =
  | { readonly from: 'paper'; readonly paper: Paper; readonly files: EarlierFiles }
  | { readonly from: 'result'; readonly paper: Paper; readonly result: EarlierResult }

/** A rule of our own, for no law sets one: where a paper does not say otherwise, it is used again for so long. */
const usualMonths = 24

export interface Application {
  readonly applicant: Applicant
  readonly procedureCode: string
  /** The papers that are asked with its answers. */
  readonly asked: readonly Paper[]
}

/** The last day on which a paper that was handed in then is used again. */
export const reusableUntil = ({ reusableMonths = usualMonths }: Paper, handedInAt: Date): PlainDate =>
  addMonths(dateAt(handedInAt), reusableMonths)

/**
 * What can be used again for each paper that an application asks for: the files of the latest dossier that has the same paper (its id in the
 * same procedure, or its name), and results of the procedures that the paper names.
 */
export async function findReusable(
  ctx: Context,
  { applicant, procedureCode, asked }: Application,
  shownCode?: string,
): Promise<Reusable[]> {
  const papers = asked.filter((paper) => paper.generated !== true && paper.reusableMonths !== 0)
  const codes = [...new Set(papers.flatMap(({ resultOf = [] }) => resultOf))]
  const [files, results] = await Promise.all([
    papers.length === 0 ? [] : earlierFiles(ctx, applicant),
    codes.length === 0 ? [] : earlierResults(ctx, applicant, codes, shownCode),
  ])
  const sets = setsOf(files)
  const declared = new Map<string, readonly Paper[]>()
  for (const { versionId } of files)
    if (!declared.has(versionId)) declared.set(versionId, (await procedureVersion(ctx.tx, versionId)).papers)
  const isSame = (paper: Paper, earlier: EarlierFile): boolean => {
    if (earlier.procedureCode === procedureCode && earlier.paper === paper.id) return true
    const was = declared.get(earlier.versionId)?.find(({ id }) => id === earlier.paper)
    return was !== undefined && was.reusableMonths !== 0 && fold(was.name.vi) === fold(paper.name.vi)
  }
  return papers.flatMap((paper): Reusable[] => {
    const set = sets.find(([first]) => isSame(paper, first))
    return [
      ...(set !== undefined && fits(ctx, paper, set) ? [{ from: 'paper' as const, paper, files: set }] : []),
      ...(takesFile(paper, 'application/pdf')
        ? results
            .filter((result) => paper.resultOf?.includes(result.procedureCode))
            .map((result) => ({ from: 'result' as const, paper, result }))
        : []),
    ]
  })
}

/** The files of each paper of each dossier, in their order. */
const setsOf = (files: readonly EarlierFile[]): EarlierFiles[] =>
  [...Map.groupBy(files, ({ dossierId, paper }) => `${dossierId} ${paper}`).values()].flatMap(([first, ...others]) =>
    first === undefined ? [] : [[first, ...others]],
  )

const fits = (ctx: Context, paper: Paper, files: readonly EarlierFile[]): boolean =>
  files.length <= mostFiles(paper) &&
  files.every(
    ({ isBlocked, mediaType, handedInAt }) =>
      !isBlocked && takesFile(paper, mediaType) && reusableUntil(paper, handedInAt) >= dateAt(ctx.now()),
  )

/** What names it among those that are offered. */
export const idOfReusable = (one: Reusable): string => (one.from === 'paper' ? one.files[0].id : one.result.id)

export function viewReusable(one: Reusable) {
  const paper = one.paper.id
  if (one.from === 'result') {
    const { id, title, number, dossierCode, issuedOn, validUntil } = one.result
    return {
      paper,
      from: one.from,
      id,
      title: `${title}, số ${number}`,
      files: [],
      dossierCode,
      on: issuedOn,
      until: validUntil,
    }
  }
  const [first] = one.files
  return {
    paper,
    from: one.from,
    id: first.id,
    title: one.files.map(({ name }) => name).join(', '),
    files: one.files.map(({ fileId, name }) => ({ id: fileId, name })),
    dossierCode: first.dossierCode,
    on: dateAt(first.handedInAt),
    until: reusableUntil(one.paper, first.handedInAt),
  }
}
