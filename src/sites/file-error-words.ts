import { filesProblems, refusals } from '#engines/files/contract.ts'
import { petitionProblems } from '#engines/petitions/contract.ts'
import { problems, type ProblemKind } from '#values/errors.ts'
import type { Words } from '#values/words.ts'

const notChosen: Words = { vi: 'Chưa chọn tệp nào.', en: 'No file was chosen.' }

const known: Readonly<Record<string, ProblemKind>> = { ...problems, ...filesProblems, ...petitionProblems }

/** Why a file that came by a form was not taken, by the code that the form comes back with. */
export const fileErrorWords = (code: string): Words =>
  code === 'invalidInput' || code === 'uploadRequest'
    ? notChosen
    : ((refusals as Readonly<Record<string, Words>>)[code] ?? known[code]?.message ?? filesProblems.fileRefused.message)
