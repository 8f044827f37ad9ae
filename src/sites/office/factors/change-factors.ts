import { data, redirect, type ActionFunctionArgs } from 'react-router'
import { qrSvg } from '#values/qr-code.ts'
import type { Client } from '#engines/contract.ts'
import { textOf } from '../../form-text.ts'
import { handedIn } from '../passkeys/ticket.ts'
import { refusedAnswer, staffPage } from '../staff.ts'

type Attestation = Parameters<Client['identity']['addPasskey']>[0]['attestation']

/** What an authenticator app is set up with; shown until its first code is right. */
export interface Offer {
  readonly secret: string
  readonly uri: string
  /** The QR code of `uri` as the address of a picture. */
  readonly qr: string
}

const offerOf = (secret: string, uri: string): Offer => ({
  secret,
  uri,
  qr: `data:image/svg+xml,${encodeURIComponent(qrSvg(uri))}`,
})

/** Adds, confirms or removes a second factor; what is shown once is answered, and never stands in an address. */
export async function changeFactors(args: ActionFunctionArgs) {
  const page = staffPage(args)
  const { identity } = page.client
  const form = await args.request.formData()
  const act = textOf(form, 'viec')
  const secret = textOf(form, 'secret')
  try {
    if (act === 'them') {
      const offered = await identity.offerTotp({})
      return data({ offer: offerOf(offered.secret, offered.uri) })
    }
    if (act === 'bat') return data(await identity.confirmTotp({ code: textOf(form, 'code').replaceAll(' ', '') }))
    if (act === 'them-khoa') {
      const { ticket, answer: attestation } = handedIn<Attestation>(page, args.request, form)
      return data(await identity.addPasskey({ ticket, attestation, name: textOf(form, 'name') }))
    }
    if (act === 'go-khoa') await identity.removePasskey({ id: textOf(form, 'khoa') })
    if (act === 'ma-du-phong') return data(await identity.renewRecoveryCodes({}))
    if (act === 'go') await identity.removeTotp({})
    return redirect('/can-bo/tai-khoan')
  } catch (error) {
    const answer = refusedAnswer(error, page, form)
    return secret === ''
      ? answer
      : data({ ...answer.data, offer: offerOf(secret, textOf(form, 'uri').slice(0, 500)) }, answer.init ?? {})
  }
}
