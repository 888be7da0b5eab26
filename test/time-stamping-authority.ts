/** A time-stamping authority made on the spot by OpenSSL, for tests. */
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";

/** The response of such an authority over a file, and its root; all files lie in the folder. */
export function stampWithOpenssl(
  folder: string,
  file: string,
): { readonly token: string; readonly roots: string } {
  const at = (name: string) => join(folder, name);
  writeFileSync(
    at("tsa.cnf"),
    `[tsa]\ndefault_tsa = it\n[it]\nserial = ${at("serial")}\nsigner_digest = sha256\ndefault_policy = 1.2.3.4\ndigests = sha256\n` +
      "[req]\ndistinguished_name = dn\n[dn]\n[root]\nbasicConstraints = critical,CA:true\n" +
      "[leaf]\nextendedKeyUsage = critical,timeStamping\n",
  );
  writeFileSync(at("serial"), "01");
  const openssl = (...args: readonly string[]) => execFileSync("openssl", args, { stdio: "pipe" });
  const key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-config", at("tsa.cnf")];
  openssl(
    "req",
    "-x509",
    ...key,
    "-keyout",
    at("root.key"),
    "-subj",
    "/CN=root",
    "-extensions",
    "root",
    "-out",
    at("root.pem"),
  );
  openssl("req", ...key, "-keyout", at("tsa.key"), "-subj", "/CN=tsa", "-out", at("tsa.csr"));
  const issue = ["-CA", at("root.pem"), "-CAkey", at("root.key"), "-CAcreateserial"];
  openssl(
    "x509",
    "-req",
    "-in",
    at("tsa.csr"),
    ...issue,
    "-extfile",
    at("tsa.cnf"),
    "-extensions",
    "leaf",
    "-out",
    at("tsa.pem"),
  );
  openssl("ts", "-query", "-data", file, "-sha256", "-cert", "-out", at("it.tsq"));
  const signer = ["-signer", at("tsa.pem"), "-inkey", at("tsa.key")];
  openssl(
    "ts",
    "-reply",
    "-config",
    at("tsa.cnf"),
    "-queryfile",
    at("it.tsq"),
    ...signer,
    "-out",
    at("it.tsr"),
  );
  return { token: at("it.tsr"), roots: at("root.pem") };
}
