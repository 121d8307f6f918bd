/** Words of the guide. */
export const guide = {
  guide: 'Guide',
  pages: 'Pages of the guide',
  enlarge: 'Enlarge the picture',
  back: 'Back to the guide',
  copy: 'Copy',
  whereVersionsAre: 'New versions are where this one came from; Parallax asks no server for them.',
  newVersions: 'New versions:',
  copyAddress: 'Copy the address',
  versions: (app: string, engine: string, lexicon: string) =>
    `Parallax ${app}, engine ${engine}, lexicon ${lexicon}`
}
