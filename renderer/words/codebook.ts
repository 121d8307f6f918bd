/** Words of the codebook. */
export const codebook = {
  import: 'Import…',
  saveAsCsv: 'Save as CSV…',
  saveAsRefi: 'Save as REFI-QDA…',
  codebook: 'Codebook',
  whatTagsAre:
    'Tags of your own, to be put on passages, sentences and findings. Make them here, or import a codebook as CSV or as REFI-QDA (.qdc), which other programs for qualitative research write.',
  nameOf: (name: string) => `Name of ${name}`,
  colourOf: (name: string) => `Colour of ${name}`,
  shapeOf: (name: string) => `Shape of ${name}`,
  meaningOf: (name: string) => `What ${name} means`,
  meaning: 'What it means',
  deleteNamed: (name: string) => `Delete ${name}`,
  inUse: 'It is in use: take it off first',
  addTag: 'Add a tag',
  newTag: (number: number) => `Tag ${number}`
}
