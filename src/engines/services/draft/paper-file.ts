import { Problem } from '#values/errors.ts'
import type { FileRow } from '#engines/files/index.ts'
import type { Paper } from '#engines/forms/declare.ts'
import { servicesProblems } from '../contract/problems.ts'

const kinds: Readonly<Record<string, RegExp>> = {
  image: /^image\/(jpeg|png|webp)$/,
  pdf: /^application\/pdf$/,
  office: /^application\/vnd\.(openxmlformats-officedocument\.|oasis\.opendocument\.)/,
}

/** Whether a paper accepts files of this checked type. */
export const takesFile = (paper: Paper, mediaType: string): boolean =>
  paper.accept.some((kind) => kinds[kind]?.test(mediaType))

/** Refuses a file whose checked type is not one that the paper accepts. */
export function checkPaperFile(paper: Paper, file: Pick<FileRow, 'mediaType'>): void {
  if (!takesFile(paper, file.mediaType)) throw new Problem('wrongFileType', servicesProblems.wrongFileType)
}
