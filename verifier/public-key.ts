/** Ed25519 keys (RFC 8032), judged by the arithmetic of their curve before any signature by them is believed. */
import { createPublicKey, type KeyObject, verify } from "node:crypto";

const P = 2n ** 255n - 19n;
/** −121665 ⁄ 121666 (RFC 8032, section 5.1). */
const D = mod(-121665n * inverse(121666n));
const SQRT_OF_MINUS_1 = power(2n, (P - 1n) / 4n);

type Point = readonly [x: bigint, y: bigint];

/**
 * Why nobody may sign with a key; null when it is sound. Eight times a point of small order is the neutral
 * element: under such a key a signature can be made for any text, and OpenSSL accepts it.
 */
export function faultOfKey(publicKey: Uint8Array): string | null {
  if (publicKey.length !== 32) return "it is not 32 bytes";
  const point = decompress(publicKey);
  if (typeof point === "string") return point;
  let multiple = point;
  for (let doubling = 0; doubling < 3; doubling++) multiple = add(multiple, multiple);
  return multiple[0] === 0n && multiple[1] === 1n ? "it is of small order" : null;
}

/** A sound key for node:crypto. */
export function toKey(publicKey: Uint8Array): KeyObject {
  const x = Buffer.from(publicKey).toString("base64url");
  return createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x }, format: "jwk" });
}

/** Off the main thread, so that many signatures keep all cores busy; never rejects. */
export function isSigned(bytes: Uint8Array, signature: Uint8Array, key: KeyObject): Promise<boolean> {
  return new Promise((resolve) => {
    verify(null, bytes, key, signature, (error, ok) => resolve(error === null && ok));
  });
}

/** RFC 8032, section 5.1.3. */
function decompress(bytes: Uint8Array): Point | string {
  const little = Buffer.from(bytes).reverse();
  const number = BigInt(`0x${little.toString("hex")}`);
  const y = number & (2n ** 255n - 1n);
  const isOdd = number >> 255n === 1n;
  if (y >= P) return "its number is not below 2^255 − 19";
  const u = mod(y * y - 1n);
  const v = mod(D * y * y + 1n);
  const squared = mod(u * inverse(v));
  let x = power(squared, (P + 3n) / 8n);
  if (mod(x * x) !== squared) x = mod(x * SQRT_OF_MINUS_1);
  if (mod(x * x) !== squared) return "it is no point of the curve";
  if (x === 0n && isOdd) return "it spells zero with a sign";
  return [(x & 1n) === (isOdd ? 1n : 0n) ? x : P - x, y];
}

/** Addition on −x² + y² = 1 + d·x²·y², complete for all points. */
function add([x1, y1]: Point, [x2, y2]: Point): Point {
  const product = mod(D * x1 * x2 * y1 * y2);
  return [mod((x1 * y2 + y1 * x2) * inverse(1n + product)), mod((y1 * y2 + x1 * x2) * inverse(1n - product))];
}

function mod(value: bigint): bigint {
  const rest = value % P;
  return rest < 0n ? rest + P : rest;
}

function inverse(value: bigint): bigint {
  return power(mod(value), P - 2n);
}

function power(base: bigint, exponent: bigint): bigint {
  let result = 1n;
  for (let square = base, rest = exponent; rest > 0n; rest >>= 1n) {
    if ((rest & 1n) === 1n) result = mod(result * square);
    square = mod(square * square);
  }
  return result;
}
