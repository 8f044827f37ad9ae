import { pdfOfPictures, type PicturePage } from '#values/picture-pdf.ts'
import { largestFile } from '#engines/files/contract.ts'
import type { KeptPaper } from './kept-receptions.ts'

export const quarterTurns = [0, 90, 180, 270] as const
export type QuarterTurn = (typeof quarterTurns)[number]

/** A quarter further to the right. */
export const turnedOn = (turn: QuarterTurn = 0): QuarterTurn => quarterTurns[(turn / 90 + 1) % 4] as QuarterTurn

/** The scans of all papers with one moved by so many places among those of its paper. */
export function moved(kept: readonly KeptPaper[], one: KeptPaper, by: number): KeptPaper[] {
  const own = kept.filter(({ paper }) => paper === one.paper)
  const at = own.indexOf(one)
  const other = own[at + by]
  if (other === undefined) return [...kept]
  return kept.map((scan) => (scan === one ? other : scan === other ? one : scan))
}

export const isPicture = ({ content }: Pick<KeptPaper, 'content'>): boolean => content.type.startsWith('image/')

/** A scan that says it is a picture and cannot be drawn. */
export class UnreadablePicture extends Error {
  readonly scan: KeptPaper
  constructor(scan: KeptPaper, cause: unknown) {
    super(`${scan.name} cannot be drawn`, { cause })
    this.scan = scan
  }
}

/**
 * What is sent of the scans of a reception: the pictures of a paper become the pages of one PDF, in their order and turned, where they are several or one was
 * turned; what is a PDF already goes as it is. What the server has is left alone.
 */
export async function arranged(kept: readonly KeptPaper[], nameOf: (paper: string) => string): Promise<KeptPaper[]> {
  const byPaper = [...Map.groupBy(kept, ({ paper }) => paper)]
  return (await Promise.all(byPaper.map(([paper, scans]) => arrangedPaper(scans, nameOf(paper))))).flat()
}

async function arrangedPaper(scans: readonly KeptPaper[], name: string): Promise<readonly KeptPaper[]> {
  const pictures = scans.filter((scan) => isPicture(scan) && scan.fileId === undefined)
  const [first] = pictures
  const isAsItIs =
    pictures.length < 2 && pictures.every(({ turn = 0, content }) => turn === 0 && content.size <= largestFile)
  if (first === undefined || isAsItIs) return scans
  const joined = { paper: first.paper, name: `${name}.pdf`, content: await joinedPictures(pictures) }
  return scans.flatMap((scan) => (scan === first ? [joined] : pictures.includes(scan) ? [] : [scan]))
}

/** Papers with more files than they may have once their pictures are one: that is told while the papers are at hand. */
export const overfull = <Paper extends { readonly id: string; readonly maxFiles: number }>(
  kept: readonly KeptPaper[],
  papers: readonly Paper[],
): Paper[] =>
  papers.filter(({ id, maxFiles }) => {
    const own = kept.filter(({ paper }) => paper === id)
    const pictures = own.filter(isPicture).length
    return own.length - pictures + Math.min(pictures, 1) > maxFiles
  })

interface Sharpness {
  /** The longer side of a page, in pixels. */
  readonly longest: number
  readonly quality: number
}

/** 200 dots an inch on A4, as papers are scanned to be read; of so many pages that no file holds them, 150, and 105. */
const sharpnesses: readonly Sharpness[] = [
  { longest: 2340, quality: 0.85 },
  { longest: 1754, quality: 0.8 },
  { longest: 1240, quality: 0.7 },
]

/** The sharpest PDF of pictures that the server takes: whoever brought the papers has gone when they are sent. */
async function joinedPictures(pictures: readonly KeptPaper[]): Promise<Blob> {
  let content = new Blob()
  for (const sharpness of sharpnesses) {
    const pages: PicturePage[] = []
    // One after the other: each lies unpacked in memory while it is drawn.
    for (const picture of pictures)
      pages.push(
        await asPage(picture, sharpness).catch((cause: unknown) => {
          throw new UnreadablePicture(picture, cause)
        }),
      )
    content = new Blob([pdfOfPictures(pages)], { type: 'application/pdf' })
    if (content.size <= largestFile) break
  }
  return content
}

/** A picture as it was held by the camera, then turned, packed as JPEG. */
async function asPage({ content, turn = 0 }: KeptPaper, { longest, quality }: Sharpness): Promise<PicturePage> {
  const picture = await createImageBitmap(content)
  const scale = Math.min(1, longest / Math.max(picture.width, picture.height))
  const [wide, high] = [picture.width * scale, picture.height * scale].map(Math.round) as [number, number]
  const isAcross = turn % 180 !== 0
  const canvas = new OffscreenCanvas(isAcross ? high : wide, isAcross ? wide : high)
  const drawing = canvas.getContext('2d')
  if (drawing === null) throw new Error('the browser draws nothing')
  // Paper is white where a picture is clear.
  drawing.fillStyle = '#fff'
  drawing.fillRect(0, 0, canvas.width, canvas.height)
  drawing.translate(canvas.width / 2, canvas.height / 2)
  drawing.rotate((turn * Math.PI) / 180)
  drawing.drawImage(picture, -wide / 2, -high / 2, wide, high)
  picture.close()
  const packed = await canvas.convertToBlob({ type: 'image/jpeg', quality })
  return { jpeg: new Uint8Array(await packed.arrayBuffer()), width: canvas.width, height: canvas.height }
}
