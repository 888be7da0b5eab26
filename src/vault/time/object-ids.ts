/** Names of algorithms, attributes and purposes as ASN.1 writes them. */

/** Hash functions by object identifier, under node:crypto's name. */
export const HASHES: Readonly<Record<string, HashName>> = {
  "1.3.14.3.2.26": "sha1",
  "2.16.840.1.101.3.4.2.1": "sha256",
  "2.16.840.1.101.3.4.2.2": "sha384",
  "2.16.840.1.101.3.4.2.3": "sha512",
  "2.16.840.1.101.3.4.2.8": "sha3-256",
  "2.16.840.1.101.3.4.2.9": "sha3-384",
  "2.16.840.1.101.3.4.2.10": "sha3-512",
};

export type HashName = "sha1" | "sha256" | "sha384" | "sha512" | "sha3-256" | "sha3-384" | "sha3-512";

export const HASH_BYTES: Readonly<Record<HashName, number>> = {
  sha1: 20,
  sha256: 32,
  sha384: 48,
  sha512: 64,
  "sha3-256": 32,
  "sha3-384": 48,
  "sha3-512": 64,
};

/** Collisions of SHA-1 can be bought: a document could have been swapped for its twin. */
export const WEAK_HASHES: readonly HashName[] = ["sha1"];

export const OID = {
  sha256: "2.16.840.1.101.3.4.2.1",
  signedData: "1.2.840.113549.1.7.2",
  /** id-ct-TSTInfo (RFC 3161, 2.4.2). */
  timeStampInfo: "1.2.840.113549.1.9.16.1.4",
  contentType: "1.2.840.113549.1.9.3",
  messageDigest: "1.2.840.113549.1.9.4",
  /** RFC 2634, 5.4: the certificate by its SHA-1. */
  signingCertificate: "1.2.840.113549.1.9.16.2.12",
  /** RFC 5035, 3: the certificate by any hash. */
  signingCertificateV2: "1.2.840.113549.1.9.16.2.47",
  keyUsage: "2.5.29.15",
  basicConstraints: "2.5.29.19",
  extendedKeyUsage: "2.5.29.37",
  subjectKeyId: "2.5.29.14",
  certificatePolicies: "2.5.29.32",
  /** id-kp-timeStamping (RFC 3161, 2.3). */
  timeStamping: "1.3.6.1.5.5.7.3.8",
  rsaPss: "1.2.840.113549.1.1.10",
} as const;

/** How a signature is made: the kind of key, and the hash where the algorithm's name fixes it. */
export interface SignatureScheme {
  readonly key: "rsa" | "ec" | "ed25519";
  readonly hash: HashName | null;
}

export const SIGNATURES: Readonly<Record<string, SignatureScheme>> = {
  "1.2.840.113549.1.1.1": { key: "rsa", hash: null },
  "1.2.840.113549.1.1.5": { key: "rsa", hash: "sha1" },
  "1.2.840.113549.1.1.11": { key: "rsa", hash: "sha256" },
  "1.2.840.113549.1.1.12": { key: "rsa", hash: "sha384" },
  "1.2.840.113549.1.1.13": { key: "rsa", hash: "sha512" },
  "1.2.840.10045.2.1": { key: "ec", hash: null },
  "1.2.840.10045.4.1": { key: "ec", hash: "sha1" },
  "1.2.840.10045.4.3.2": { key: "ec", hash: "sha256" },
  "1.2.840.10045.4.3.3": { key: "ec", hash: "sha384" },
  "1.2.840.10045.4.3.4": { key: "ec", hash: "sha512" },
  "1.3.101.112": { key: "ed25519", hash: null },
};

/** Signature algorithms of certificates that no longer bind: MD2, MD5 and SHA-1. */
export const WEAK_SIGNATURES: readonly string[] = [
  "1.2.840.113549.1.1.2",
  "1.2.840.113549.1.1.4",
  "1.2.840.113549.1.1.5",
  "1.2.840.10045.4.1",
  "1.2.840.10040.4.3",
];
