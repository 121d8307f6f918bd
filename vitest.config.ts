import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  plugins: [svelte()],
  test: {
    // No test hangs on how fast the machine is: the limit only ends what would never end.
    testTimeout: 120_000,
    include: ['test/unit/**/*.test.ts'],
    environment: 'node'
  }
})
