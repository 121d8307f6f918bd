// A thread of Node does not inherit what reads TypeScript; this brings it, and hands over.
import { register } from 'tsx/esm/api'

register()
await import('./reading.ts')
