import { answerSignOn, describeSignOut, myClients, takeBackConsent, viewSignOn } from './answer-sign-on.ts'
import { changeClient, listClients, registerClient, setClientStatus } from './manage-clients.ts'
import { providerPath } from './provider-parts.ts'
import type { Context } from '#kernel/operations/context.ts'

/** Signing in to other systems by us: what people and administrators do about it. */
export const providerHandlers = (publicUrl: string) => ({
  viewSignOn,
  answerSignOn,
  describeSignOut,
  listMyClients: myClients,
  takeBackConsent,
  listClients: async (ctx: Context) => ({ issuer: `${publicUrl}${providerPath}`, clients: await listClients(ctx) }),
  registerClient,
  changeClient,
  setClientStatus,
})
