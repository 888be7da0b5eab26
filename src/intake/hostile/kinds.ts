/** The kinds of files that Inquest tells apart, with the name people know and the registered media type. */

const KINDS = {
  // Documents
  pdf: ["PDF", "application/pdf"],
  rtf: ["RTF", "application/rtf"],
  docx: ["DOCX", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"],
  xlsx: ["XLSX", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"],
  pptx: ["PPTX", "application/vnd.openxmlformats-officedocument.presentationml.presentation"],
  odt: ["ODT", "application/vnd.oasis.opendocument.text"],
  ods: ["ODS", "application/vnd.oasis.opendocument.spreadsheet"],
  odp: ["ODP", "application/vnd.oasis.opendocument.presentation"],
  epub: ["EPUB", "application/epub+zip"],
  ole: ["OLE", "application/x-ole-storage"],
  // Archives
  zip: ["ZIP", "application/zip"],
  jar: ["JAR", "application/java-archive"],
  wacz: ["WACZ", "application/wacz"],
  tar: ["TAR", "application/x-tar"],
  gzip: ["GZIP", "application/gzip"],
  bzip2: ["BZIP2", "application/x-bzip2"],
  xz: ["XZ", "application/x-xz"],
  zstd: ["ZSTD", "application/zstd"],
  rar: ["RAR", "application/vnd.rar"],
  "7z": ["7Z", "application/x-7z-compressed"],
  warc: ["WARC", "application/warc"],
  // Pictures
  png: ["PNG", "image/png"],
  jpeg: ["JPEG", "image/jpeg"],
  gif: ["GIF", "image/gif"],
  webp: ["WEBP", "image/webp"],
  tiff: ["TIFF", "image/tiff"],
  bmp: ["BMP", "image/bmp"],
  heif: ["HEIF", "image/heif"],
  avif: ["AVIF", "image/avif"],
  psd: ["PSD", "image/vnd.adobe.photoshop"],
  ico: ["ICO", "image/vnd.microsoft.icon"],
  svg: ["SVG", "image/svg+xml"],
  // Sound and film
  mp4: ["MP4", "video/mp4"],
  quicktime: ["QuickTime", "video/quicktime"],
  "3gp": ["3GP", "video/3gpp"],
  m4a: ["M4A", "audio/mp4"],
  matroska: ["Matroska", "video/matroska"],
  avi: ["AVI", "video/vnd.avi"],
  wav: ["WAV", "audio/vnd.wave"],
  mp3: ["MP3", "audio/mpeg"],
  ogg: ["OGG", "application/ogg"],
  flac: ["FLAC", "audio/flac"],
  amr: ["AMR", "audio/AMR"],
  // Text
  html: ["HTML", "text/html"],
  xml: ["XML", "application/xml"],
  json: ["JSON", "application/json"],
  email: ["e-mail", "message/rfc822"],
  text: ["text", "text/plain"],
  // Programs and data
  exe: ["EXE", "application/vnd.microsoft.portable-executable"],
  elf: ["ELF", "application/x-elf"],
  "mach-o": ["Mach-O", "application/x-mach-binary"],
  script: ["script", "text/x-shellscript"],
  javascript: ["JavaScript", "text/javascript"],
  sqlite: ["SQLite", "application/vnd.sqlite3"],
  age: ["age", "application/x-age"],
  unknown: ["?", "application/octet-stream"],
  empty: ["-", "application/octet-stream"],
} as const satisfies Record<string, readonly [label: string, mediaType: string]>;

export type FileKind = keyof typeof KINDS;

function isFileKind(text: string): text is FileKind {
  return Object.hasOwn(KINDS, text);
}

export const FILE_KINDS: readonly FileKind[] = Object.keys(KINDS).filter(isFileKind);

/** What people call it. */
export function toKindLabel(kind: FileKind): string {
  return KINDS[kind][0];
}

/** IANA media type, or the one in use where none is registered. */
export function toMediaType(kind: FileKind): string {
  return KINDS[kind][1];
}

/** ZIP files by their container, whatever lies in them. */
export const ZIP_KINDS: ReadonlySet<FileKind> = new Set<FileKind>([
  "zip",
  "jar",
  "wacz",
  "docx",
  "xlsx",
  "pptx",
  "odt",
  "ods",
  "odp",
  "epub",
]);

/** Documents that are read as a whole, not taken apart by the user. */
export const OFFICE_KINDS: ReadonlySet<FileKind> = new Set<FileKind>([
  "docx",
  "xlsx",
  "pptx",
  "odt",
  "ods",
  "odp",
  "epub",
]);

export const PROGRAM_KINDS: ReadonlySet<FileKind> = new Set<FileKind>([
  "exe",
  "elf",
  "mach-o",
  "script",
  "jar",
  "javascript",
]);

/** Archives whose members this version cannot list. */
export const OPAQUE_ARCHIVE_KINDS: ReadonlySet<FileKind> = new Set<FileKind>([
  "bzip2",
  "xz",
  "zstd",
  "rar",
  "7z",
]);

const EXTENSIONS: Readonly<Record<string, readonly FileKind[]>> = {
  pdf: ["pdf"],
  rtf: ["rtf"],
  doc: ["ole", "rtf", "docx", "html"],
  xls: ["ole", "xlsx", "html", "text"],
  ppt: ["ole", "pptx"],
  msg: ["ole"],
  docx: ["docx"],
  docm: ["docx"],
  xlsx: ["xlsx"],
  xlsm: ["xlsx"],
  pptx: ["pptx"],
  odt: ["odt"],
  ods: ["ods"],
  odp: ["odp"],
  epub: ["epub"],
  zip: ["zip", "jar", "wacz"],
  jar: ["jar", "zip"],
  apk: ["jar", "zip"],
  wacz: ["wacz", "zip"],
  tar: ["tar"],
  gz: ["gzip"],
  tgz: ["gzip"],
  bz2: ["bzip2"],
  xz: ["xz"],
  zst: ["zstd"],
  rar: ["rar"],
  "7z": ["7z"],
  warc: ["warc"],
  png: ["png"],
  jpg: ["jpeg"],
  jpeg: ["jpeg"],
  gif: ["gif"],
  webp: ["webp"],
  tif: ["tiff"],
  tiff: ["tiff"],
  bmp: ["bmp"],
  heic: ["heif"],
  heif: ["heif"],
  avif: ["avif"],
  psd: ["psd"],
  ico: ["ico", "png"],
  svg: ["svg"],
  mp4: ["mp4", "quicktime", "3gp", "m4a"],
  m4v: ["mp4"],
  mov: ["quicktime", "mp4"],
  "3gp": ["3gp", "mp4"],
  m4a: ["m4a", "mp4"],
  mkv: ["matroska"],
  webm: ["matroska"],
  avi: ["avi"],
  wav: ["wav"],
  mp3: ["mp3"],
  ogg: ["ogg"],
  oga: ["ogg"],
  opus: ["ogg"],
  flac: ["flac"],
  amr: ["amr"],
  html: ["html"],
  htm: ["html"],
  xhtml: ["html", "xml"],
  xml: ["xml", "svg", "html"],
  json: ["json"],
  jsonl: ["json", "text"],
  geojson: ["json"],
  eml: ["email", "text"],
  mbox: ["email", "text"],
  txt: ["text", "json", "email", "html", "xml", "script", "javascript"],
  csv: ["text"],
  tsv: ["text"],
  md: ["text", "html"],
  exe: ["exe"],
  dll: ["exe"],
  sh: ["script", "text"],
  js: ["javascript", "text"],
  sqlite: ["sqlite"],
  db: ["sqlite"],
  age: ["age"],
};

/** The kinds that a file of this extension may have; null for an extension that is not known. */
export function kindsOfExtension(extension: string): readonly FileKind[] | null {
  return Object.hasOwn(EXTENSIONS, extension) ? (EXTENSIONS[extension] ?? null) : null;
}

/** The extension of a name in lower case without the dot; null when it has none. */
export function extensionOf(name: string): string | null {
  const [, extension] = /[^./\\]\.([\p{L}\p{N}]{1,16})$/u.exec(name) ?? [];
  return extension?.toLowerCase() ?? null;
}
