import type { Checked } from './checked.ts'
import { checkJpeg } from './jpeg.ts'
import { kindOf, type Kind } from './kinds.ts'
import { checkOffice } from './office/check-office.ts'
import { checkOtherFormats } from './other-formats.ts'
import { checkPdf } from './pdf/check-pdf.ts'
import { checkPng } from './png.ts'
import { checkWebp } from './webp.ts'

const checks: Readonly<Record<Kind, (bytes: Buffer) => Checked | Promise<Checked>>> = {
  pdf: checkPdf,
  jpeg: checkJpeg,
  png: checkPng,
  webp: checkWebp,
  office: (bytes) => checkOffice(bytes),
}

/** Finds out what a file is by its content and reads it to its end; throws `Refused`. */
export async function checkFile(bytes: Buffer): Promise<Checked> {
  const kind = kindOf(bytes)
  checkOtherFormats(bytes, kind)
  return checks[kind](bytes)
}
