/** The `.ots` file of OpenTimestamps, version 1, read and written. */
import { malformed } from "./malformed.ts";
import {
  applyOperation,
  MAX_MESSAGE_BYTES,
  type OtsAttestation,
  type OtsBranch,
  type OtsHashName,
  type OtsNode,
  type OtsOperation,
  type OtsProof,
} from "./ots-proof.ts";

/** Proofs with two calendars and their blocks take 1 to 5 KiB. */
export const MAX_OTS_BYTES = 64 * 1024;

const MAGIC = Buffer.from("004f70656e54696d657374616d7073000050726f6f6600bf89e2e884e89294", "hex");
const VERSION = 1;
const MAX_DEPTH = 256;
const MAX_PAYLOAD_BYTES = 8192;
const MAX_URI_BYTES = 1000;

const HASH_TAGS: Readonly<Record<number, { readonly name: OtsHashName; readonly sizeBytes: number }>> = {
  2: { name: "sha1", sizeBytes: 20 },
  3: { name: "ripemd160", sizeBytes: 20 },
  8: { name: "sha256", sizeBytes: 32 },
  103: { name: "keccak256", sizeBytes: 32 },
};

const TAG = {
  attestation: 0x00,
  append: 0xf0,
  prepend: 0xf1,
  reverse: 0xf2,
  hexlify: 0xf3,
  fork: 0xff,
} as const;

const PENDING = "83dfe30d2ef90c8e";
const BITCOIN = "0588960d73d71901";

/** Whether a file begins like an OpenTimestamps proof. */
export function isOtsFile(bytes: Uint8Array): boolean {
  return Buffer.compare(bytes.subarray(0, MAGIC.length), MAGIC) === 0;
}

/** @throws InquestError "vault/timestamp-malformed", also for one longer than 64 KiB. */
export function readOtsFile(bytes: Uint8Array): OtsProof {
  if (bytes.length > MAX_OTS_BYTES) throw malformed(`longer than ${MAX_OTS_BYTES} bytes`);
  if (!isOtsFile(bytes)) throw malformed("not an OpenTimestamps proof", 0);
  const reader = createReader(bytes, MAGIC.length);
  const version = reader.varuint();
  if (version !== VERSION) throw malformed(`OpenTimestamps version ${version}`, MAGIC.length);
  const hash = HASH_TAGS[reader.byte()];
  if (hash === undefined) throw malformed("the file's hash function is not known", reader.at() - 1);
  const digest = reader.take(hash.sizeBytes);
  const root = readNode(reader, digest, MAX_DEPTH);
  reader.end();
  return { hash: hash.name, root };
}

/**
 * Reads the part that a calendar answers with: a tree without a file's head.
 *
 * @param message - what the calendar was asked about.
 * @throws InquestError "vault/timestamp-malformed".
 */
export function readOtsNode(bytes: Uint8Array, message: Uint8Array): OtsNode {
  if (bytes.length > MAX_OTS_BYTES) throw malformed(`longer than ${MAX_OTS_BYTES} bytes`);
  const reader = createReader(bytes, 0);
  const node = readNode(reader, message, MAX_DEPTH);
  reader.end();
  return node;
}

/** The bytes of a proof; what was read and not changed comes out as it came in, if its attestations stood first. */
export function toOtsBytes({ hash, root }: OtsProof): Uint8Array {
  const tag = Object.entries(HASH_TAGS).find(([, { name }]) => name === hash)?.[0];
  return Buffer.concat([
    MAGIC,
    Buffer.of(VERSION, Number(tag)),
    root.message ?? Buffer.of(),
    toNodeBytes(root),
  ]);
}

/** The bytes of a tree without a file's head, as calendars send it. */
export function toNodeBytes({ attestations, branches }: OtsNode): Uint8Array {
  const parts = [
    ...attestations.map((attestation) =>
      Buffer.concat([Buffer.of(TAG.attestation), toAttestationBytes(attestation)]),
    ),
    ...branches.map(({ operation, node }) => Buffer.concat([toOperationBytes(operation), toNodeBytes(node)])),
  ];
  return Buffer.concat(
    parts.flatMap((part, index) => (index < parts.length - 1 ? [Buffer.of(TAG.fork), part] : [part])),
  );
}

function readNode(reader: Reader, message: Uint8Array | null, depthLeft: number): OtsNode {
  if (depthLeft === 0) throw malformed(`more than ${MAX_DEPTH} operations in a row`, reader.at());
  const attestations: OtsAttestation[] = [];
  const branches: OtsBranch[] = [];
  for (;;) {
    const first = reader.byte();
    const isLast = first !== TAG.fork;
    const tag = isLast ? first : reader.byte();
    if (tag === TAG.attestation) attestations.push(readAttestation(reader));
    else {
      const operation = readOperation(reader, tag);
      const node = readNode(reader, applyOperation(operation, message), depthLeft - 1);
      branches.push({ operation, node });
    }
    if (isLast) return { message, attestations, branches };
  }
}

