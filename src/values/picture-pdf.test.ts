import { expect, it } from 'vitest'
import { checkFile } from '#engines/files/check/check-file.ts'
import { jpeg } from '#engines/files/testing/make-picture.ts'
import { pdfOfPictures } from './picture-pdf.ts'

const page = (width: number, height: number) => ({ jpeg: new Uint8Array(jpeg), width, height })
const latin = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1')

it('is a PDF that the check of uploads accepts, with as many pages as pictures', async () => {
  const pages = [page(1654, 2339), page(2339, 1654), page(16, 16)]
  expect(await checkFile(Buffer.from(pdfOfPictures(pages)))).toMatchObject({ mediaType: 'application/pdf', pages: 3 })
})

it('makes each page as large as A4 along its longer side, upright or across', () => {
  const boxes = [
    ...latin(pdfOfPictures([page(1654, 2339), page(300, 200)])).matchAll(/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g),
  ]
  expect(boxes.map(([, wide, high]) => [Number(wide), Number(high)])).toEqual([
    [595.33, 841.89],
    [841.89, 561.26],
  ])
})

it('says truly where each object begins, and packs the pictures as they are', () => {
  const text = latin(pdfOfPictures([page(10, 10), page(10, 10)]))
  const starts = [...text.matchAll(/^(\d{10}) 00000 n /gm)].map(([, start]) => Number(start))
  expect(starts).toHaveLength(8)
  starts.forEach((start, at) => expect(text.slice(start)).toMatch(new RegExp(`^${at + 1} 0 obj\n`)))
  expect(Number(/startxref\n(\d+)/.exec(text)?.[1])).toBe(text.indexOf('xref\n'))
  expect(text.split(jpeg.toString('latin1'))).toHaveLength(3)
})
