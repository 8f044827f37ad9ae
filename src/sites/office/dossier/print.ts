import type { LoaderFunctionArgs } from 'react-router'
import { fetched, staffPage } from '../staff.ts'

/** A printed form may stand in a frame of our own pages, and nothing in it runs. */
const policy = `default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; img-src 'self' data: blob:; frame-ancestors 'self'; base-uri 'none'; form-action 'none'`

type Form = 'application' | 'result'

/** A printed form for the paper viewer; the operation itself answers with a policy that no frame may hold. */
export async function loader(args: LoaderFunctionArgs) {
  const page = staffPage(args)
  const { id = '', form = '' } = args.params
  const sheet = await fetched(page, () => page.client.services.printForm({ id, form: form as Form }))
  return new Response(await sheet.arrayBuffer(), {
    headers: {
      'Content-Type': sheet.type || 'application/pdf',
      'Content-Disposition': `inline; filename="${form}.pdf"`,
      'Content-Security-Policy': policy,
      'Cache-Control': 'no-store',
    },
  })
}