function readOperation(reader: Reader, tag: number): OtsOperation {
  const hash = HASH_TAGS[tag];
  if (hash !== undefined) return { name: hash.name };
  if (tag === TAG.reverse) return { name: "reverse" };
  if (tag === TAG.hexlify) return { name: "hexlify" };
  if (tag !== TAG.append && tag !== TAG.prepend)
    throw malformed(`operation 0x${tag.toString(16)} is not known`, reader.at() - 1);
  const bytes = reader.varbytes(MAX_MESSAGE_BYTES);
  if (bytes.length === 0) throw malformed("an operation that adds nothing", reader.at());
  return { name: tag === TAG.append ? "append" : "prepend", bytes };
}

function toOperationBytes(operation: OtsOperation): Uint8Array {
  if ("bytes" in operation)
    return Buffer.concat([Buffer.of(TAG[operation.name]), toVarbytes(operation.bytes)]);
  const { name } = operation;
  if (name === "reverse" || name === "hexlify") return Buffer.of(TAG[name]);
  const tag = Object.entries(HASH_TAGS).find(([, hash]) => hash.name === name)?.[0];
  return Buffer.of(Number(tag));
}

function readAttestation(reader: Reader): OtsAttestation {
  const tag = Buffer.from(reader.take(8)).toString("hex");
  const payload = reader.varbytes(MAX_PAYLOAD_BYTES);
  const inner = createReader(payload, 0);
  if (tag === PENDING) {
    const uri = Buffer.from(inner.varbytes(MAX_URI_BYTES)).toString("latin1");
    inner.end();
    // The standard's alphabet: no query, no login, no escapes, so that nothing else can be asked by it.
    if (!/^[A-Za-z0-9._/:-]*$/u.test(uri)) throw malformed("the address of a calendar has other characters");
    return { kind: "pending", uri };
  }
  if (tag === BITCOIN) {
    const height = inner.varuint();
    inner.end();
    return { kind: "bitcoin", height };
  }
  return { kind: "unknown", tag, payload };
}

function toAttestationBytes(attestation: OtsAttestation): Uint8Array {
  switch (attestation.kind) {
    case "pending":
      return Buffer.concat([
        Buffer.from(PENDING, "hex"),
        toVarbytes(toVarbytes(Buffer.from(attestation.uri, "latin1"))),
      ]);
    case "bitcoin":
      return Buffer.concat([Buffer.from(BITCOIN, "hex"), toVarbytes(toVaruint(attestation.height))]);
    default:
      return Buffer.concat([Buffer.from(attestation.tag, "hex"), toVarbytes(attestation.payload)]);
  }
}

function toVarbytes(bytes: Uint8Array): Uint8Array {
  return Buffer.concat([toVaruint(bytes.length), bytes]);
}

/** Seven bits a byte, the lowest first. */
function toVaruint(value: number): Uint8Array {
  const bytes: number[] = [];
  let rest = value;
  while (rest >= 0x80) {
    bytes.push((rest % 128) | 0x80);
    rest = Math.floor(rest / 128);
  }
  return Buffer.from([...bytes, rest]);
}

interface Reader {
  at(): number;
  byte(): number;
  take(sizeBytes: number): Uint8Array;
  varuint(): number;
  varbytes(mostBytes: number): Uint8Array;
  end(): void;
}

function createReader(bytes: Uint8Array, start: number): Reader {
  let at = start;
  const take = (sizeBytes: number) => {
    if (at + sizeBytes > bytes.length) throw malformed("the proof ends too soon", bytes.length);
    at += sizeBytes;
    return bytes.subarray(at - sizeBytes, at);
  };
  const byte = () => take(1)[0] ?? 0;
  const varuint = () => {
    let value = 0;
    for (let factor = 1; ; factor *= 128) {
      const next = byte();
      value += (next & 0x7f) * factor;
      if (!Number.isSafeInteger(value)) throw malformed("a number too large", at);
      if (next < 0x80) return value;
    }
  };
  return {
    at: () => at,
    byte,
    take,
    varuint,
    varbytes(mostBytes) {
      const size = varuint();
      if (size > mostBytes) throw malformed(`${size} bytes where at most ${mostBytes} may be`, at);
      return take(size);
    },
    end() {
      if (at !== bytes.length) throw malformed(`${bytes.length - at} bytes follow the proof`, at);
    },
  };
}
