/** Where in S3 a case lies: `s3://bucket/prefix?endpoint=https://…&region=…&retention=governance:365`. */
import { InquestError } from "../../core/index.ts";

export interface S3Address {
  readonly bucket: string;
  /** Without slashes at its ends; empty for the whole bucket. */
  readonly prefix: string;
  /** Of a server that is not Amazon's; null for Amazon's. Its buckets are named in the path. */
  readonly endpoint: string | null;
  /** `us-east-1` when the address names none; most other servers ignore it. */
  readonly region: string;
  /** How long each blob and segment is locked against deletion; null for no lock. */
  readonly retention: S3Retention | null;
}

export interface S3Retention {
  /** governance: an administrator may lift it; compliance: nobody may. */
  readonly mode: "governance" | "compliance";
  readonly days: number;
}

const BUCKET = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/u;
const OPTIONS: ReadonlySet<string> = new Set(["endpoint", "region", "retention"]);

/**
 * Reads an address. Keys never stand in it: they come from where Amazon's own tools take them (AWS_ACCESS_KEY_ID
 * and AWS_SECRET_ACCESS_KEY, or ~/.aws).
 *
 * @throws InquestError "vault/s3-address" (reaction usage).
 */
export function parseS3Address(text: string): S3Address {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || url.protocol !== "s3:") throw invalid(text, "it does not begin with s3://");
  if (url.username !== "" || url.password !== "") {
    // The address may end up in a message or a shell's history: what is secret is not repeated here.
    throw invalid("s3://…", "it holds a user name or a password; set AWS_ACCESS_KEY_ID instead");
  }
  if (!BUCKET.test(url.host)) throw invalid(text, `${url.host || "nothing"} is no name of a bucket`);
  for (const name of url.searchParams.keys()) {
    if (!OPTIONS.has(name)) throw invalid(text, `it has no option ${name}`);
  }
  const prefix = decodeURIComponent(url.pathname).replaceAll(/^\/+|\/+$/gu, "");
  if (prefix.split("/").some((part) => part === "." || part === ".." || (part === "" && prefix !== ""))) {
    throw invalid(text, "its folder holds an empty part, . or ..");
  }
  return {
    bucket: url.host,
    prefix,
    endpoint: parseEndpoint(text, url.searchParams.get("endpoint")),
    region: url.searchParams.get("region") ?? "us-east-1",
    retention: parseRetention(text, url.searchParams.get("retention")),
  };
}

/** The address as text; `parseS3Address` reads it again. */
export function toS3Url({ bucket, prefix, endpoint, region, retention }: S3Address): string {
  const options = new URLSearchParams();
  if (endpoint !== null) options.set("endpoint", endpoint);
  if (region !== "us-east-1") options.set("region", region);
  if (retention !== null) options.set("retention", `${retention.mode}:${retention.days}`);
  const query = options.toString();
  const path = prefix.split("/").map(encodeURIComponent).join("/");
  return `s3://${bucket}${prefix === "" ? "" : `/${path}`}${query === "" ? "" : `?${query}`}`;
}

function parseEndpoint(text: string, endpoint: string | null): string | null {
  if (endpoint === null) return null;
  const url = URL.canParse(endpoint) ? new URL(endpoint) : null;
  if (url === null || (url.protocol !== "https:" && url.protocol !== "http:")) {
    throw invalid(text, `its endpoint ${endpoint} is no http or https address`);
  }
  return url.href.replace(/\/$/u, "");
}

function parseRetention(text: string, retention: string | null): S3Retention | null {
  if (retention === null) return null;
  const [, mode, days] = /^(governance|compliance):([1-9]\d{0,4})$/u.exec(retention) ?? [];
  if (mode !== "governance" && mode !== "compliance") {
    throw invalid(text, `its retention ${retention} is not governance:<days> or compliance:<days>`);
  }
  return { mode, days: Number(days) };
}

function invalid(text: string, fault: string): InquestError {
  return new InquestError({
    code: "vault/s3-address",
    reaction: "usage",
    message: `${text} is no address of a store: ${fault}. Write s3://bucket/folder?endpoint=https://host&region=name.`,
    evidence: { fault },
  });
}
