import { strToU8, zipSync } from 'fflate'

/** Makes Word files by hand, part by part. */

const W =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" xmlns:v="urn:schemas-microsoft-com:vml"'
const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

export const run = (words: string): string => `<w:r><w:t xml:space="preserve">${words}</w:t></w:r>`
export const paragraph = (inner: string): string => `<w:p>${inner}</w:p>`

interface Parts {
  body: string
  /** Before the document's element: a document type. */
  before?: string
  /** Content of further parts, each by its kind: `footnotes`, `comments`, `header1`. */
  parts?: Record<string, string>
  /** Further relationships of the document. */
  relations?: string
  /** Whatever else is in the archive. */
  files?: Record<string, Uint8Array>
}

export const docx = ({ body, before = '', parts = {}, relations = '', files = {} }: Parts): Uint8Array => {
  const names = Object.keys(parts)
  const kindOf = (name: string): string => name.replace(/\d+$/u, '')
  const overrides = ['document', ...names]
    .map((name) => {
      const kind = name === 'document' ? 'document.main' : kindOf(name)
      return `<Override PartName="/word/${name}.xml" ContentType="${TYPE}.${kind}+xml"/>`
    })
    .join('')
  const related = names
    .map((name) => `<Relationship Id="p-${name}" Type="${OFFICE}/${kindOf(name)}" Target="${name}.xml"/>`)
    .join('')
  return zipSync({
    '[Content_Types].xml': strToU8(
      `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${overrides}</Types>`
    ),
    '_rels/.rels': strToU8(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`
    ),
    'word/_rels/document.xml.rels': strToU8(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${related}${relations}</Relationships>`
    ),
    'word/document.xml': strToU8(
      `<?xml version="1.0"?>${before}<w:document ${W}><w:body>${body}</w:body></w:document>`
    ),
    ...Object.fromEntries(
      names.map((name) => {
        const root = { footnotes: 'footnotes', comments: 'comments', header: 'hdr' }[kindOf(name)] ?? name
        return [`word/${name}.xml`, strToU8(`<w:${root} ${W}>${parts[name] ?? ''}</w:${root}>`)]
      })
    ),
    ...files
  })
}

/** A picture that is fetched from elsewhere, a template that is, and a text that is put in from there. */
export const EXTERNAL_RELATIONS = `<Relationship Id="x1" Type="${OFFICE}/image" Target="http://127.0.0.1:9/t.png" TargetMode="External"/><Relationship Id="x2" Type="${OFFICE}/attachedTemplate" Target="http://127.0.0.1:9/t.dotm" TargetMode="External"/><Relationship Id="x3" Type="${OFFICE}/aFChunk" Target="file:///etc/passwd" TargetMode="External"/>`
export const picture = (relation: string): string =>
  `<w:r><w:drawing><wp:inline><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:${relation}/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`
export const textBox = (inner: string): string =>
  `<w:r><w:pict><v:shape><v:textbox><w:txbxContent>${inner}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>`

/** An archive that unpacks to two hundred times its size. */
export const bomb = (size: number): Uint8Array =>
  zipSync({ 'word/document.xml': new Uint8Array(size) }, { level: 1 })
