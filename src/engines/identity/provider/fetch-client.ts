/**
 * How the provider asks another system, which is only to tell it of ended sessions: keys are pasted, nothing is fetched. Its library
 * hands in a dispatcher that cuts every line to an address that is not public (SSRF, also by what a name resolves to later); without
 * it only the hosts are asked that the configuration names as lying inside.
 */
export const fetchFor =
  (insideHosts: readonly string[]) =>
  (address: string, { dispatcher, ...options }: RequestInit & { readonly dispatcher?: unknown }): Promise<Response> => {
    if (insideHosts.includes(new URL(address).host)) return fetch(address, options)
    if (dispatcher === null || dispatcher === undefined)
      return Promise.reject(new Error('addresses cannot be guarded here'))
    return fetch(address, { ...options, dispatcher } as RequestInit)
  }
