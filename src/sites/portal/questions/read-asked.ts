import { communesFrom } from '#engines/forms/contract.ts'
import type { Client } from '#engines/contract.ts'
import type { PetitionKind } from '#engines/petitions/contract.ts'
import { Problem } from '#values/errors.ts'
import { onceField } from '#values/send-once.ts'
import type { Words } from '#values/words.ts'
import { textOf } from '../../form-text.ts'

const unknownPlace: Words = {
  vi: 'Không thấy đúng một xã, phường tên như vậy. Chọn trong danh sách.',
  en: 'No single commune of that name. Choose one from the list.',
}
const placeNeeded: Words = {
  vi: 'Nói về UBND xã, huyện nào thì chọn xã, phường ở trên.',
  en: 'Choose the commune above, so that it is known which committee is meant.',
}

const refuse = (path: string, message: Words): never => {
  throw new Problem('invalidInput', { status: 422, message }, { places: [{ path, message }] })
}

/** What was typed into the form, as the operations take it. */
export async function readAsked(client: Client, form: FormData) {
  const text = (name: string) => textOf(form, name)
  const place = await readPlace(client, text('place'))
  const aboutUnit = await readAbout(client, text('aboutUnit'), place)
  const [procedureCode, email] = [text('procedureCode'), text('email')]
  return {
    title: text('title'),
    body: text('body'),
    ...(procedureCode && { procedureCode }),
    ...(place && { place }),
    ...(aboutUnit && { aboutUnit }),
    fullName: text('fullName'),
    phone: text('phone').replace(/[ .]/g, ''),
    ...(email && { email }),
  }
}

async function readPlace(client: Client, typed: string): Promise<string | undefined> {
  if (typed === '') return undefined
  const { communes, today } = await client.services.getLookups({})
  const found = communesFrom(communes).search(typed, today)
  const [exact] = found.length === 1 ? found : []
  return (exact ?? refuse('place', unknownPlace)).code
}

/** A body by its id, or the committee of the commune that was chosen, or of the district above it. */
async function readAbout(client: Client, value: string, place: string | undefined): Promise<string | undefined> {
  if (value !== 'commune' && value !== 'district') return value || undefined
  if (place === undefined) return refuse('aboutUnit', placeNeeded)
  const bodies = await client.petitions.listBodies({ place })
  return bodies[value === 'commune' ? 0 : 1]?.id
}

/** Sends it by the operation of its kind. */
export async function sendAsked(client: Client, kind: PetitionKind, form: FormData) {
  const asked = await readAsked(client, form)
  const sendKey = textOf(form, onceField)
  return kind === 'denunciation'
    ? client.petitions.denounce({ ...asked, address: textOf(form, 'address'), ...(sendKey && { sendKey }) })
    : client.petitions.ask({ ...asked, kind, mayPublish: form.has('mayPublish'), ...readSecond(form) })
}

/** Of a second complaint: what it is against. */
function readSecond(form: FormData) {
  if (form.get('round') !== 'second') return {}
  const [previousId, previousLookUpCode] = [textOf(form, 'previousId'), textOf(form, 'previousLookUpCode')]
  const decision = textOf(form, 'decision')
  return { second: { decision, ...(previousId && { previousId }), ...(previousLookUpCode && { previousLookUpCode }) } }
}
