/**
 * What the engine needs of its host beyond the language itself. Browsers, their workers and Node all have it; it is
 * declared here, and nothing else of theirs, so that the engine cannot come to rest on any one of them.
 */
declare class TextDecoder {
  constructor(label: string, options?: { fatal?: boolean; ignoreBOM?: boolean })
  decode(bytes: Uint8Array): string
}

declare class TextEncoder {
  encode(text: string): Uint8Array
}

/** The characters, one a byte, that base64 stands for. */
declare function atob(base64: string): string

/** The other way. */
declare function btoa(characters: string): string
