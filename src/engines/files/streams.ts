import { httpProblems } from '#kernel/http/http-problems.ts'
import { problems, type ProblemKind } from '#values/errors.ts'
import type { StreamOperation } from '#values/stream-operation.ts'
import { filesProblems } from './problems.ts'
import { usualLimits } from './upload-limits.ts'

const { notSignedIn, forbidden, notFound, invalidInput, storageFull } = problems
const { uploadBroken, uploadExpired, uploadMediaType, uploadOffset, uploadRequest, uploadTooLarge, uploadVersion } =
  filesProblems
const { fileBlocked, fileRefused, noPreview, scanWaits, tooManyUploads, wrongChecksum } = filesProblems

const resumable = { 'Tus-Resumable': { says: '`1.0.0`', required: true } }
const checksum = { 'Upload-Checksum': { says: '`sha256` or `sha1`, a space, the digest of this part in base64.' } }
const part = 'application/offset+octet-stream'
const told = ['Tus-Resumable', 'Upload-Offset', 'Upload-Expires']

/** What may be wrong with any request of the protocol, and with a part that comes. */
const ofTus: Readonly<Record<string, ProblemKind>> = { uploadVersion, uploadRequest, notSignedIn, forbidden }
const ofParts: Readonly<Record<string, ProblemKind>> = {
  uploadBroken,
  uploadTooLarge,
  fileRefused,
  wrongChecksum,
  scanWaits,
  storageFull,
}
const ofUpload: Readonly<Record<string, ProblemKind>> = {
  ...ofTus,
  notFound,
  uploadExpired,
}

const offer: Pick<StreamOperation, 'title' | 'permission' | 'answers' | 'problems'> = {
  title: { vi: 'Máy chủ nhận tệp thế nào', en: 'What the server offers for uploads' },
  permission: 'anyone',
  answers: {
    204: {
      says: 'What is offered.',
      headers: ['Tus-Version', 'Tus-Extension', 'Tus-Checksum-Algorithm', 'Tus-Max-Size'],
    },
  },
  problems: {},
}

const shown = (content: readonly string[]): StreamOperation['answers'][string] => ({
  says: 'The file.',
  headers: ['Content-Disposition', 'Content-Length', 'ETag', 'Accept-Ranges'],
  content,
})

const unchanged = { says: 'It is the one of `If-None-Match`.', headers: ['ETag'] }
const ifNoneMatch = { 'If-None-Match': { says: 'The `ETag` of what is at hand.' } }

/** Uploads by tus 1.0 or by a form, and downloads: what they take and answer, for the description of the interface. */
export const fileStreams: readonly StreamOperation[] = [
  { ...offer, method: 'OPTIONS', path: '/uploads' },
  {
    method: 'POST',
    path: '/uploads',
    title: { vi: 'Bắt đầu gửi tệp (tus)', en: 'Begin an upload (tus)' },
    permission: 'signed-in',
    limits: {
      citizen: { free: usualLimits.perHour.citizen, withinSeconds: 3600 },
      staff: { free: usualLimits.perHour.staff, withinSeconds: 3600 },
    },
    headers: {
      ...resumable,
      ...checksum,
      'Upload-Length': { says: 'Size of the whole file in bytes.', required: true },
      'Upload-Metadata': { says: '`filename` and, if known, `sha256` (hexadecimal) of the whole; values in base64.' },
    },
    body: part,
    answers: { 201: { says: 'Begun; `Location` is the upload.', headers: ['Location', ...told] } },
    problems: { ...ofTus, ...ofParts, tooManyUploads },
  },
  { ...offer, method: 'OPTIONS', path: '/uploads/{id}' },
  {
    method: 'HEAD',
    path: '/uploads/{id}',
    title: { vi: 'Đã nhận được bao nhiêu', en: 'How much has come' },
    permission: 'signed-in',
    headers: resumable,
    answers: { 200: { says: 'How much has come.', headers: [...told, 'Upload-Length'] } },
    problems: { ...ofUpload, fileRefused, scanWaits, storageFull },
  },
  {
    method: 'PATCH',
    path: '/uploads/{id}',
    title: { vi: 'Gửi phần tiếp theo', en: 'Send the next part' },
    permission: 'signed-in',
    headers: {
      ...resumable,
      ...checksum,
      'Upload-Offset': { says: 'How much has come so far, in bytes.', required: true },
    },
    body: part,
    answers: { 204: { says: 'Taken; after the last part the file is checked and accepted.', headers: told } },
    problems: { ...ofUpload, ...ofParts, uploadMediaType, uploadOffset },
  },
  {
    method: 'DELETE',
    path: '/uploads/{id}',
    title: { vi: 'Bỏ, không gửi nữa', en: 'Give an upload up' },
    permission: 'signed-in',
    headers: resumable,
    answers: { 204: { says: 'Nothing is left of it.', headers: ['Tus-Resumable'] } },
    problems: ofUpload,
  },
  {
    method: 'POST',
    path: '/uploads/form',
    title: { vi: 'Gửi tệp bằng biểu mẫu', en: 'Send a file by a form' },
    permission: 'signed-in',
    body: 'multipart/form-data',
    answers: {
      303: { says: 'Back to `return`, with `file` and `paper` or the code of an `error`.', headers: ['Location'] },
    },
    problems: {
      badReturn: filesProblems.badReturn,
      uploadRequest,
      uploadTooLarge,
      invalidInput,
      notSignedIn,
      forbidden,
      foreignForm: httpProblems.foreignForm,
    },
  },
  {
    method: 'POST',
    path: '/uploads/join',
    title: { vi: 'Gộp các trang thành một tệp PDF', en: 'Make one PDF of pages' },
    permission: 'signed-in',
    body: 'application/x-www-form-urlencoded',
    answers: { 303: { says: 'Back to `return`, with the code of an `error` if there is one.', headers: ['Location'] } },
    problems: { badReturn: filesProblems.badReturn, uploadRequest, notSignedIn, forbidden },
  },
  {
    method: 'GET',
    path: '/files/{id}',
    title: { vi: 'Tải tệp về', en: 'Download a file' },
    permission: 'signed-in',
    headers: {
      ...ifNoneMatch,
      Range: { says: 'One range of bytes.' },
      'If-Range': { says: 'The `ETag` that the range is of.' },
    },
    answers: {
      200: shown(['application/octet-stream']),
      206: { ...shown(['application/octet-stream']), says: 'The part that was asked for.' },
      304: unchanged,
      416: { says: 'There is no such range.', headers: ['Content-Range'] },
    },
    problems: { notFound, fileBlocked },
  },
  {
    method: 'GET',
    path: '/files/{id}/preview',
    title: { vi: 'Xem tệp', en: 'Show a file' },
    permission: 'signed-in',
    headers: ifNoneMatch,
    answers: { 200: shown(['application/pdf', 'image/jpeg', 'image/png', 'image/webp']), 304: unchanged },
    problems: { notFound, fileBlocked, noPreview },
  },
  {
    method: 'GET',
    path: '/files/{id}/pages/{page}',
    title: { vi: 'Xem một trang, hình nhỏ', en: 'Show one page, small' },
    permission: 'signed-in',
    answers: {
      200: { says: 'A small picture of the page.', headers: ['Content-Length'], content: ['image/jpeg'] },
    },
    problems: { notFound, fileBlocked, noPreview },
  },
]
