import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'

/** The folder of the guides in `docs/`; their pictures lie in `hinh`. */
export const guides = join(import.meta.dirname, '../docs/huong-dan')

/** As wide as a page of the guides is read. */
const width = 1000

/** Whether this run draws the pictures of the guides anew (`npm run guide-pictures`); others leave them alone. */
const isWanted = process.env['GUIDE_PICTURES'] === 'write'

/** Draws what is in sight, at the size and in the format of the guides, into `docs/huong-dan/hinh/<name>.webp`. */
export async function drawGuidePicture(page: Page, name: string): Promise<void> {
  if (!isWanted) return
  const session = await page.context().newCDPSession(page)
  const { cssVisualViewport: seen } = await session.send('Page.getLayoutMetrics')
  const { data } = await session.send('Page.captureScreenshot', {
    format: 'webp',
    quality: 82,
    clip: {
      x: seen.pageX,
      y: seen.pageY,
      width: seen.clientWidth,
      height: seen.clientHeight,
      scale: width / seen.clientWidth,
    },
  })
  await session.detach()
  mkdirSync(join(guides, 'hinh'), { recursive: true })
  writeFileSync(join(guides, 'hinh', `${name}.webp`), Buffer.from(data, 'base64'))
}
