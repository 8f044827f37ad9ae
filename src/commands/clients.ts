import { readConfig } from '#kernel/config.ts'
import type { Context } from '#kernel/operations/context.ts'
import type { SignOnClient } from '#engines/identity/contract.ts'
import { changeClient, registerClient, setClientStatus } from '#engines/identity/provider/manage-clients.ts'
import { providerHandlers } from '#engines/identity/provider/provider-handlers.ts'
import { registrationCalls, registrationCommand } from './registration.ts'

const listClients = (ctx: Context) => providerHandlers(readConfig(process.env).publicUrl).listClients(ctx)

export const clientsCommand = registrationCommand(
  'clients',
  'Hệ thống khác đăng nhập qua đây. Other systems that sign in by us.',
  registrationCalls({
    list: { name: 'listClients', handler: listClients },
    add: { name: 'registerClient', handler: registerClient },
    change: { name: 'changeClient', handler: changeClient },
    setStatus: { name: 'setClientStatus', handler: setClientStatus },
    lines: ({ issuer, clients }: { issuer: string; clients: SignOnClient[] }) => [
      issuer,
      ...clients.map(({ id, status, owner, name }) => `${id} ${status} ${owner}: ${name}`),
    ],
  }),
)
