/** What the pages say of the province. Apart from the rest: these few words also travel to browsers. */
export { portal } from './bac-giang/installation.ts'
