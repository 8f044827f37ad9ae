import type { LoaderFunctionArgs } from 'react-router'
import { staffPage } from '../office/staff.ts'

/** The proof of one entry as a file that others can check without this software. */
export async function loader(args: LoaderFunctionArgs) {
  const page = staffPage(args)
  const id = args.params['id'] ?? ''
  const proof = await page.client.audit.proveEntry({ id })
  return new Response(JSON.stringify(proof, null, 2), {
    headers: {
      'Content-Type': 'application/json',
      'Content-Disposition': `attachment; filename="bang-chung-${id}.json"`,
    },
  })
}
