import { redirect, type MiddlewareFunction } from 'react-router'
import { pageContext } from '#kernel/http/page-context.ts'
import type { Page } from '../client.ts'

/**
 * What is left of this site where citizens file on another portal, by the pattern of its route, as `routes.ts` writes it; the guide of the link lists the same. Whatever
 * is not here is sent on, so also what is added later.
 */
export const staying: ReadonlySet<string> = new Set([
  'noi-nop',
  // What papers, slips and messages lead to, without an account.
  'tra-cuu',
  'tra-cuu/:code',
  'kiem-tra',
  'kiem-tra/:code',
  'xep-hang/:id',
  'danh-gia',
  // Questions and reflections, by a code.
  'hoi-dap',
  'hoi-dap/gui',
  'hoi-dap/giong',
  'hoi-dap/tra-cuu',
  'hoi-dap/:code',
  // What is public.
  'hai-long',
  'so-lieu',
  'so-lieu/mau-06',
  'so-lieu/bo-chi-so',
  'so-lieu/mot-lan',
  'so-lieu/du-lieu-mo',
  'so-niem-phong',
  'kha-nang-tiep-can',
  'lap-trinh',
  'du-lieu-ca-nhan',
  'ngon-ngu/:language',
  // What officials use here, too.
  'dang-nhap/he-thong/:uid',
  'dang-xuat/he-thong',
  'dang-xuat',
  'thoi-dong-y',
  'xem-thu/:id',
  // What is nowhere: it is not found here either.
  '*',
])

/** Sends citizens to where they file, if that is another portal: before a form is taken or a page reads anything. */
export const whereCitizensFile: MiddlewareFunction<Response>[] = [
  async ({ context, pattern }, next) => {
    if (staying.has(pattern)) return next()
    // Asks nothing of the database, so also while that is away.
    const { client } = context.get(pageContext) as Page
    const { citizensAt } = await client.identity.listSignInWays({})
    if (citizensAt !== null) throw redirect('/noi-nop')
    return next()
  },
]
