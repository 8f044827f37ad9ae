interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(text: string): string },
  ): { createScriptURL(text: string): string }
}

/** The same script each time: the policy of the page trusts this name for nothing else. */
let workerScript: string | undefined

function trustedScript(): string {
  const { trustedTypes } = window as { trustedTypes?: TrustedTypes }
  const path = '/thong-bao.js'
  workerScript ??=
    trustedTypes?.createPolicy('push-worker', { createScriptURL: () => path }).createScriptURL(path) ?? path
  return workerScript
}

/** Asks the reader, then subscribes this browser to our notifications; undefined where one of them does not want it. */
export async function subscribeHere(
  pushKey: string,
): Promise<{ endpoint: string; publicKey: string; auth: string } | undefined> {
  try {
    await navigator.serviceWorker.register(trustedScript())
    const { pushManager } = await navigator.serviceWorker.ready
    const subscription = await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: pushKey })
    const { endpoint = '', keys = {} } = subscription.toJSON()
    return { endpoint, publicKey: keys['p256dh'] ?? '', auth: keys['auth'] ?? '' }
  } catch {
    return undefined
  }
}
