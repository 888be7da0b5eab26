/** ZIP files as simple programs write them, made where a test needs one. */
import { crc32, deflateRawSync } from "node:zlib";

/** Members in their order; a text is written as UTF-8. One named `mimetype` is not packed, as OpenDocument asks. */
export function madeZip(members: readonly (readonly [name: string, content: Uint8Array | string])[]): Buffer {
  const parts: Uint8Array[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, given] of members) {
    const content = typeof given === "string" ? Buffer.from(given) : given;
    const isStored = name === "mimetype";
    const packed = isStored ? content : deflateRawSync(content);
    const nameBytes = Buffer.from(name);
    const about = Buffer.alloc(26);
    about.writeUInt16LE(20, 0);
    about.writeUInt16LE(0x0800, 2);
    about.writeUInt16LE(isStored ? 0 : 8, 4);
    about.writeUInt32LE(crc32(content), 10);
    about.writeUInt32LE(packed.length, 14);
    about.writeUInt32LE(content.length, 18);
    about.writeUInt16LE(nameBytes.length, 22);
    const central = Buffer.alloc(14);
    central.writeUInt32LE(at, 10);
    directory.push(Buffer.from("PK\x01\x02\x14\0", "latin1"), about, central, nameBytes);
    parts.push(Buffer.from("PK\x03\x04", "latin1"), about, nameBytes, packed);
    at += 30 + nameBytes.length + packed.length;
  }
  const index = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", "latin1");
  end.writeUInt16LE(members.length, 8);
  end.writeUInt16LE(members.length, 10);
  end.writeUInt32LE(index.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, index, end]);
}
