import source from './page-keeper.js?raw'

/** The service worker of the page for reception without a line; its reach is that page alone. */
export const loader = () =>
  new Response(source, {
    headers: {
      'Content-Type': 'text/javascript; charset=utf-8',
      'Service-Worker-Allowed': '/can-bo/quay/mat-mang',
      'Cache-Control': 'no-cache',
    },
  })
