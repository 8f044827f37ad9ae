import { demoPassword } from '../../demo/accounts.ts'
import { done } from './story.ts'
import type { TestPlatform, Visitor } from './test-platform.ts'

/** How tests write procedures as officials do. */
export const drafts = '/services/procedure-drafts'

/** Begins a version of a procedure; `from`: with what an earlier one says. Answers the id of the draft. */
export const openDraft = async (who: Visitor, code: string, from?: number): Promise<string> =>
  done(await who.call('POST', `/services/procedures/${code}/drafts`, { from })).id

export const readDraft = async (who: Visitor, id: string) => done(await who.call('GET', `${drafts}/${id}`))

export const editDraft = (who: Visitor, id: string, revision: number, ...edits: object[]) =>
  who.call('PUT', `${drafts}/${id}`, { revision, edits })

/** With a proof of who it is that is not old; the session before it is over. */
export const proved = async (test: TestPlatform, who: Visitor): Promise<Visitor> =>
  test.withToken(done(await who.call('POST', '/identity/proof', { password: demoPassword })).token)

/** Sends a draft and asks for its approval, as somebody who has proved lately who they are; what is answered may be a refusal. */
export async function publishDraft(editor: Visitor, controller: Visitor, id: string, effectiveOn: string) {
  const { revision } = await readDraft(editor, id)
  const sent = done(await editor.call('POST', `${drafts}/${id}/submission`, { revision, effectiveOn }))
  return controller.call('POST', `${drafts}/${id}/approval`, { revision: sent.revision, document: '12/QĐ-UBND' })
}
