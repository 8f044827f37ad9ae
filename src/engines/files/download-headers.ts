import { contentDisposition } from '#kernel/http/content-disposition.ts'

/** Of a file that is given back to be kept: nothing in it may run or load anything, should a browser show it after all. */
export const downloadHeaders = (name: string): Record<string, string> => ({
  'Content-Disposition': contentDisposition('attachment', name),
  'Content-Security-Policy': `default-src 'none'; sandbox; frame-ancestors 'none'`,
  'X-Content-Type-Options': 'nosniff',
})
