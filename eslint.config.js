// First, since the parser of Svelte files must find what it sets.
import { heldToProgram, IS_SINGLE_RUN, PROGRAMS } from './electron/runtime/lint-program.mjs'
import js from '@eslint/js'
import prettier from 'eslint-config-prettier'
import svelte from 'eslint-plugin-svelte'
import globals from 'globals'
import ts from 'typescript-eslint'
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
        ...(IS_SINGLE_RUN ? { programs: PROGRAMS } : { project: './tsconfig.lint.json' }),
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
        parser: IS_SINGLE_RUN ? heldToProgram(ts.parser) : ts.parser,
        svelteConfig,
        // With this, a program that is not made beforehand is updated with each file: the smallest that will do.
        ...(IS_SINGLE_RUN ? {} : { project: './renderer/tsconfig.json' }),
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
    languageOptions: { globals: globals.node, parserOptions: { project: null } }
  },
  { files: ['**/*.cjs'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
  prettier,
  ...svelte.configs.prettier
)
