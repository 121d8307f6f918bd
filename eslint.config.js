import js from '@eslint/js'
import prettier from 'eslint-config-prettier'
import svelte from 'eslint-plugin-svelte'
import globals from 'globals'
import ts from 'typescript-eslint'
import { IS_SINGLE_RUN, programForAll } from './electron/runtime/lint-program.mjs'
import svelteConfig from './svelte.config.js'

/** Ways for a document's text to become markup or code; none is ever wanted here. */
const neverFromText = [
  {
    selector: 'MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML)$/]',
    message: 'Text of a document never becomes HTML.'
  },
  {
    selector:
      'Property[key.name=/^(webSecurity|allowRunningInsecureContent|experimentalFeatures|enableBlinkFeatures|webviewTag|nodeIntegrationInWorker|nodeIntegrationInSubFrames)$/]',
    message: 'Leave this Electron default as it is (security checklist, items 6 to 11).'
  }
]

/** Types of a library may bring those of Node or of a page with them; what they name is not there in every host. */
const notInEngine = [
  'process',
  'Buffer',
  'require',
  '__dirname',
  'window',
  'document',
  'navigator',
  'fetch',
  'setTimeout',
  'setInterval'
].map((name) => ({ name, message: 'engine/ is pure TypeScript.' }))

/** The engine runs in the window's worker, in Node and in tests: it may rest on none of them. */
const enginePurity = {
  patterns: [
    {
      group: ['node:*', 'electron', 'electron/*', 'svelte', 'svelte/*'],
      message: 'engine/ is pure TypeScript.'
    },
    {
      group: ['**/electron/**', '**/renderer/**'],
      message: 'engine/ knows neither the shell nor the screen.'
    }
  ]
}

const svelteParser = svelte.configs.recommended.flatMap(
  ({ languageOptions }) => languageOptions?.parser ?? []
)[0]
const shared = IS_SINGLE_RUN ? programForAll(svelteParser, ts.parser, svelteConfig) : null

export default ts.config(
  { ignores: ['out/', 'dist/', 'node_modules/', 'test-results/', 'electron.vite.config.ts.*.mjs'] },
  js.configs.recommended,
  ...ts.configs.strictTypeChecked,
  ...ts.configs.stylisticTypeChecked,
  ...svelte.configs.recommended,
  {
    languageOptions: {
      globals: { ...globals.es2023 },
      parserOptions: {
        ...(shared ? { programs: shared.programs } : { project: './tsconfig.lint.json' }),
        tsconfigRootDir: import.meta.dirname
      }
    },
    rules: {
      'no-eval': 'error',
      'no-implied-eval': 'off',
      '@typescript-eslint/no-implied-eval': 'error',
      'no-restricted-syntax': ['error', ...neverFromText],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      'no-console': 'error'
    }
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: {
      globals: globals.browser,
      parserOptions: {
        parser: shared?.script ?? ts.parser,
        svelteConfig,
        // A program that is updated with each of these files: the smallest that will do.
        ...(shared ? {} : { project: './renderer/tsconfig.json' }),
        extraFileExtensions: ['.svelte']
      }
    },
    rules: {
      'svelte/no-at-html-tags': 'error',
      'svelte/require-each-key': 'error',
      'svelte/button-has-type': 'error',
      'svelte/no-target-blank': 'error',
      // The type checker of Svelte files is svelte-check; these need types that the linter does not have there.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-confusing-void-expression': 'off'
    }
  },
  { files: ['renderer/**'], languageOptions: { globals: globals.browser } },
  {
    files: ['renderer/ui/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            { group: ['**/engine/**', '**/state/**'], message: 'renderer/ui knows neither engine nor state.' }
          ]
        }
      ]
    }
  },
  {
    files: ['engine/**/*.ts'],
    rules: {
      'no-restricted-imports': ['error', enginePurity],
      'no-restricted-globals': ['error', ...notInEngine]
    }
  },
  // Programs for a terminal print; the app and the engine do not.
  {
    files: [
      'electron/cli/**',
      'electron/packaging/**',
      'electron/runtime/**',
      'test/bench/**',
      'test/fuzz/**'
    ],
    languageOptions: { globals: globals.node },
    rules: { 'no-console': 'off' }
  },
  // Configuration files and the bootstrap are plain JavaScript, outside the typed projects.
  {
    files: ['**/*.js', '**/*.mjs', '**/*.cjs'],
    ...ts.configs.disableTypeChecked,
    languageOptions: { globals: globals.node, parserOptions: { project: null, programs: null } }
  },
  { files: ['**/*.cjs'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
  prettier,
  ...svelte.configs.prettier
)
