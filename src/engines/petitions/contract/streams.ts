import { problems } from '#values/errors.ts'
import type { StreamOperation } from '#values/stream-operation.ts'
import { filesProblems } from '#engines/files/contract.ts'
import { attachBrakes, codeBrakes } from './brakes.ts'
import { petitionProblems } from './problems.ts'

const { notFound, invalidInput, busy, storageFull } = problems
const { attachWait, lookUpWait, notNow, picturesOnly, tooManyFiles } = petitionProblems
const { fileBlocked, fileRefused, uploadTooLarge } = filesProblems

const given: StreamOperation['answers'] = {
  200: { says: 'The file.', headers: ['Content-Disposition', 'Content-Length'], content: ['application/octet-stream'] },
}

/** Files of petitions that go past the operations. */
export const attachmentStreams: readonly StreamOperation[] = [
  {
    method: 'POST',
    path: '/hoi-dap/tra-cuu/tep',
    title: { vi: 'Gửi kèm tệp bằng mã tra cứu', en: 'Give a file by the look-up code' },
    permission: 'anyone',
    limits: attachBrakes,
    body: 'multipart/form-data',
    answers: {
      200: { says: 'The page of what was sent, with the file or why it was not taken.', content: ['text/html'] },
    },
    problems: {
      notFound,
      invalidInput,
      attachWait,
      lookUpWait,
      notNow,
      picturesOnly,
      tooManyFiles,
      fileRefused,
      uploadTooLarge,
      busy,
      storageFull,
    },
  },
  {
    method: 'POST',
    path: '/hoi-dap/tra-cuu/tep/{id}',
    title: { vi: 'Tải tệp bằng mã tra cứu', en: 'Download a file by the look-up code' },
    permission: 'anyone',
    limits: codeBrakes,
    body: 'application/x-www-form-urlencoded',
    answers: given,
    problems: { notFound, invalidInput, lookUpWait, fileBlocked },
  },
  {
    method: 'GET',
    path: '/petitions/sealed/{id}',
    title: { vi: 'Tải tệp của đơn tố cáo', en: 'Download a file of a denunciation' },
    permission: 'staff',
    answers: given,
    problems: { notFound, fileBlocked },
  },
]
