import type { Client } from '#engines/contract.ts'
import { textOf } from '../../form-text.ts'

/** What a sender did on their page: answered what was asked, or said whether the answer helped. */
export async function doSenderAct(client: Client, form: FormData, ref: { id: string } | { lookUpCode: string }) {
  const [supplied, reopen] = [textOf(form, 'supplied'), textOf(form, 'reopen')]
  const judged = form.has('helpful') ? { helpful: true } : { helpful: false, words: reopen }
  if ('id' in ref) {
    if (form.has('supplied')) await client.petitions.supplyOwnPetition({ ...ref, words: supplied })
    else await client.petitions.judgeOwnAnswer({ ...ref, ...judged })
  } else if (form.has('supplied')) await client.petitions.supplyPetition({ ...ref, words: supplied })
  else await client.petitions.judgeAnswer({ ...ref, ...judged })
}
