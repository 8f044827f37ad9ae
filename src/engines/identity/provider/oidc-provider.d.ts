/** Of the certified provider what is used here. */
declare module 'oidc-provider' {
  import type { IncomingMessage, ServerResponse } from 'node:http'

  interface Interaction {
    readonly uid: string
    readonly params: Readonly<Record<string, unknown>>
    readonly prompt: { readonly name: string }
  }

  interface RegisteredClient {
    readonly clientId: string
    readonly backchannelLogoutUri?: string
    backchannelLogout(accountId: string, sid: string): Promise<void>
  }

  interface ClientCredentials {
    readonly scope: string
    format: 'opaque'
    /** Seconds. */
    readonly expiration: number
    save(): Promise<string>
  }

  interface Grant {
    addOIDCScope(scope: string): void
    save(): Promise<string>
  }

  /** What lives as long as a browser is signed in by the provider. */
  interface ProviderSession {
    readonly new?: boolean
    accountId?: string
    authorizations?: object
    loginAccount(details: object): void
    resetIdentifier(): void
    ensureClientContainer(clientId: string): void
    grantIdFor(clientId: string, grantId: string): void
  }

  interface OidcContext {
    readonly client: RegisteredClient
    readonly session: ProviderSession
    readonly params: Readonly<Record<string, unknown>>
    readonly requestParamOIDCScopes: ReadonlySet<string>
    readonly entities: {
      readonly Interaction?: { readonly iat: number; readonly lastSubmission?: object }
    }
    readonly provider: Provider
    readonly route: string
    result?: object
    entity(name: string, value: unknown): void
  }

  export interface ProviderContext {
    readonly oidc: OidcContext
    readonly req: IncomingMessage
    body: unknown
    status: number
    redirect(url: string): void
  }

  export class Provider {
    readonly Grant: new (of: object) => Grant
    readonly ClientCredentials: new (of: object) => ClientCredentials
    readonly Client: { find(id: string): Promise<RegisteredClient | undefined> }
    constructor(issuer: string, configuration: Readonly<Record<string, unknown>>)
    on(event: 'server_error', listener: (ctx: never, error: Error) => void): this
    registerGrantType(
      name: string,
      handler: (ctx: ProviderContext) => Promise<void>,
      parameters: readonly string[],
    ): void
    /** Of what is none of its routes there is no `oidc`. */
    use(middleware: (ctx: Partial<ProviderContext>, next: () => Promise<void>) => Promise<void>): this
    callback(): (request: IncomingMessage, response: ServerResponse) => void
    interactionDetails(request: IncomingMessage, response: ServerResponse): Promise<Interaction>
    interactionFinished(request: IncomingMessage, response: ServerResponse, result: object): Promise<void>
  }

  interface Prompts extends Array<unknown> {
    add(prompt: unknown, place?: number): void
    get(name: string): { readonly checks: { remove(reason: string): void } }
  }

  export const interactionPolicy: {
    readonly base: () => Prompts
    readonly Prompt: new (of: { name: string; requestable: boolean }, check: unknown) => unknown
    readonly Check: new (
      reason: string,
      description: string,
      error: string,
      check: (ctx: ProviderContext) => Promise<boolean>,
    ) => unknown
  }

  export const errors: {
    readonly InvalidGrant: new (detail: string) => Error
    readonly InvalidClientAuth: new (detail: string) => Error
    readonly InvalidScope: new (description: string, scope: string) => Error
    readonly UnauthorizedClient: new (description: string) => Error
  }
}
