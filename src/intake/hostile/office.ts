/** The parts of an office file (ECMA-376, ODF): what acts, calls away, or was deleted and is still there. */
import type { InspectLimits } from "./limits.ts";
import { judgeXml } from "./markup.ts";
import type { Findings } from "./report.ts";
import type { MemberExaminer } from "./walk.ts";

/** Names of authors and programs stand here. */
const METADATA = /^(?:docProps\/(?:core|app)\.xml|meta\.xml)$/u;

/** Reads the XML parts of an office file while its members go by. */
export function createOfficeExaminer(limits: InspectLimits, findings: Findings): MemberExaminer {
  return {
    wants(name) {
      judgePartName(name, findings);
      return /\.(?:xml|rels|xhtml|html|opf)$/iu.test(name);
    },
    take(name, bytes) {
      if (bytes === null) return findings.warn("intake/ends-only", { limit: limits.textBytes });
      const text = new TextDecoder(bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : "utf-8").decode(
        bytes,
      );
      judgeXml(text, limits, findings);
      judgePart(name, text, findings);
    },
  };
}

function judgePartName(name: string, findings: Findings): void {
  if (/vbaProject\.bin$|^Basic\//iu.test(name)) findings.warn("intake/active-content", { what: "macros" });
  if (/(?:^|\/)(?:embeddings|activeX)\/|oleObject\d*\.bin$/iu.test(name))
    findings.warn("intake/embedded-files", { count: 1, names: name });
  if (/(?:^|\/)comments[^/]*\.xml$/iu.test(name)) findings.warn("intake/annotations");
}

function judgePart(name: string, text: string, findings: Findings): void {
  if (/<w:(?:del|ins|moveFrom|moveTo)[\s>]|<text:tracked-changes[\s>]/u.test(text))
    findings.warn("intake/tracked-changes");
  if (/<office:annotation[\s>]/u.test(text)) findings.warn("intake/annotations");
  if (METADATA.test(name) || /\bw:author=/u.test(text)) findings.warn("intake/document-metadata");
  if (/\bDDE(?:AUTO)?\b[^<]{0,200}</u.test(text) && /instrText/u.test(text))
    findings.warn("intake/active-content", { what: "DDE" });
  const external =
    /Target\s*=\s*"([^"]{1,200})"[^>]*TargetMode\s*=\s*"External"|TargetMode\s*=\s*"External"[^>]*Target\s*=\s*"([^"]{1,200})"/u.exec(
      text,
    );
  const address = external?.[1] ?? external?.[2];
  if (address !== undefined && !/^mailto:/iu.test(address))
    findings.warn("intake/remote-content", { what: address });
}
