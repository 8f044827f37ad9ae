import { Provider } from 'oidc-provider'
import { grantToMachine } from './grant-to-machine.ts'
import { configurationOf, responseModes } from './provider-configuration.ts'
import { openProviderKeys, type ProviderKeys } from './provider-keys.ts'
import { providerPath, type ProviderParts } from './provider-parts.ts'

/** New keys sign a day after they are made: that another process made some need not be known sooner. */
const keysReadAgainMs = 60_000

export type OpenProvider = () => Promise<Provider>

/** The provider with the keys that count now; made when it is first asked for, and anew when the keys have changed. */
export function createProvider(parts: ProviderParts): OpenProvider {
  let opened: { provider: Provider; version: string } | undefined
  let keys: Promise<ProviderKeys> | undefined
  let until = 0
  return async () => {
    if (keys === undefined || performance.now() > until) {
      until = performance.now() + keysReadAgainMs
      keys = openProviderKeys(parts.db, parts.secrets, parts.now())
      // A database that was away is asked again at once.
      keys.catch(() => (keys = undefined))
    }
    const current = await keys
    if (opened?.version !== current.version) {
      opened = { provider: makeProvider(parts, current), version: current.version }
    }
    return opened.provider
  }
}

function makeProvider(parts: ProviderParts, keys: ProviderKeys): Provider {
  const provider = new Provider(`${parts.publicUrl}${providerPath}`, configurationOf(parts, keys))
  provider.registerGrantType('client_credentials', grantToMachine(parts), ['scope'])
  // The library lists the modes that it knows, whatever is offered.
  provider.use(async (ctx, next) => {
    await next()
    if (ctx.oidc?.route === 'discovery') Object.assign(ctx.body as object, { response_modes_supported: responseModes })
  })
  provider.on('server_error', (_ctx: never, error: Error) => parts.log.error({ err: error }, 'provider failed'))
  return provider
}
