import { portal } from '#systems/portal.ts'

/** Shows what comes while no page is open; a press opens what it is about. */
const script = `
self.addEventListener('push', (event) => {
  const { text, link, id } = event.data.json()
  event.waitUntil(
    self.registration.showNotification(${JSON.stringify(portal.portalName.vi)}, { body: text, tag: id, lang: 'vi', data: { link } }),
  )
})
self.addEventListener('notificationclick', (event) => {
  event.notification.close()
  event.waitUntil(self.clients.openWindow(event.notification.data.link ?? '/trang-cua-toi/tin-nhan'))
})
`

/** The service worker of the portal: it takes notifications and keeps nothing. */
export const loader = () =>
  new Response(script, { headers: { 'Content-Type': 'text/javascript; charset=utf-8', 'Cache-Control': 'no-cache' } })
