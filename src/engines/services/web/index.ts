/** What screens of several sites say alike of applications. */
export { declaration } from './declaration.ts'
export { sayOrigin } from './origin-words.ts'
