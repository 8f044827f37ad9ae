import { onceField } from '#values/send-once.ts'

/** The key that a posted page form carries in its hidden field, without using the request up. */
export async function postedKey(request: Request): Promise<string | undefined> {
  const type = request.headers.get('content-type') ?? ''
  if (request.method !== 'POST' || !type.startsWith('application/x-www-form-urlencoded')) return undefined
  return new URLSearchParams(await request.clone().text()).get(onceField) ?? undefined
}
