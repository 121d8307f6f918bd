declare module 'virtual:guide' {
  import type { GuidePage } from './page.ts'
  /** In the order of docs/guide/README.md, with pictures that the window can show. */
  const pages: GuidePage[]
  export default pages
}
