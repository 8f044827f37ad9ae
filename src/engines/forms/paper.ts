import { z } from 'zod'
import { Condition } from '#values/condition.ts'
import { DeclaredWords } from './field-types/base.ts'
import type { Answers } from './form.ts'
import { isAsked } from './visible.ts'

/** A paper that goes with an application: which form of it, which files, when it is needed. */
export const Paper = z.strictObject({
  id: z
    .string()
    .max(60)
    .regex(/^[a-z][A-Za-z0-9-]*$/, { error: 'the id of a paper: letters, digits, dashes' }),
  name: DeclaredWords,
  hint: DeclaredWords.optional(),
  when: Condition.optional(),
  form: z.enum(['original', 'copy', 'either']),
  optional: z.literal(true).optional(),
  /** How many files at most; 5 if it does not say. */
  maxFiles: z.number().int().min(1).max(50).optional(),
  accept: z.array(z.enum(['image', 'pdf', 'office'])).min(1),
  /** Made by the system from the answers, not asked of the applicant. */
  generated: z.literal(true).optional(),
  /** Copies to bring where the paper is handed over at a counter. */
  copies: z.number().int().min(1).max(10).optional(),
  /** Procedures of which this paper is the result: what the province issued need not be brought to it. */
  resultOf: z.array(z.string().max(20)).max(10).optional(),
  /** So many months after it was first handed in it may be used again; 0: never, for it was written for one matter alone. */
  reusableMonths: z.number().int().min(0).max(600).optional(),
})
export type Paper = z.infer<typeof Paper>

/** Declares the papers of a procedure. */
export const definePapers = (papers: Paper[]): Paper[] => papers

const fileTypes = {
  image: 'image/jpeg,image/png,image/webp',
  pdf: 'application/pdf',
  office: '.docx,.xlsx,.odt,.ods',
} as const satisfies Record<Paper['accept'][number], string>

/** The kinds of files of a paper, as the `accept` of a file field says them. */
export const acceptOf = (kinds: readonly string[]): string =>
  kinds.flatMap((kind) => (Object.hasOwn(fileTypes, kind) ? fileTypes[kind as keyof typeof fileTypes] : [])).join(',')

/** How many files of a paper may be sent. */
export const mostFiles = (paper: Paper): number => paper.maxFiles ?? 5

/** The papers that go with these answers, optional and generated ones too. Give it visible answers. */
export const papersFor = <One extends Pick<Paper, 'when'>>(papers: readonly One[], answers: Answers): One[] =>
  papers.filter((paper) => isAsked(paper, answers))

/** The papers that the applicant must give with these answers. */
export const requiredPapers = (papers: readonly Paper[], answers: Answers): Paper[] =>
  papersFor(papers, answers).filter((paper) => paper.optional !== true && paper.generated !== true)
