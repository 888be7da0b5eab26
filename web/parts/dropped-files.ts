/** Files of folders that somebody drops or chooses, each with its path as a name, which is text and nothing more. */

export interface NamedFile {
  readonly file: File;
  /** The path below what was dropped, its parts joined by a slash. */
  readonly name: string;
}

/** What the system leaves in folders for itself: nobody's evidence. */
const SYSTEM_FILES: ReadonlySet<string> = new Set([
  ".ds_store",
  ".localized",
  "desktop.ini",
  "ehthumbs.db",
  "thumbs.db",
]);

/** Whether the last part of a path is such a file, or what a Mac writes beside a file on foreign disks. */
export function isSystemFile(name: string): boolean {
  const last = name.slice(name.lastIndexOf("/") + 1);
  return SYSTEM_FILES.has(last.toLowerCase()) || /^\._./u.test(last);
}

/** A path that begins nowhere and climbs nowhere; a single name stays letter by letter as it is. */
export function toName(path: string): string {
  if (!path.includes("/")) return path;
  const parts = path.split("/").filter((part) => part !== "" && part !== "." && part !== "..");
  return parts.length === 0 ? path.replaceAll("/", "_") : parts.join("/");
}

/** Files of an input: of a folder that was chosen, each with its path. */
export function namedFiles(list: Iterable<File>): NamedFile[] {
  return [...list].map((file) => ({
    file,
    name: file.webkitRelativePath === "" ? file.name : toName(file.webkitRelativePath),
  }));
}

/** What a folder and a file of a drop have in common (File and Directory Entries API). */
export interface DroppedEntry {
  readonly isFile: boolean;
  readonly isDirectory: boolean;
  readonly name: string;
  readonly fullPath: string;
}

interface DroppedFile extends DroppedEntry {
  file(done: (file: File) => void, failed: (error: unknown) => void): void;
}

interface DroppedFolder extends DroppedEntry {
  createReader(): {
    readEntries(done: (entries: readonly DroppedEntry[]) => void, failed: (error: unknown) => void): void;
  };
}

export interface Dropped {
  readonly files: readonly NamedFile[];
  /** What could not be read, by its path. */
  readonly unreadable: readonly string[];
}

/** What is dropped must be asked for while it is dropped; what lies in it is read after that. */
export function entriesOf(data: Pick<DataTransfer, "items">): readonly DroppedEntry[] {
  return [...data.items].flatMap((item) => item.webkitGetAsEntry?.() ?? []);
}

/** Every file below, in the order of the paths. */
export async function filesBelow(entries: readonly DroppedEntry[]): Promise<Dropped> {
  const files: NamedFile[] = [];
  const unreadable: string[] = [];
  const visit = async (entry: DroppedEntry, name: string): Promise<void> => {
    try {
      if (isFile(entry)) {
        const file = await new Promise<File>((done, failed) => entry.file(done, failed));
        files.push({ file, name });
      } else if (isFolder(entry))
        for (const below of await listOf(entry)) await visit(below, toName(below.fullPath));
    } catch {
      unreadable.push(name);
    }
  };
  // What is dropped by itself has a name and no path.
  for (const entry of entries) await visit(entry, entry.name);
  return { files, unreadable };
}

async function listOf(folder: DroppedFolder): Promise<readonly DroppedEntry[]> {
  const reader = folder.createReader();
  const all: DroppedEntry[] = [];
  // A browser gives them in parts, the last one empty.
  for (;;) {
    const some = await new Promise<readonly DroppedEntry[]>((done, failed) =>
      reader.readEntries(done, failed),
    );
    if (some.length === 0) break;
    all.push(...some);
  }
  return all.sort((a, b) => (a.name < b.name ? -1 : 1));
}

function isFile(entry: DroppedEntry): entry is DroppedFile {
  return entry.isFile && "file" in entry;
}

function isFolder(entry: DroppedEntry): entry is DroppedFolder {
  return entry.isDirectory && "createReader" in entry;
}
