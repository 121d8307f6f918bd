/** What Chromium and the system print when a window cannot come to be, and what it means to the person. */
const KNOWN: [RegExp, (match: RegExpMatchArray) => string][] = [
  [
    /SUID sandbox helper binary was found, but is not configured correctly|No usable sandbox!/,
    () =>
      'this system forbids the sandbox that Electron needs. On Ubuntu 24.04: sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0, then run this again.'
  ],
  [
    /error while loading shared libraries: (\S+):/,
    ([, library = '']) => `Electron needs the system library ${library}; install the package that has it.`
  ],
  [
    /(Missing X server or \$DISPLAY|Unable to open X display|cannot open display)/,
    () => 'the display cannot be opened. Without a window: npm run compare -- US CN'
  ]
]

/** One line on why Electron did not run, from what it printed; null if nothing known is in it. */
export const explainFailure = (output: string): string | null => {
  for (const [pattern, explain] of KNOWN) {
    const match = pattern.exec(output)
    if (match) return explain(match)
  }
  return null
}
