/** What is used of papaparse. The types published for it bring those of Node with them, which the engine must not see. */
declare module 'papaparse' {
  interface Papa {
    unparse: (
      table: { fields: string[]; data: string[][] },
      options: { escapeFormulae: RegExp; newline: string }
    ) => string
    parse: (text: string, options: { skipEmptyLines: 'greedy' }) => { data: string[][] }
  }
  const papa: Papa
  export default papa
}
